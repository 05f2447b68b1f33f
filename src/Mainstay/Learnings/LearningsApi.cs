using Mainstay.Api;
using Mainstay.People;
using Mainstay.Rhythm;

namespace Mainstay.Learnings;

/// <summary>Learnings, for programs.</summary>
internal static class LearningsApi
{
    private const string Chapter = "Learnings", One = "/learnings/{id:guid}";

    private const int MostAbout = 100;

    private static readonly LearningAnswer Sample = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2b01"), "Ask for the budget before the meeting, not in it.", "pricing", new(2026, 5, 1))
    {
        Person = RhythmExamples.Grace, Origin = ["from Grace Hopper"], NextOn = new(2026, 5, 8), Sentence = "Comes back on Friday, May 8, 2026.",
    };

    private static Parameter Which => Parameter.Id("The learning.");

    public static void Map(ApiRoutes api)
    {
        api.Get("/learnings", List, new("listLearnings", "What you learned, and from whom")
        {
            Chapter = Chapter,
            About = "The latest first; of a topic, what says so in its own topic comes first.",
            Parameters = [new("person", typeof(Guid), "Only what you learned from this person."), new("gathering", typeof(Guid), "Only what you learned at this gathering."), new("about", typeof(string), "Only what is about this.")],
            Answer = AnswerShape.PageOf("The latest 500; about a topic, 100.", Sample),
        });
        api.Post("/learnings", async call =>
        {
            var row = await call.Store.NoteLearning((await call.Body<LearningFields>()).ToNew(), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Made(LearningAnswer.Of(await call.Store.LearningOf(row.Id, call.Stop), call.Today), $"{ApiRoutes.Root}/learnings/{row.Id}");
        }, new("noteLearning", "Note what you learned")
        {
            Chapter = Chapter,
            Body = BodyShape.Of<LearningFields>("The learning.", new { Sample.Text, Sample.Topic, PersonId = RhythmExamples.Grace.Id }),
            Answer = AnswerShape.Made<LearningAnswer>("The learning.", Sample),
            IsTagged = true,
            Conflicts = "They lie in the trash.",
        });
        api.Get(One, async call => ApiAnswer.Of(await Read(call)), new("readLearning", "One learning") { Chapter = Chapter, Parameters = [Which], Answer = AnswerShape.Of<LearningAnswer>("The learning.", Sample), IsTagged = true });
        api.Put(One, async call =>
        {
            await call.Store.ChangeLearning(call.Id(), (await call.Body<LearningFields>()).ToNew(), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Of(await Read(call));
        }, new("changeLearning", "Say anew what you learned")
        {
            Chapter = Chapter,
            Parameters = [Which],
            Body = BodyShape.Of<LearningFields>("The learning.", new { Sample.Text, Sample.Topic, PersonId = RhythmExamples.Grace.Id }),
            Answer = AnswerShape.Of<LearningAnswer>("The learning as it is now.", Sample),
            IsTagged = true,
            Current = Read,
            Conflicts = "They lie in the trash.",
        });
        api.Delete(One, async call => ChangesApi.Of(await call.Store.RemoveLearning(call.Id(), call.Clock, call.Stop)), new("removeLearning", "Remove a learning") { Chapter = Chapter, Parameters = [Which], Answer = ChangesApi.Shape, Current = Read });
        MapTurning(api);
    }

    private static void MapTurning(ApiRoutes api)
    {
        Turn(api, "confirm", call => call.Store.ConfirmLearning(call.Id(), call.Today, call.Clock, call.Stop), new("confirmLearning", "It came back and is still true") { Chapter = Chapter, About = "It comes back after a longer while: a month, three months, half a year, then once a year." });
        Turn(api, "rest", call => call.Store.RestLearning(call.Id(), call.Clock, call.Stop), new("restLearning", "Let a learning rest") { Chapter = Chapter, About = "It is kept, and Today shows it no more." });
        Turn(api, "wake", call => call.Store.WakeLearning(call.Id(), call.Today, call.Clock, call.Stop), new("wakeLearning", "Let a learning that rests come back") { Chapter = Chapter, About = "After a week, as a new one does." });
        Turn(api, "used", async call => await call.Store.SayUsed(call.Id(), (await call.Body<LearningUsedFields>()).What, call.Today, call.Clock, call.Stop),
            new("sayLearningUsed", "Say what came of a learning") { Chapter = Chapter, Body = BodyShape.Of<LearningUsedFields>("What came of it.", new { What = "Asked first, and got twice as much." }) });
    }

    private static void Turn(ApiRoutes api, string step, Func<ApiCall, Task<Guid>> act, Operation about) =>
        api.Post($"{One}/{step}", async call => ChangesApi.Of(await act(call)), about with { Parameters = [Which], Answer = ChangesApi.Shape, Current = Read });

    private static async Task<ApiAnswer> List(ApiCall call)
    {
        var lines = call.Asked("about") is { } topic ? await call.Store.LearningsAbout(topic, MostAbout, call.Stop) : await call.Store.AllLearnings(call.Stop, Id(call, "person"), Id(call, "gathering"));
        return ApiAnswer.Of(new Page<LearningAnswer> { Items = [.. lines.Select(l => LearningAnswer.Of(l, call.Today))] });
    }

    private static Guid? Id(ApiCall call, string name) => call.Asked(name) is not { } text ? null : Guid.TryParse(text, out var id) ? id : throw ApiCall.Wrong(name, "Coverage.NotAnId");

    private static async Task<object> Read(ApiCall call) => LearningAnswer.Of(await call.Store.LearningOf(call.Id(), call.Stop), call.Today);
}
