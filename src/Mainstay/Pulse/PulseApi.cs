using Mainstay.Api;
using Mainstay.People;

namespace Mainstay.Pulse;

/// <summary>The pulse, for its owner's programs.</summary>
internal static class PulseApi
{
    private const string Chapter = "Pulse", One = "/pulse/{id:guid}", Plan = "/pulse/plan";

    private static readonly PulseAnswer Sample = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2b81"), new(2026, 5, 1), 7, 5, 8, null);

    private static readonly int[] SampleAnswers = [4, 2, 4, 2, 4, 2];

    private static readonly PulsePlanAnswer SamplePlan = new(PulseEvery.Week, DayOfWeek.Friday, null, new(2026, 5, 8), "Asks every week, next on Friday, May 8, 2026.");

    public static void Map(ApiRoutes api)
    {
        api.Get("/pulse", ReadView, new("readPulse", "How it goes, and which way")
        {
            Chapter = Chapter,
            Parameters = [Parameter.Limit, Parameter.Cursor],
            About = "Confidence, energy and feeling supported, 0 to 10, as you tapped them. A trend is the Theil–Sen slope, the middle of all slopes between two check-ins, from three of them on; it says nothing of causes.",
            Answer = AnswerShape.Of<PulseViewAnswer>("A part of what you tapped, the trends over all of it, and what happened in the same weeks.") with { IsPage = true },
        });
        api.Post("/pulse", async call =>
        {
            var kept = await call.Store.KeepPulse((await call.Body<PulseFields>()).ToNew(), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Made(KeptPulseAnswer.Of(kept), $"{ApiRoutes.Root}/pulse/{kept.Pulse.Id}");
        }, new("keepPulse", "Say how it goes")
        {
            Chapter = Chapter,
            About = "There is one pulse a day: a second changes the first.",
            Body = BodyShape.Of<PulseFields>("Three taps.", new { Sample.Confidence, Sample.Energy, Sample.Supported }),
            Answer = AnswerShape.Made<KeptPulseAnswer>("The pulse.", new KeptPulseAnswer(Sample, null)),
        });
        api.Get(One, async call => ApiAnswer.Of(await Read(call)), new("readDayPulse", "The pulse of a day") { Chapter = Chapter, Parameters = [Which], Answer = AnswerShape.Of<PulseAnswer>("The pulse.", Sample), IsTagged = true });
        api.Delete(One, async call => ChangesApi.Of(await call.Store.RemovePulse(call.Id(), call.Clock, call.Stop)), new("removePulse", "Remove the pulse of a day") { Chapter = Chapter, Parameters = [Which], Answer = ChangesApi.Shape, Current = Read });
        api.Get(Plan, async call => ApiAnswer.Of(await ReadPlan(call)), new("readPulsePlan", "How often Today asks") { Chapter = Chapter, Answer = AnswerShape.Of<PulsePlanAnswer>("As you chose it; never, until you do.", SamplePlan), IsTagged = true });
        api.Put(Plan, SetPlan, new("setPulsePlan", "Say how often Today asks")
        {
            Chapter = Chapter,
            About = "The card on Today asks how it goes and shows nothing of what you tapped.",
            Body = BodyShape.Of<PulsePlanFields>("How often.", new { SamplePlan.Every, SamplePlan.Weekday }),
            Answer = AnswerShape.Of<PulsePlanAnswer>("As it is now.", SamplePlan),
            IsTagged = true,
            Current = ReadPlan,
        });
        api.Post("/pulse/score", async call => ApiAnswer.Of(ScoreAnswer.Of(Scored.From((await call.Body<ScoreFields>()).ToNew()))), new("scoreQuestionnaire", "What the answers to a published questionnaire come to")
        {
            Chapter = Chapter,
            About = "Numbers in, numbers out: its wording belongs to its owners, nothing is kept, and nothing is a diagnosis. A change is told from wobbling (Jacobson and Truax 1991) where it is published how much the questionnaire wobbles.",
            Body = BodyShape.Of<ScoreFields>("The answers.", new { Questionnaire = "BRS", Answers = SampleAnswers }),
            Answer = AnswerShape.Of<ScoreAnswer>("The score.", new ScoreAnswer("BRS", 4, 24, null, Algorithms.Support.QuestionnaireBand.Normal, null, null, "BRS: 4.00 on a scale from 1 to 5, a sum of 24. Within its authors’ bounds that is normal.")),
        });
    }

    private static Parameter Which => Parameter.Id("The pulse.");

    /// <summary>After which day the list goes on.</summary>
    private sealed record Place(DateOnly On);

    private static async Task<ApiAnswer> ReadView(ApiCall call)
    {
        var view = await call.Store.PulseView(call.Today, call.Stop);
        var before = call.Cursor<Place>()?.On ?? DateOnly.MaxValue;
        var page = call.PageOf([.. view.All.Where(p => p.On < before).Take(call.Limit + 1)], p => new Place(p.On));
        return ApiAnswer.Of(PulseViewAnswer.Of(view with { All = page.Items }, call.Today) with { Next = page.Next }) with { Next = page.Next };
    }

    private static async Task<object> Read(ApiCall call) => PulseAnswer.Of(await call.Store.PulseOf(call.Id(), call.Stop));

    private static async Task<object> ReadPlan(ApiCall call) => PulsePlanAnswer.Of(await call.Store.PulsePlan(call.Stop), call.Today);

    private static async Task<ApiAnswer> SetPlan(ApiCall call)
    {
        var said = await call.Body<PulsePlanFields>();
        await call.Store.SetPulsePlan(new(said.Every, said.Weekday ?? DayOfWeek.Friday) { QuietUntil = said.PausedUntil }, call.Today, call.Stop);
        return ApiAnswer.Of(await ReadPlan(call));
    }
}
