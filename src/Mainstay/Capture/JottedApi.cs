using Mainstay.Api;
using Mainstay.People;

namespace Mainstay.Capture;

/// <summary>What was jotted down without a network, for programs; a browser that was offline sends it here too.</summary>
internal static class JottedApi
{
    private const string Chapter = "Capture";

    private static readonly JottedAnswer Example = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2c01"), JottingState.Waiting) { At = new(2026, 4, 30, 18, 5, 0, DateTimeKind.Utc), Line = "coffee with Grace, promised to send the deck by Thursday" };

    private static Parameter Which => Parameter.Id("The jotting.");

    public static void Map(ApiRoutes api)
    {
        api.Post("/jotted", Jot, new("jotDown", "Send what was jotted down without a network")
        {
            Chapter = Chapter,
            About = "Whom you met at a gathering is kept at once when nobody else can be meant: the only one called exactly so, or somebody of whose name nobody comes near. A line waits to be looked at, unless it says with `changes` how its reading was looked at already. The same key again changes nothing.",
            Body = BodyShape.Of<JottingFields>("A line, or whom you met.", new { Example.Id, Example.At, Example.Line }),
            Answer = AnswerShape.Of<JottedAnswer>("What became of it.", Example),
        });
        api.Get("/jotted", async call => ApiAnswer.Of(new Page<JottedAnswer> { Items = await call.Store.JottedAnswers(await call.Store.WaitingJottings(call.Stop), call.Today, call.Visit.Owner.Culture, call.Stop) }), new("listJotted", "What was jotted down and waits to be looked at")
        {
            Chapter = Chapter,
            About = "In the order in which it was jotted down, each line with how it would be kept.",
            Answer = AnswerShape.PageOf("All that waits.", Example),
        });
        api.Post("/jotted/{id:guid}/keep", Keep, new("keepJotted", "Keep what was jotted down")
        {
            Chapter = Chapter,
            About = "All that the line says is kept, or nothing; of somebody you met, the encounter. A line whose reading was changed on the device is kept as it was changed, unless you say the line better.",
            Parameters = [Which],
            Body = BodyShape.Of<JottedFields>("What you say of it.", new { Who = (object[])[new { Typed = "Grace", Rhythm.RhythmExamples.Grace.Id }] }),
            Answer = AnswerShape.Of<SettledAnswer>("What was kept.", new SettledAnswer(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a1d"), null)),
        });
        api.Delete("/jotted/{id:guid}", async call =>
        {
            await Read(call);
            return ChangesApi.Of(await call.Store.DropJotting(call.Id(), call.Clock, call.Stop));
        }, new("dropJotted", "Drop what was jotted down") { Chapter = Chapter, Parameters = [Which], Answer = ChangesApi.Shape, Current = async call => JottedAnswer.Of(await Read(call)) });
    }

    private static async Task<ApiAnswer> Jot(ApiCall call)
    {
        var row = await call.Store.Jot((await call.Body<JottingFields>()).ToJotting(), call.Today, call.Clock, call.Stop);
        if (row.State == JottingState.Waiting && await JottedPage.KeepAsChanged(call.Store, await call.Store.JottingOf(row.Id, call.Stop), call.Visit, call.Stop)) return ApiAnswer.Of(new JottedAnswer(row.Id, JottingState.Kept) { At = row.At });
        if (row.State != JottingState.Waiting) return ApiAnswer.Of(new JottedAnswer(row.Id, row.State) { At = row.At });
        return ApiAnswer.Of((await call.Store.JottedAnswers([await call.Store.JottingOf(row.Id, call.Stop)], call.Today, call.Visit.Owner.Culture, call.Stop))[0]);
    }

    private static async Task<ApiAnswer> Keep(ApiCall call)
    {
        var (line, said) = (await Read(call), await call.Body<JottedFields>());
        var settled = await call.Store.Settle(line, new(said.Line, [.. said.Who.Select(w => new WhoChosen(w.Typed, w.Id))], call.Visit.Owner.Culture, call.Today, call.Clock), call.Stop);
        return ApiAnswer.Of(new SettledAnswer(settled.Kept?.Change, settled.Met?.Id));
    }

    private static Task<JottingLine> Read(ApiCall call) => call.Store.JottingOf(call.Id(), call.Stop);
}
