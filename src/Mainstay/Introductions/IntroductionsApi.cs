using System.Text.Json;
using Mainstay.Api;
using Mainstay.Entrance;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary>Introductions with the consent of everybody, for programs.</summary>
internal static class IntroductionsApi
{
    private const string Chapter = "Introductions";

    private static readonly IntroductionAnswer Sample = new()
    {
        Id = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a41"), Connector = RhythmExamples.Grace, Second = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a31"), "Alan Turing"), Purpose = "I would like to hear how he hires for research.",
        Blind = false, AnswerBy = new(2026, 5, 8), State = IntroductionState.Asked, Step = IntroductionStep.WaitForConnector, Sentence = "You asked Grace Hopper on 1 May 2026. An answer helps until 8 May 2026.", SentOn = new(2026, 5, 1), SecondSide = new(null),
    };

    private static Parameter Which => Parameter.Id("The introduction.");

    public static void Map(ApiRoutes api)
    {
        api.Get("/introductions", async call => ApiAnswer.Of(new Page<IntroductionAnswer> { Items = [.. (await call.Store.AllIntroductions(call.Today, call.Stop)).Select(l => IntroductionAnswer.Of(l, call.Today))] }), new("listIntroductions", "Introductions you asked for, or make")
        {
            Chapter = Chapter,
            About = "What is your turn comes first, then what is on its way, then what is over.",
            Answer = AnswerShape.PageOf("All of them.", Sample),
        });
        api.Post("/introductions", Add, new("addIntroduction", "Ask somebody to introduce you, or introduce two of your people")
        {
            Chapter = Chapter,
            About = "Nothing is sent: make a link, send the message yourself, and say that it is sent. The connector asks the other, and nobody's contact details are told before everybody has said yes.",
            Body = BodyShape.Of<IntroductionFields>("The introduction.", new { Second = Sample.Second.Id, Through = RhythmExamples.Grace.Id, Sample.Purpose }),
            Answer = AnswerShape.Made<IntroductionAnswer>("The introduction.", Sample with { State = IntroductionState.Drafted, Step = IntroductionStep.Send, SentOn = null, Sentence = "Written, and not sent yet.", Hints = ["You asked Grace Hopper 3 times in the last eight weeks."] }),
            IsTagged = true,
            Conflicts = "One of the same two people is under way, or somebody lies in the trash.",
        });
        MapOne(api);
    }

    private static void MapOne(ApiRoutes api)
    {
        api.Get("/introductions/{id:guid}", async call => ApiAnswer.Of(await Read(call)), new("readIntroduction", "One introduction") { Chapter = Chapter, Parameters = [Which], Answer = AnswerShape.Of<IntroductionAnswer>("The introduction.", Sample), IsTagged = true });
        api.Post("/introductions/{id:guid}/link", MakeLink, new("makeIntroductionLink", "Make a link by which somebody can answer without an account")
        {
            Chapter = Chapter,
            Parameters = [Which],
            Body = BodyShape.Of<IntroductionLinkFields>("For whom.", new { To = "connector" }),
            Answer = AnswerShape.Made<IntroductionLinkAnswer>("The link, and the message with it.", new IntroductionLinkAnswer("https://mainstay.example/answer/abcdefghjkmnpqrstuvwxyz23456", "Dear Grace …", "grace@example.org")),
            Conflicts = "It is withdrawn, or they are not asked by a link of yours.",
            HasSecret = true,
        });
        api.Patch("/introductions/{id:guid}", Change, new("changeIntroduction", "Say what became of an introduction")
        {
            Chapter = Chapter,
            Parameters = [Which],
            Body = BodyShape.PatchOf<IntroductionChangeFields>("What became of it.", new { Sent = true }),
            Answer = AnswerShape.Of<IntroductionAnswer>("The introduction as it is now.", Sample),
            IsTagged = true,
            Current = Read,
            Conflicts = "It has not come so far, or is over; or this server sends no mail, or nobody has an account here to answer to.",
        });
        api.Delete("/introductions/{id:guid}", async call =>
        {
            await Read(call);
            return ChangesApi.Of(await call.Store.RemoveIntroduction(call.Id(), call.Clock, call.Stop));
        }, new("removeIntroduction", "Remove an introduction")
        {
            Chapter = Chapter,
            About = "Favours and touches that came of it stay, but for those of letters that never went out. Taken back, its links stay revoked.",
            Parameters = [Which],
            Answer = ChangesApi.Shape,
            Current = Read,
        });
    }

    private static async Task<ApiAnswer> Add(ApiCall call)
    {
        var made = await call.Store.AddIntroduction((await call.Body<IntroductionFields>()).ToIntroduction(), call.Today, call.Clock, call.Stop);
        return ApiAnswer.Made(await call.Store.AnswerOf(await call.Store.IntroductionOf(made.Id, call.Stop), call.Today, call.Stop), $"{ApiRoutes.Root}/introductions/{made.Id}");
    }

    private static async Task<ApiAnswer> MakeLink(ApiCall call)
    {
        var line = await call.Store.IntroductionOf(call.Id(), call.Stop);
        var to = (await call.Body<IntroductionLinkFields>()).To;
        var link = ByLink.Of(Reached.From(call.Http), await call.Store.MakeIntroductionLink(call.Id(), to, call.Today, call.Clock, call.Stop));
        var letter = await call.Store.LetterWithLink(line, to, call.Today, call.Stop) with { Link = link };
        return ApiAnswer.Made(new IntroductionLinkAnswer(link, letter.Whole, letter.Mail), $"{ApiRoutes.Root}/introductions/{call.Id()}");
    }

    private static async Task<ApiAnswer> Change(ApiCall call)
    {
        var sent = await call.Json();
        var (change, id) = (ApiJson.Read<IntroductionChangeFields>(sent), call.Id());
        await Read(call);
        // What is over calls off what waits: it would be told that it went out, and never does.
        Mistaken.ThrowIf(new Problems().When(change.Send is not null && (change.Closed == true || change.Withdrawn == true), "send", "Introductions.SendOrEnd"));
        await call.Store.AllOrNothing(async () =>
        {
            if (Rewords(sent)) await call.Store.ChangeIntroduction(id, Reworded(sent, change, IntroductionWording.Of((await call.Store.IntroductionOf(id, call.Stop)).It)), call.Today, call.Stop);
            if (sent.TryGetProperty("message", out _)) await call.Store.WordIntroduction(id, change.Message, call.Stop);
            if (change.Send is { } what) await call.Store.PostIntroduction(id, new(what, call.Services.GetRequiredService<Settings>(), change.Thanks), call.Today, call.Clock, call.Stop);
            if (change.Sent == true) await call.Store.SendIntroduction(id, call.Today, call.Clock, call.Stop);
            if (change.PassedOn == true) await call.Store.PassOn(id, new(), call.Today, call.Clock, call.Stop);
            if (change.Answer is { } answer) await call.Store.SayConsent(id, answer.Side ?? Side.Second, new(answer.Answer, answer.Until, answer.Note, answer.Contact), call.Today, call.Clock, call.Stop);
            if (change.Wrote == true) await call.Store.SayWrote(id, call.Today, call.Clock, call.Stop);
            if (change.Outcome is { } outcome) await call.Store.SayMeeting(id, Side.First, outcome, call.Today, call.Stop);
            if (change.Thanks is { } thanks) await call.Store.ThankConnector(id, thanks, call.Today, call.Clock, call.Stop);
            if (change.Withdrawn == true) await call.Store.WithdrawIntroduction(id, call.Today, call.Clock, call.Stop);
            if (change.Closed == true) await call.Store.CloseIntroduction(id, call.Today, call.Clock, call.Stop);
            return sent;
        }, call.Stop);
        return ApiAnswer.Of(await Read(call));
    }

    private static bool Rewords(JsonElement sent) => ((string[])["purpose", "blurb", "blind", "contact", "answerBy"]).Any(field => sent.TryGetProperty(field, out _));

    /// <summary>What is not sent stays.</summary>
    private static IntroductionWording Reworded(JsonElement sent, IntroductionChangeFields change, IntroductionWording was) => was with
    {
        Purpose = sent.TryGetProperty("purpose", out _) ? change.Purpose ?? "" : was.Purpose,
        Blurb = sent.TryGetProperty("blurb", out _) ? change.Blurb : was.Blurb,
        IsBlind = change.Blind ?? was.IsBlind,
        Contact = sent.TryGetProperty("contact", out _) ? change.Contact : was.Contact,
        AnswerBy = change.AnswerBy ?? was.AnswerBy,
    };

    private static async Task<object> Read(ApiCall call) => await call.Store.AnswerOf(await call.Store.IntroductionOf(call.Id(), call.Stop), call.Today, call.Stop);
}
