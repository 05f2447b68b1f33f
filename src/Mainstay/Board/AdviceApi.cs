using Mainstay.Api;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;

namespace Mainstay.Board;

/// <summary>Advice, for programs.</summary>
internal static class AdviceApi
{
    private static readonly AdviceAnswer Sample = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a32"), RhythmExamples.Grace, new(2026, 5, 1), "Is my price too low?", "Raise it for new customers first.", null, null, null, null, null, AdviceStep.Decide, "Not decided yet.");

    public static void Map(ApiRoutes api)
    {
        api.Get("/advice", async call => ApiAnswer.Of(new Page<AdviceAnswer> { Items = [.. (await call.Store.AllAdvice(call.Stop, Person(call))).Select(AdviceAnswer.Of)] }), new("listAdvice", "What you were advised, what you decided, and what came of it")
        {
            Chapter = BoardApi.Chapter,
            About = "What is your turn comes first, then the latest.",
            Parameters = [new("person", typeof(Guid), "Only what this person advised.")],
            Answer = AnswerShape.PageOf("The latest 200.", Sample),
        });
        api.Post("/advice", async call =>
        {
            var advice = await call.Store.NoteAdvice((await call.Body<AdviceFields>()).ToAdvice(), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Made(AdviceAnswer.Of(await call.Store.AdviceOf(advice.Id, call.Stop)), $"{ApiRoutes.Root}/advice/{advice.Id}");
        }, new("noteAdvice", "Note what somebody advised")
        {
            Chapter = BoardApi.Chapter,
            Body = BodyShape.Of<AdviceFields>("The advice.", new { PersonId = RhythmExamples.Grace.Id, Sample.Question, Sample.Text, Talk = "call" }),
            Answer = AnswerShape.Made<AdviceAnswer>("The advice.", Sample),
            IsTagged = true,
            Conflicts = "They lie in the trash.",
        });
        api.Get("/advice/{id:guid}", async call => ApiAnswer.Of(await Read(call)), new("readAdvice", "One piece of advice") { Chapter = BoardApi.Chapter, Parameters = [Which], Answer = AnswerShape.Of<AdviceAnswer>("The advice.", Sample), IsTagged = true });
        api.Patch("/advice/{id:guid}", Change, new("changeAdvice", "Say what you decided, what came of it, and that they heard of it")
        {
            Chapter = BoardApi.Chapter,
            Parameters = [Which],
            Body = BodyShape.PatchOf<AdviceChangeFields>("What became of it.", new { Decision = "New prices from June" }),
            Answer = AnswerShape.Of<AdviceAnswer>("The advice as it is now.", Sample with { Decision = "New prices from June", DecidedOn = new(2026, 5, 2), Step = AdviceStep.SayResult, Sentence = "Decided in May 2026: New prices from June" }),
            IsTagged = true,
            Current = Read,
            Conflicts = "Nothing has come of it yet that they could be told.",
        });
        api.Delete("/advice/{id:guid}", async call => ChangesApi.Of(await call.Store.RemoveAdvice(call.Id(), call.Clock, call.Stop)),
            new("removeAdvice", "Remove a piece of advice") { Chapter = BoardApi.Chapter, Parameters = [Which], Answer = ChangesApi.Shape, Current = Read });
    }

    private static Parameter Which => Parameter.Id("The advice.");

    private static Guid? Person(ApiCall call) => call.Asked("person") is not { } text ? null : Guid.TryParse(text, out var id) ? id : throw ApiCall.Wrong("person", "Coverage.NotAnId");

    private static async Task<ApiAnswer> Change(ApiCall call)
    {
        var change = await call.Body<AdviceChangeFields>();
        await call.Store.AllOrNothing(async () =>
        {
            var was = (await call.Store.AdviceOf(call.Id(), call.Stop)).Advice;
            if (change.Text is not null || change.Question is not null || change.On is not null) await call.Store.ChangeAdvice(was.Id, change.Text ?? was.Text, change.Question ?? was.Question, change.On, call.Today, call.Stop);
            if (change.Decision is not null) await call.Store.Decide(was.Id, change.Decision, call.Today, call.Stop);
            if (change.Result is not null) await call.Store.SayResult(was.Id, change.Result, call.Today, call.Stop);
            if (change.Told == true) await call.Store.TellBack(was.Id, call.Today, call.Clock, call.Stop);
            return change;
        }, call.Stop);
        return ApiAnswer.Of(await Read(call));
    }

    private static async Task<object> Read(ApiCall call) => AdviceAnswer.Of(await call.Store.AdviceOf(call.Id(), call.Stop));
}
