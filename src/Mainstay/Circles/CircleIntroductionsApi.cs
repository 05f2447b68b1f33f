using System.ComponentModel;
using Mainstay.Api;
using static Mainstay.Circles.CirclesApi;

namespace Mainstay.Circles;

/// <summary>Introductions across members, for programs.</summary>
internal static class CircleIntroductionsApi
{
    private const string All = Here + "/introductions", One = All + "/{id:guid}";

    private static readonly CircleIntroductionAnswer Sample = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2c21"), "Siemens", "Half an hour on how they buy.", IntroductionStage.Asked, new(2026, 5, 8), true) { Asker = "Ada Lovelace" };

    private static readonly Parameter[] Which = [WhichCircle, Parameter.Id("The introduction.")];

    public static void Map(ApiRoutes api)
    {
        api.Post(All + "/looks", async call => ApiAnswer.Of(new DoorAnswer(await call.Store.SomebodyKnows(await Seat(call), (await call.Body<DoorFields>()).At, call.Clock.GetUtcNow().UtcDateTime, call.Stop))),
            new("lookForDoor", "Whether somebody willing knows somebody at an organization") { Chapter = Chapter, About = "Not who, not whom, not how many. Twenty times a day.", Parameters = [WhichCircle], Body = BodyShape.Of<DoorFields>("Which organization.", new { Sample.At }), Answer = AnswerShape.Of<DoorAnswer>("Whether somebody does.", new DoorAnswer(true)) });
        api.Get(All, async call =>
        {
            var seat = await Seat(call);
            var lines = (await call.Store.IntroductionsAsked(seat, call.Today, call.Stop)).Concat(await call.Store.IntroductionsToOpen(seat, call.Today, call.Stop));
            return ApiAnswer.Of(new Page<CircleIntroductionAnswer> { Items = [.. lines.Select(l => CircleIntroductionAnswer.Of(l, seat.Id))] });
        }, new("listCircleIntroductions", "What you asked for, and doors you could open") { Chapter = Chapter, Parameters = [WhichCircle], Answer = AnswerShape.PageOf("What you asked for first; the newest first.", Sample) });
        api.Post(All, async call =>
        {
            var said = await call.Body<CircleIntroductionFields>();
            var made = await call.Store.AskForIntroduction(Me(call), new(said.At, said.Purpose), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Made(await Read(call, made.Id), $"{ApiRoutes.Root}/circles/{call.Store.SpaceId}/introductions");
        }, new("askForCircleIntroduction", "Ask whoever is willing and knows somebody there") { Chapter = Chapter, Parameters = [WhichCircle], Body = BodyShape.Of<CircleIntroductionFields>("Where, and what for.", new { Sample.At, Sample.Purpose }), Answer = AnswerShape.Made<CircleIntroductionAnswer>("What is asked.", Sample) });
        api.Post(One + "/step", async call =>
        {
            var said = await call.Body<CircleStepFields>();
            await (said.Step switch
            {
                CircleStep.TakeOn => call.Store.TakeOnIntroduction(Me(call), call.Id(), call.Today, call.Stop),
                CircleStep.Pass => call.Store.PassOnIntroduction(Me(call), call.Id(), call.Stop),
                CircleStep.Yes or CircleStep.No => call.Store.SayIntroductionAnswer(Me(call), call.Id(), said.Step == CircleStep.Yes, said.Reach, call.Today, call.Stop),
                CircleStep.Met => call.Store.SayIntroductionOutcome(Me(call), call.Id(), IntroductionStage.Met, call.Stop),
                CircleStep.NotYet => call.Store.SayIntroductionOutcome(Me(call), call.Id(), IntroductionStage.NotYet, call.Stop),
                CircleStep.NotUseful => call.Store.SayIntroductionOutcome(Me(call), call.Id(), IntroductionStage.NotUseful, call.Stop),
                _ => call.Store.SayIntroductionOutcome(Me(call), call.Id(), IntroductionStage.Withdrawn, call.Stop),
            });
            return ApiAnswer.Done;
        }, new("stepCircleIntroduction", "Take it on, pass, say what was answered, or what came of it") { Chapter = Chapter, Parameters = Which, Body = BodyShape.Of<CircleStepFields>("The step.", new { Step = "takeOn" }), Conflicts = "Another was quicker, or it is not so far." });
    }

    private static async Task<CircleIntroductionAnswer> Read(ApiCall call, Guid id)
    {
        var seat = await Seat(call);
        return CircleIntroductionAnswer.Of((await call.Store.IntroductionsAsked(seat, call.Today, call.Stop)).First(l => l.It.Id == id), seat.Id);
    }

    internal sealed record DoorFields(string At);

    internal sealed record DoorAnswer([property: Description("Somebody willing knows somebody there.")] bool IsKnown);

    internal sealed record CircleIntroductionFields(string At, string Purpose);

    internal sealed record CircleStepFields(CircleStep Step, [property: Description("With yes: how whoever said it wants to be reached.")] string? Reach = null);

    internal enum CircleStep { TakeOn = 0, Pass = 1, Yes = 2, No = 3, Met = 4, NotYet = 5, NotUseful = 6, Withdraw = 7 }

    internal sealed record CircleIntroductionAnswer(Guid Id, string At, string Purpose, IntroductionStage Stage, DateOnly Until, [property: Description("You asked for it; else you could open the door, or took it on.")] bool IsMine)
    {
        public required string Asker { get; init; }

        [Description("Who took it on; null before.")]
        public string? Connector { get; init; }

        [Description("How to reach whoever said yes; told to who asked, and to who opened the door.")]
        public string? Reach { get; init; }

        public static CircleIntroductionAnswer Of(CircleIntroductionLine line, Guid me) => new(line.It.Id, line.It.At, line.It.Purpose, line.Stage, line.It.Until, line.It.AskerId == me) { Asker = line.Asker, Connector = line.Connector, Reach = line.It.Reach };
    }
}
