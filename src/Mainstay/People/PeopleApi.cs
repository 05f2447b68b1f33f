using System.Text.Json;
using Mainstay.Api;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary>People, for programs.</summary>
internal static class PeopleApi
{
    private const string Chapter = "People";

    private const int TouchesShown = 50;

    public static void Map(ApiRoutes api)
    {
        var rooms = api.Services;
        api.Add<ListedPersonAnswer>(rooms.GetServices<IPersonFacts>().SelectMany(f => f.Shapes).Select(MemberOf));
        api.Add<PersonRecordAnswer>(rooms.GetServices<IPersonFacts>().SelectMany(f => f.Shapes).Concat(rooms.GetServices<IPersonParts>().SelectMany(p => p.Shapes)).Select(MemberOf));
        api.Get("/people", List, new("listPeople", "List the people you know, or those who answer to a query")
        {
            Chapter = Chapter,
            About = "Everybody by family name; with `q` those who answer to it, the best first: names, organizations, labels, topics, notes, touches.",
            Parameters = [new("q", typeof(string), "What to look for.") { Example = "pricing" }, Parameter.Limit, Parameter.Cursor],
            Answer = AnswerShape.PageOf("A part of the list.", PeopleExamples.Listed),
        });
        api.Post("/people", Add, new("addPerson", "Add a person")
        {
            Chapter = Chapter,
            Body = BodyShape.Of<PersonFields>("What you know of them.", PeopleExamples.Fields),
            Answer = AnswerShape.Made<PersonRecordAnswer>("The new record.", PeopleExamples.Record),
            IsTagged = true,
        });
        api.Get("/people/{id:guid}", async call => ApiAnswer.Of(await Record(call)), new("readPerson", "All about one person")
        {
            Chapter = Chapter,
            About = $"`touches` holds the latest {TouchesShown}.",
            Parameters = [Who],
            Answer = AnswerShape.Of<PersonRecordAnswer>("The record.", PeopleExamples.Record),
            IsTagged = true,
        });
        MapChanges(api);
    }

    private static void MapChanges(ApiRoutes api)
    {
        api.Put("/people/{id:guid}", async call => await Change(call, await call.Body<PersonFields>()), new("replacePerson", "Make a person's record what is sent")
        {
            Chapter = Chapter,
            About = "What is left out is taken away. Picture, affiliations and ties stay.",
            Parameters = [Who],
            Body = BodyShape.Of<PersonFields>("All you know of them.", PeopleExamples.Fields),
            Answer = AnswerShape.Of<PersonRecordAnswer>("The record as it is now.", PeopleExamples.Record),
            IsTagged = true,
            Current = Record,
        });
        api.Patch("/people/{id:guid}", async call => await Change(call, await Patched(call)), new("changePerson", "Change what is said of a person")
        {
            Chapter = Chapter,
            About = "A JSON Merge Patch (RFC 7396): what you do not name stays, `null` takes away, a list is replaced as a whole.",
            Parameters = [Who],
            Body = BodyShape.PatchOf<PersonFields>("What changes.", PeopleExamples.Patch),
            Answer = AnswerShape.Of<PersonRecordAnswer>("The record as it is now.", PeopleExamples.Record),
            IsTagged = true,
            Current = Record,
        });
        api.Delete("/people/{id:guid}", Trash, new("trashPerson", "Put a person into the trash")
        {
            Chapter = Chapter,
            About = $"They can be restored for {PeopleActions.DaysInTrash} days.",
            Parameters = [Who],
            Current = Record,
        });
        api.Post("/people/{id:guid}/restore", Restore, new("restorePerson", "Take a person out of the trash")
        {
            Chapter = Chapter,
            Parameters = [Who],
            Answer = AnswerShape.Of<PersonRecordAnswer>("The record.", PeopleExamples.Record),
            IsTagged = true,
        });
        api.Get("/trash", InTrash, new("listTrash", "Who lies in the trash, and until when")
        {
            Chapter = Chapter,
            Answer = AnswerShape.PageOf<TrashedPersonAnswer>("Everybody in the trash, the latest first.", new(PeopleExamples.GraceId, "Grace Hopper", new(2026, 5, 1), new(2026, 5, 31))),
        });
    }

    private static Parameter Who => Parameter.Id("The person.");

    private static Member MemberOf(FactShape shape) => new(shape.Name, shape.Type, shape.About) { MayBeNull = shape.MayBeNull, OneOf = shape.OneOf };

    private static async Task<ApiAnswer> List(ApiCall call)
    {
        var (limit, query) = (call.Limit, call.Asked("q")?.Trim());
        var page = query is null ? await Everybody(call, limit) : await Found(call, query, limit);
        var listed = await call.Store.WithFacts(page.Items, call.Services.GetServices<IPersonFacts>(), call.Today, call.Stop);
        return ApiAnswer.PageOf(page.As([.. listed.Select(ListedPersonAnswer.Of)]));
    }

    private static async Task<Page<Person>> Everybody(ApiCall call, int limit) =>
        call.PageOf(await call.Store.PeopleAfter(call.Cursor<ListPlace>(), limit + 1, call.Stop), p => new ListPlace(p.SortKey, p.Id));

    private static async Task<Page<Person>> Found(ApiCall call, string query, int limit)
    {
        var from = call.Cursor<FoundPlace>()?.From ?? 0;
        if (from < 0) throw ApiCall.Wrong("cursor", "Api.NotACursor");
        var (people, _) = await call.Store.PeopleFound(new(query) { Skip = from, Take = limit + 1, WithSnippets = false }, call.Stop);
        return call.PageOf(people, _ => new FoundPlace(from + limit));
    }

    private static async Task<ApiAnswer> Add(ApiCall call)
    {
        var fields = await call.Body<PersonFields>();
        var person = await Said(() => call.Store.AddPerson(fields.ToDetails(null), call.Clock, call.Stop));
        return ApiAnswer.Made(await Record(call, person.Id), $"{ApiRoutes.Root}/people/{person.Id}");
    }

    private static async Task<ApiAnswer> Change(ApiCall call, PersonFields fields)
    {
        var person = await call.Store.PersonOf(call.Id(), call.Stop);
        var now = await call.Store.DetailsOf(person.Id, call.Stop);
        await Said(() => call.Store.ChangePerson(person.Id, fields.ToDetails(now.Photo), call.Clock, call.Stop, person.Revision));
        return ApiAnswer.Of(await Record(call));
    }

    private static async Task<PersonFields> Patched(ApiCall call)
    {
        var patch = await call.Json();
        var person = await call.Store.PersonOf(call.Id(), call.Stop);
        var now = await call.Store.DetailsOf(person.Id, call.Stop);
        var through = now.MetThroughId is { } other ? await call.Store.NameOf(other, call.Stop) : now.MetThroughName;
        var renamed = patch.ValueKind == JsonValueKind.Object && patch.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? PersonNames.Renamed(now, name.GetString()) : now;
        return ApiJson.Patched(PersonFields.Of(renamed, through), patch);
    }

    private static async Task<ApiAnswer> Trash(ApiCall call)
    {
        await call.Store.PersonOf(call.Id(), call.Stop);
        await call.Store.TrashPerson(call.Id(), call.Clock, call.Stop);
        return ApiAnswer.Done;
    }

    private static async Task<ApiAnswer> Restore(ApiCall call)
    {
        await call.Store.RestorePerson(call.Id(), call.Clock, call.Stop);
        return ApiAnswer.Of(await Record(call));
    }

    private static async Task<ApiAnswer> InTrash(ApiCall call)
    {
        var owner = call.Visit.Owner;
        var people = (await call.Store.InTrash(call.Stop)).ConvertAll(p => new TrashedPersonAnswer(p.Id, p.Name, owner.DayAt(p.TrashedAt!.Value), owner.DayAt(p.TrashedAt.Value.AddDays(PeopleActions.DaysInTrash))));
        return ApiAnswer.Of(new Page<TrashedPersonAnswer> { Items = people });
    }

    private static Task<object> Record(ApiCall call) => Record(call, call.Id());

    private static async Task<object> Record(ApiCall call, Guid id) => PersonRecordAnswer.Of(await call.Store.RecordOf(id, call.Services, call.Today, call.Stop, TouchesShown));

    /// <summary>What is wrong is named as programs name it.</summary>
    private static async Task<Person> Said(Func<Task<Person>> act)
    {
        try
        {
            return await act();
        }
        catch (Mistaken mistaken)
        {
            var problems = new Problems();
            foreach (var (field, sentence) in mistaken.Problems) problems.Add(field == "roles" ? "rolesHeld" : field, sentence.Key, sentence.Inputs);
            throw new Mistaken(problems);
        }
    }

    private sealed record FoundPlace(int From);
}
