using Mainstay.Api;
using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Rhythm;

namespace Mainstay.Board;

/// <summary>The board of advisors, for programs.</summary>
internal static class BoardApi
{
    internal const string Chapter = "Board of advisors";

    private static readonly SeatAnswer Sample = new()
    {
        Id = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a31"), Function = SeatFunction.SparringPartner, Topic = "pricing", State = SeatState.Taken, Sentence = "Grace Hopper, from May 2026 to April 2027.", Person = RhythmExamples.Grace,
        Since = new(2026, 5, 1), Until = new(2027, 4, 30), Scope = "half an hour", TimesAYear = 4, Gives = "A test of your new page", NextTalkOn = new(2026, 7, 31),
    };

    public static void Map(ApiRoutes api)
    {
        api.Get("/board", async call => ApiAnswer.Of(BoardAnswer.Of(await call.Services.GetRequiredService<BoardQueries>().Board(call.Store, call.Today, call.Stop))), new("readBoard", "The board of advisors: seats, who sits where, what is missing")
        {
            Chapter = Chapter,
            Answer = AnswerShape.Of<BoardAnswer>("The board."),
        });
        api.Get("/people/{id:guid}/brief", async call => ApiAnswer.Of(BriefAnswer.Of(await call.Services.GetRequiredService<BriefQueries>().Brief(call.Store, call.Id(), call.Today, call.Stop))), new("readBrief", "What is good to know before a talk with a person")
        {
            Chapter = Chapter,
            Parameters = [Parameter.Id("The person.")],
            Answer = AnswerShape.Of<BriefAnswer>("The brief.", new BriefAnswer(RhythmExamples.Grace, [new("What was advised", ["May 2026: “Raise the price.” Not decided yet."])])),
        });
        api.Post("/board/seats", async call =>
        {
            var seat = await call.Store.AddSeat((await call.Body<SeatFields>()).ToSeat(), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Made(SeatAnswer.Of(await call.Store.SeatOf(seat.Id, call.Stop), call.Today), $"{ApiRoutes.Root}/board/seats/{seat.Id}");
        }, new("addSeat", "Set up a seat on the board")
        {
            Chapter = Chapter,
            Body = BodyShape.Of<SeatFields>("The seat.", new { Function = "sparringPartner", Sample.Topic, PersonId = RhythmExamples.Grace.Id, Sample.Until, Sample.Scope, Sample.TimesAYear }),
            Answer = AnswerShape.Made<SeatAnswer>("The seat.", Sample),
            IsTagged = true,
            Conflicts = "They lie in the trash, or there are too many seats.",
        });
        MapOne(api);
    }

    private static void MapOne(ApiRoutes api)
    {
        api.Get("/board/seats/{id:guid}", async call => ApiAnswer.Of(await Read(call)), new("readSeat", "One seat") { Chapter = Chapter, Parameters = [Which], Answer = AnswerShape.Of<SeatAnswer>("The seat.", Sample), IsTagged = true });
        api.Put("/board/seats/{id:guid}", async call =>
        {
            await call.Store.ChangeSeat(call.Id(), (await call.Body<SeatFields>()).ToSeat(), call.Today, call.Stop);
            return ApiAnswer.Of(await Read(call));
        }, new("changeSeat", "Say anew what the seat is for, and who sits there")
        {
            Chapter = Chapter,
            Parameters = [Which],
            Body = BodyShape.Of<SeatFields>("The seat.", new { Function = "sparringPartner", Sample.Topic }),
            Answer = AnswerShape.Of<SeatAnswer>("The seat as it is now.", Sample),
            IsTagged = true,
            Current = Read,
            Conflicts = "They lie in the trash.",
        });
        api.Post("/board/seats/{id:guid}/ask", async call =>
        {
            var ask = await call.Store.AskForSeat(call.Id(), (await call.Body<SeatAskFields>()).ToAsk(), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Made(AskAnswer.Of(await call.Store.AskOf(ask.Id, call.Stop), call.Today), $"{ApiRoutes.Root}/asks/{ask.Id}");
        }, new("askForSeat", "Write the ask to take a seat")
        {
            Chapter = Chapter,
            About = "Nothing is sent: go on with the ask. When they say yes, they sit there.",
            Parameters = [Which],
            Body = BodyShape.Of<SeatAskFields>("What is asked for.", new { PersonId = RhythmExamples.Grace.Id, Sample.Scope, Sample.TimesAYear, Sample.Until, Sample.Gives }),
            Answer = AnswerShape.Made<AskAnswer>("The ask.", AsksApi.Sample with { State = AskState.Drafted, Step = AskStep.Send, IsFirst = true, SentOn = null, Sentence = "Written, and not sent yet." }),
            Conflicts = "Somebody sits there, or is asked already.",
        });
        api.Delete("/board/seats/{id:guid}", async call => ChangesApi.Of(await call.Store.RemoveSeat(call.Id(), call.Clock, call.Stop)),
            new("removeSeat", "Do without a seat") { Chapter = Chapter, Parameters = [Which], Answer = ChangesApi.Shape, Current = Read });
    }

    private static Parameter Which => Parameter.Id("The seat.");

    private static async Task<object> Read(ApiCall call) => SeatAnswer.Of(await call.Store.SeatOf(call.Id(), call.Stop), call.Today);
}
