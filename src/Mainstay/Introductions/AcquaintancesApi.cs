using Mainstay.Api;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary>Who knows whom, and who could lead to somebody, for programs.</summary>
internal static class AcquaintancesApi
{
    private const string Chapter = "Introductions";

    private static readonly PersonLine Alan = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a31"), "Alan Turing");

    private static readonly AcquaintanceAnswer Sample = new(RhythmExamples.Grace, Alan, .5, true, false, ["You said so."]);

    private static readonly PathsAnswer Way = new(TargetKind.Person, Alan.Name, ["These numbers are rough estimates: take them as an order, not as odds."],
    [
        new(Alan.Id, Alan.Name, false, .31, 1, [],
        [
            new(.31, [new("me", RhythmExamples.Grace.Name, .62, ["Close; you were last in touch 4 weeks ago."], null, RhythmExamples.Grace.Id), new(RhythmExamples.Grace.Name, Alan.Name, .5, ["You said so."], RhythmExamples.Grace.Id, Alan.Id)], new(RhythmExamples.Grace.Id, Alan.Id, null, "Ask Grace Hopper to introduce you to Alan Turing.")),
        ]),
    ]);

    public static void Map(ApiRoutes api)
    {
        api.Get("/acquaintances", List, new("listAcquaintances", "Who knows whom")
        {
            Chapter = Chapter,
            About = "What you said, and what can be seen by signs: cards that name each other, meetings with both, years at one place. Your word wins over all signs.",
            Parameters = [new("person", typeof(Guid), "Whom this person knows; when left out, everybody of whom you said something.")],
            Answer = AnswerShape.PageOf("The best known first; last those of whom you said that they do not know each other.", Sample),
        });
        api.Post("/acquaintances", Say, new("sayAcquaintances", "Say that a person knows others, or does not")
        {
            Chapter = Chapter,
            About = "Said again it is said once; how well is as it was said last.",
            Body = BodyShape.Of<AcquaintanceFields>("Whom they know.", new { Person = RhythmExamples.Grace.Id, Others = (Guid[])[Alan.Id], Strength = .5 }),
            Answer = AnswerShape.PageOf("Those two by two, as it is known now.", Sample),
        });
        api.Post("/acquaintances/lines", async call => ApiAnswer.Of(PastedAnswer.Of(await call.Store.Paste((await call.Body<PastedFields>()).Lines, call.Today, call.Stop))), new("pasteAcquaintances", "Say of many at once who knows whom")
        {
            Chapter = Chapter,
            About = "Up to 200,000 lines at once.",
            Body = BodyShape.Of<PastedFields>("The lines.", new { Lines = "Grace Hopper, Alan Turing, 0.5" }) with { MostBytes = PastedPairs.MostBytes },
            Answer = AnswerShape.Of<PastedAnswer>("What became of them.", new PastedAnswer(1, 0, [], 0)),
        });
        api.Delete("/acquaintances/{person:guid}/{other:guid}", async call => ChangesApi.Of(await call.Store.UnsayAcquaintance(call.Id("person"), call.Id("other"), call.Clock, call.Stop)), new("unsayAcquaintance", "Take back what you said of two people")
        {
            Chapter = Chapter,
            About = "The signs speak again. When nothing was said, there is no change.",
            Parameters = [Parameter.Id("The one.", "person"), Parameter.Id("The other.", "other")],
            Answer = ChangesApi.Shape,
        });
        MapPaths(api);
    }

    private static void MapPaths(ApiRoutes api) =>
        api.Get("/paths", Paths, new("findPaths", "Who could lead to somebody, and why")
        {
            Chapter = Chapter,
            About = "Chains of acquaintances with at most two people between, the best by the product of their steps, each by another first person. Every number is an estimate, and says from what it comes; in studies such scores were weak predictors.",
            Parameters =
            [
                new("to", typeof(string), "A person, a candidate, an organization, or a topic. A candidate who is none of your people leads to where they work, or to what they know about; `remarks` says so.") { Example = "Alan Turing" },
                new("person", typeof(Guid), "The person, by id."),
                new("need", typeof(Guid), "Who could meet this need."),
            ],
            Answer = AnswerShape.Of<PathsAnswer>("Who would do, and the ways to them.", Way),
        });

    private static async Task<ApiAnswer> List(ApiCall call)
    {
        var queries = call.Services.GetRequiredService<AcquaintanceQueries>();
        if (Id(call, "person") is { } person) return Answer(AcquaintanceAnswer.Of(await queries.Of(call.Store, person, call.Today, call.Stop), person));
        var known = await queries.All(call.Store, call.Today, call.Stop);
        return Answer([.. known.Pairs.Where(p => p.IsSaid).Select(p => AcquaintanceAnswer.Of(p, known)), .. known.Refused.Select(a => AcquaintanceAnswer.Of(a, known))]);
    }

    private static async Task<ApiAnswer> Say(ApiCall call)
    {
        var said = await call.Body<AcquaintanceFields>();
        await call.Store.AllOrNothing(async () =>
        {
            if (!said.Refused) return (object)await call.Store.SayKnow(new() { PersonId = said.Person, Others = said.Others, Strength = said.Strength }, call.Today, call.Stop);
            Mistaken.ThrowIf(new NewAcquaintances { PersonId = said.Person, Others = said.Others, Strength = said.Strength }.Check());
            foreach (var other in said.Others) await call.Store.SayStrangers(said.Person, other, call.Today, call.Stop);
            return said;
        }, call.Stop);
        var known = await call.Services.GetRequiredService<AcquaintanceQueries>().Of(call.Store, said.Person, call.Today, call.Stop);
        return Answer([.. AcquaintanceAnswer.Of(known, said.Person).Where(a => said.Others.Contains(a.Second.Id))]);
    }

    private static async Task<ApiAnswer> Paths(ApiCall call)
    {
        var paths = call.Services.GetRequiredService<PathQueries>();
        var target = Id(call, "need") is { } need ? await call.Store.ForNeed(await call.Store.NeedOf(need, call.Stop), call.Stop)
            : Id(call, "person") is { } person ? PathTargetQueries.ToPerson(await call.Store.PersonOf(person, call.Stop))
            : await paths.Target(call.Store, call.Asked("to"), call.Stop);
        return ApiAnswer.Of(PathsAnswer.Of(await paths.To(call.Store, target, call.Today, call.Stop)));
    }

    private static ApiAnswer Answer(IReadOnlyList<AcquaintanceAnswer> lines) => ApiAnswer.Of(new Page<AcquaintanceAnswer> { Items = lines });

    private static Guid? Id(ApiCall call, string name) => call.Asked(name) is not { } text ? null : Guid.TryParse(text, out var id) ? id : throw ApiCall.Wrong(name, "Introductions.NotAnId");
}
