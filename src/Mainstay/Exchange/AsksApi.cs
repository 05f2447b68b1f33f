using Mainstay.Api;
using Mainstay.Entrance;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Exchange;

/// <summary>Asks, for programs.</summary>
internal static class AsksApi
{
    private const string Chapter = "Asks";

    internal static readonly AskAnswer Sample = new()
    {
        Id = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a21"), Person = RhythmExamples.Grace, What = "Would you look at my price list before I send it to the clinics?", HowLong = "20", AnswerBy = new(2026, 5, 4), InReturn = "A test of your new page",
        Weight = Weight.Normal, IsFirst = false, State = AskState.Sent, Step = AskStep.Wait, Sentence = "Sent on 1 May 2026. An answer helps until 4 May 2026.", SentOn = new(2026, 5, 1),
    };

    public static void Map(ApiRoutes api)
    {
        api.Get("/asks", async call => List(call, await call.Store.AllAsks(call.Today, call.Stop)), new("listAsks", "What you asked of others, and what became of it")
        {
            Chapter = Chapter,
            About = "What is your turn comes first, then what is on its way, then what is over.",
            Answer = AnswerShape.PageOf("All of them.", Sample),
        });
        api.Get("/people/{id:guid}/asks", ListOf, new("listAsksOfPerson", "What you asked of a person") { Chapter = Chapter, Parameters = [Parameter.Id("The person.")], Answer = AnswerShape.PageOf("All of them.", Sample) });
        api.Post("/asks", Add, new("addAsk", "Write an ask to one person")
        {
            Chapter = Chapter,
            About = "Nothing is sent: make a link, send the message yourself, and say that it is sent. Of a confidential ask the answer is not kept: sent again with the same key, it comes without its body, and `Location` says where it is.",
            Body = BodyShape.Of<AskFields>("The ask.", new { PersonId = RhythmExamples.Grace.Id, Sample.What, Sample.HowLong, Sample.AnswerBy, Sample.InReturn }),
            Answer = AnswerShape.Made<AskAnswer>("The ask.", Sample with { State = AskState.Drafted, Step = AskStep.Send, SentOn = null, Sentence = "Written, and not sent yet." }),
            IsTagged = true,
            Conflicts = "The same ask is on its way to them, or they lie in the trash.",
        });
        MapOne(api);
    }

    private static void MapOne(ApiRoutes api)
    {
        api.Get("/asks/{id:guid}", async call => ApiAnswer.Of(await Read(call)), new("readAsk", "One ask") { Chapter = Chapter, Parameters = [Which], Answer = AnswerShape.Of<AskAnswer>("The ask.", Sample), IsTagged = true });
        api.Get("/asks/{id:guid}/next", async call => ApiAnswer.Of(new Page<NextPersonAnswer> { Items = [.. (await call.Store.NextAfter(await call.Store.AskOf(call.Id(), call.Stop), call.Today, call.Stop)).Select(NextPersonAnswer.Of)] }), new("listNextToAsk", "Whom to ask next for the same")
        {
            Chapter = Chapter,
            About = "Those you named come first; while these are few, those who can help with it. Nobody who was asked for it already.",
            Parameters = [Which],
            Answer = AnswerShape.PageOf("Whom to ask next.", new NextPersonAnswer(RhythmExamples.Grace.Id, RhythmExamples.Grace.Name, true, ["You named them for this."])),
        });
        api.Post("/asks/{id:guid}/link", MakeLink, new("makeAskLink", "Make a link by which they can answer without an account")
        {
            Chapter = Chapter,
            About = "Links made before stay good. All of them end when one is used, or when the ask is withdrawn.",
            Parameters = [Which],
            Answer = AnswerShape.Made<AskLinkAnswer>("The link, and the message with it.", new AskLinkAnswer("https://mainstay.example/answer/abcdefghjkmnpqrstuvwxyz23456", "Dear Grace …")),
            Conflicts = "It was answered or withdrawn.",
            HasSecret = true,
        });
        api.Patch("/asks/{id:guid}", Change, new("changeAsk", "Say what became of an ask")
        {
            Chapter = Chapter,
            Parameters = [Which],
            Body = BodyShape.PatchOf<AskChangeFields>("What became of it.", new { Sent = true }),
            Answer = AnswerShape.Of<AskAnswer>("The ask as it is now.", Sample),
            IsTagged = true,
            Current = Read,
            Conflicts = "It has not come so far, or is over.",
        });
        api.Delete("/asks/{id:guid}", Remove, new("removeAsk", "Remove an ask")
        {
            Chapter = Chapter,
            About = "Favours that came of it stay. Taken back, its links stay revoked.",
            Parameters = [Which],
            Answer = ChangesApi.Shape,
            Current = Read,
        });
    }

    private static Parameter Which => Parameter.Id("The ask.");

    private static ApiAnswer List(ApiCall call, IReadOnlyList<AskLine> lines) => ApiAnswer.Of(new Page<AskAnswer> { Items = [.. lines.Select(l => AskAnswer.Of(l, call.Today))] });

    private static async Task<ApiAnswer> ListOf(ApiCall call)
    {
        await call.Store.ThrowUnlessThere([call.Id()], call.Stop);
        return List(call, await call.Store.AsksTo(call.Id(), call.Today, call.Stop));
    }

    private static async Task<ApiAnswer> Add(ApiCall call)
    {
        var ask = await call.Store.AddAsk((await call.Body<AskFields>()).ToAsk(), call.Today, call.Clock, call.Stop);
        call.IsConfidential = ask.IsConfidential;
        return ApiAnswer.Made(AskAnswer.Of(await call.Store.AskOf(ask.Id, call.Stop), call.Today), $"{ApiRoutes.Root}/asks/{ask.Id}");
    }

    private static async Task<ApiAnswer> Remove(ApiCall call)
    {
        await Read(call);
        return ChangesApi.Of(await call.Store.RemoveAsk(call.Id(), call.Clock, call.Stop));
    }

    private static async Task<ApiAnswer> MakeLink(ApiCall call)
    {
        var line = await call.Store.AskOf(call.Id(), call.Stop);
        var link = ByLink.Of(Reached.From(call.Http), await call.Store.MakeAskLink(call.Id(), call.Today, call.Clock, call.Stop));
        return ApiAnswer.Made(new AskLinkAnswer(link, AskWords.WithLink(line.Ask.Message ?? await AskPage.Draft(call.Store, line, call.Stop), link)), $"{ApiRoutes.Root}/asks/{call.Id()}");
    }

    private static async Task<ApiAnswer> Change(ApiCall call)
    {
        var sent = await call.Json();
        var (change, id) = (ApiJson.Read<AskChangeFields>(sent), call.Id());
        await Read(call);
        await call.Store.AllOrNothing(async () =>
        {
            if (sent.TryGetProperty("message", out _)) await call.Store.Word(id, change.Message, call.Stop);
            if (change.Sent == true) await call.Store.SendAsk(id, call.Today, call.Clock, call.Stop);
            if (change.Answer is { } answer) await call.Store.SayAnswer(id, new(answer.Answer, answer.Note, answer.Until), call.Today, call.Clock, call.Stop);
            if (change.More is { } more) await call.Store.TellMore(id, more, call.Today, call.Stop);
            if (change.Outcome is { } outcome) await call.Store.SayOutcome(id, outcome, call.Today, call.Clock, call.Stop);
            if (change.Thanked == true) await call.Store.ThankForAsk(id, call.Today, call.Clock, call.Stop);
            if (change.Withdrawn == true) await call.Store.WithdrawAsk(id, call.Today, call.Clock, call.Stop);
            if (change.Closed == true) await call.Store.CloseAsk(id, call.Today, call.Stop);
            return sent;
        }, call.Stop);
        return ApiAnswer.Of(await Read(call));
    }

    private static async Task<object> Read(ApiCall call) => AskAnswer.Of(await call.Store.AskOf(call.Id(), call.Stop), call.Today);
}
