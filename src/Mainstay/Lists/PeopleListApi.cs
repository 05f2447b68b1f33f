using Mainstay.Api;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Lists;

/// <summary>The list of people, and what can be done to many, for programs.</summary>
internal static class PeopleListApi
{
    private const string Chapter = "People";

    private static readonly BulkAnswer Sample = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a0a"), EditKind.AddLabel, "gold", 214, 210, null, []);

    public static void Map(ApiRoutes api)
    {
        api.Get("/people", List, new("listPeople", "List the people you know, or those who answer to a query")
        {
            Chapter = Chapter,
            About = "Everybody by family name; with `q` those who answer to it, the best first. Values of one facet widen the list, facets narrow it.",
            Parameters = [.. WhoIsWanted, View, Parameter.Limit, Parameter.Cursor],
            Answer = AnswerShape.PageOf("A part of the list.", PeopleExamples.Listed),
        });
        api.Get("/people/facets", CountFacets, new("countPeople", "How many people a list holds, and by what it could be narrowed")
        {
            Chapter = Chapter,
            Parameters = [.. WhoIsWanted, View],
            Answer = AnswerShape.Of<FacetsAnswer>("For each facet its values, and how many people each would show.", new FacetsAnswer(214, new Dictionary<string, IReadOnlyList<FacetValue>> { ["role"] = [new("mentor", "mentor", 12, false)] })),
        });
        api.Post("/people/edits", Edit, new("editPeople", "Change many people at once")
        {
            Chapter = Chapter,
            About = $"The list is named as for `listPeople`. It can be undone for {BulkChange.DaysKept} days.",
            Parameters = [.. WhoIsWanted, View],
            Body = BodyShape.Of<PeopleEditFields>("What is done to each.", new { Edit = EditKind.AddLabel, Value = "gold", Everybody = true }),
            Answer = AnswerShape.Of<BulkAnswer>("The change.", Sample),
        });
        api.Get("/people/edits/{id:guid}", async call => ApiAnswer.Of(await Answer(call, await call.Store.ChangeOf(call.Id(), call.Stop))), new("readPeopleEdit", "One change of many people")
        {
            Chapter = Chapter,
            Parameters = [Parameter.Id("The change.")],
            Answer = AnswerShape.Of<BulkAnswer>("The change.", Sample),
            IsTagged = true,
        });
        api.Post("/people/edits/{id:guid}/undo", async call => ApiAnswer.Of(await Answer(call, await call.Store.UndoChange(call.Id(), call.Clock, call.Stop))), new("undoPeopleEdit", "Take back a change of many people")
        {
            Chapter = Chapter,
            About = "Whoever was changed since stays as they are, and is named.",
            Parameters = [Parameter.Id("The change.")],
            Answer = AnswerShape.Of<BulkAnswer>("The change, and who stayed as they are.", Sample),
        });
    }

    /// <summary>What narrows and sorts a list.</summary>
    private static IEnumerable<Parameter> WhoIsWanted =>
    [
        new("q", typeof(string), "What to look for: names, organizations, labels, topics, notes, touches.") { Example = "pricing" },
        .. Facets.All.Select(f => new Parameter(f.Name(), typeof(string), About(f)) { IsList = true, OneOf = f.Values() is { Count: > 0 } values ? values : null }),
        new("sort", typeof(string), "name, touched, strength, due, added, layer or best; a minus in front turns it around.") { Example = "-touched" },
    ];

    private static Parameter View => new("view", typeof(string), "As this saved view has it, by name or id; what else is said takes the place of its own.");

    private static string About(Facet facet) => facet switch
    {
        Facet.Role => "Who hold this role; `-` for those without any.",
        Facet.Layer => "Who are in this layer; `-` for none.",
        Facet.Topic => "Who know about this; `-` for those without any topic.",
        Facet.Label => "Who have this label; `-` for those without any.",
        Facet.Organization => "Who belong there; `-` for those who belong nowhere.",
        Facet.Place => "Who live in this town or country; `-` for those of whom it is not known.",
        Facet.Touched => "When you were last in touch: within the last month, quarter or year, longer ago, or never.",
        Facet.Due => "When you mean to be in touch again; `-` for no rhythm.",
        _ => "Who speak this; `-` for those of whom it is not known.",
    };

    private static async Task<ApiAnswer> List(ApiCall call)
    {
        var found = await call.Store.List(await Wanted(call), new(call.Limit, call.Cursor<ListPoint>()), call.Clock, call.Today, call.Stop);
        var people = await call.Store.WithFacts(found.People, call.Services.GetServices<IPersonFacts>(), call.Today, call.Stop);
        return ApiAnswer.PageOf(new Page<ListedPersonAnswer> { Items = [.. people.Select(ListedPersonAnswer.Of)], Next = found.Part.HasAfter ? call.Next(found.Part.Last!) : null });
    }

    private static async Task<ApiAnswer> CountFacets(ApiCall call)
    {
        var part = (await call.Store.List(await Wanted(call), new(0), call.Clock, call.Today, call.Stop)).Part;
        return ApiAnswer.Of(new FacetsAnswer(part.Total, part.Facets.ToDictionary(f => f.Key.Name(), f => f.Value)));
    }

    private static async Task<ApiAnswer> Edit(ApiCall call)
    {
        var (wanted, sent) = (await Wanted(call), await call.Body<PeopleEditFields>());
        Mistaken.ThrowIf(new Problems().When(wanted.IsEverybody && !sent.Everybody, "everybody", "Lists.SayEverybody"));
        var people = await call.Store.AllWanted(wanted, call.Clock, call.Today, call.Stop);
        return ApiAnswer.Of(await Answer(call, await call.Store.ChangeAll(people, new(sent.Edit, sent.Value), call.Clock, call.Stop)));
    }

    private static async Task<BulkAnswer> Answer(ApiCall call, BulkChange change) => BulkAnswer.Of(change, await call.Store.NamesOfStayed(change, call.Stop));

    private static async Task<PeopleWanted> Wanted(ApiCall call)
    {
        var problems = new Problems();
        var said = PeopleWanted.Read(call.AllAsked, problems);
        Mistaken.ThrowIf(problems);
        return call.Asked("view") is { } view ? (await call.Store.ViewCalled(view, call.Stop)).People.OverriddenBy(said) : said;
    }
}
