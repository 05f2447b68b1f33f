using Mainstay.Api;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Feedback;

/// <summary>Requests for feedback, for programs.</summary>
internal static class FeedbackApi
{
    private const string Chapter = "Feedback", One = "/feedback/{id:guid}", Theirs = "/feedback-invites/{id:guid}", Rhythm = "/feedback-rhythm";

    private static readonly FeedbackAnswer Sample = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2c01"), "My talk in Lisbon", ["What should I keep?", "What should I change?"], false, new(2026, 5, 15))
    {
        Answered = 1, Step = FeedbackStep.Wait, Sentence = "1 of 1 answered. An answer helps until Friday, May 15, 2026.",
        People = [new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2c02"), RhythmExamples.Grace, "Answered.") { State = InviteState.Answered, SentOn = new(2026, 5, 1) }],
        Answers = [[new("The stories.", RhythmExamples.Grace, new(2026, 5, 2))], []],
    };

    private static Parameter Which => Parameter.Id("The request.");

    private static Parameter Whose => Parameter.Id("Somebody who is asked, as `people` of the request names them.");

    public static void Map(ApiRoutes api)
    {
        api.Get("/feedback", async call => ApiAnswer.Of(new Page<FeedbackAnswer> { Items = [.. (await call.Store.AllFeedback(call.Today, call.Stop)).Select(l => FeedbackAnswer.Of(l, call.Today))] }), new("listFeedback", "What you asked feedback on, and what was answered")
        {
            Chapter = Chapter,
            About = "What is your turn comes first, then what waits, then what is done.",
            Answer = AnswerShape.PageOf("All of them.", Sample),
        });
        api.Post("/feedback", async call =>
        {
            var row = await call.Store.AskFeedback((await call.Body<FeedbackFields>()).ToNew(), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Made(FeedbackAnswer.Of(await call.Store.FeedbackOf(row.Id, call.Stop), call.Today), $"{ApiRoutes.Root}/feedback/{row.Id}");
        }, new("askFeedback", "Ask for feedback")
        {
            Chapter = Chapter,
            About = "Nothing is sent: make a link for each, send the message yourself, and say that it is sent.",
            Body = BodyShape.Of<FeedbackFields>("The request.", new { Sample.About, Sample.Questions, People = new[] { RhythmExamples.Grace.Id } }),
            Answer = AnswerShape.Made<FeedbackAnswer>("The request.", Sample),
            IsTagged = true,
            Conflicts = "Somebody lies in the trash.",
        });
        MapOne(api);
        MapTheirs(api);
        MapRhythm(api);
    }

    private static void MapOne(ApiRoutes api)
    {
        api.Get(One, async call => ApiAnswer.Of(await Read(call)), new("readFeedback", "One request for feedback") { Chapter = Chapter, Parameters = [Which], Answer = AnswerShape.Of<FeedbackAnswer>("The request.", Sample), IsTagged = true });
        api.Put(One, async call =>
        {
            await call.Store.ChangeFeedback(call.Id(), (await call.Body<FeedbackFields>()).ToNew(), call.Today, call.Stop);
            return ApiAnswer.Of(await Read(call));
        }, new("rewriteFeedback", "Ask otherwise")
        {
            Chapter = Chapter,
            About = "What it is about, and the questions; as long as nobody answered.",
            Parameters = [Which],
            Body = BodyShape.Of<FeedbackFields>("The request.", new { Sample.About, Sample.Questions }),
            Answer = AnswerShape.Of<FeedbackAnswer>("The request as it is now.", Sample),
            IsTagged = true,
            Current = Read,
            Conflicts = "Somebody answered.",
        });
        api.Patch(One, Change, new("changeFeedback", "Say what became of a request for feedback")
        {
            Chapter = Chapter,
            Parameters = [Which],
            Body = BodyShape.PatchOf<FeedbackChangeFields>("What became of it.", new { Response = "I will start with a story." }),
            Answer = AnswerShape.Of<FeedbackAnswer>("The request as it is now.", Sample),
            IsTagged = true,
            Current = Read,
            Conflicts = "It has not come so far, or is over.",
        });
        api.Delete(One, async call => ChangesApi.Of(await call.Store.RemoveFeedback(call.Id(), call.Clock, call.Stop)), new("removeFeedback", "Remove a request for feedback with its answers") { Chapter = Chapter, About = "Taken back, its links stay revoked.", Parameters = [Which], Answer = ChangesApi.Shape, Current = Read });
    }

    private static void MapTheirs(ApiRoutes api)
    {
        api.Post(Theirs + "/link", async call =>
        {
            var (line, person) = await call.Store.FeedbackByInvite(call.Id(), call.Stop);
            var (text, link) = await call.Store.WriteFeedback(new(line.It.Id, person, FeedbackLetter.Ask), Reached.From(call.Http), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Made(new FeedbackLinkAnswer(link, text), $"{ApiRoutes.Root}/feedback/{line.It.Id}");
        }, new("makeFeedbackLink", "Make a link by which somebody can give feedback without an account")
        {
            Chapter = Chapter,
            About = "Links made before stay good. All of one person's end when one is used, or when the request is closed.",
            Parameters = [Whose],
            Answer = AnswerShape.Made<FeedbackLinkAnswer>("The link, and the message with it.", new FeedbackLinkAnswer("https://mainstay.example/answer/abcdefghjkmnpqrstuvwxyz23456", "Dear Grace …")),
            Conflicts = "They answered, or it is over.",
            HasSecret = true,
        });
        api.Patch(Theirs, async call =>
        {
            var change = await call.Body<FeedbackInviteFields>();
            var (line, person) = await call.Store.FeedbackByInvite(call.Id(), call.Stop);
            var id = line.It.Id;
            await call.Store.AllOrNothing(async () =>
            {
                if (change.Sent == true) await call.Store.SendFeedback(id, person, call.Today, call.Clock, call.Stop);
                if (change.Reminded == true) await call.Store.RemindedOfFeedback(id, person, call.Today, call.Stop);
                if (change.Said is { } said) await call.Store.NoteReply(id, person, new(said.ElementAtOrDefault(0), said.ElementAtOrDefault(1), said.ElementAtOrDefault(2)), call.Today, call.Clock, call.Stop);
                return id;
            }, call.Stop);
            return ApiAnswer.Of(await ReadTheirs(call));
        }, new("changeFeedbackInvite", "Say how it stands with one of those who are asked")
        {
            Chapter = Chapter,
            Parameters = [Whose],
            Body = BodyShape.PatchOf<FeedbackInviteFields>("How it stands.", new { Sent = true }),
            Answer = AnswerShape.Of<FeedbackAnswer>("The request as it is now.", Sample),
            IsTagged = true,
            Current = ReadTheirs,
            Conflicts = "They answered or were reminded already, or it is over.",
        });
    }

    private static void MapRhythm(ApiRoutes api)
    {
        var shape = AnswerShape.Of<FeedbackRhythmAnswer>("How often, and when next.", new FeedbackRhythmAnswer(3, new DateOnly(2026, 8, 1)));
        api.Get(Rhythm, async call => ApiAnswer.Of(await Rhythmic(call)), new("readFeedbackRhythm", "How often you mean to ask for feedback") { Chapter = Chapter, Answer = shape });
        api.Put(Rhythm, async call =>
        {
            await call.Store.SetFeedbackRhythm((await call.Body<FeedbackRhythmFields>()).Months, call.Today, call.Stop);
            return ApiAnswer.Of(await Rhythmic(call));
        }, new("setFeedbackRhythm", "Say how often you mean to ask for feedback") { Chapter = Chapter, Body = BodyShape.Of<FeedbackRhythmFields>("How often.", new { Months = 3 }), Answer = shape });
        api.Delete(Rhythm, async call => ChangesApi.Of(await call.Store.StopFeedbackRhythm(call.Clock, call.Stop)), new("stopFeedbackRhythm", "Have no rhythm of asking for feedback any more") { Chapter = Chapter, Answer = ChangesApi.Shape });
    }

    private static async Task<ApiAnswer> Change(ApiCall call)
    {
        var sent = await call.Json();
        var (change, id) = (ApiJson.Read<FeedbackChangeFields>(sent), call.Id());
        await call.Store.AllOrNothing(async () =>
        {
            if (sent.TryGetProperty("message", out _)) await call.Store.WordFeedback(id, change.Message, call.Stop);
            if (change.DueOn is { } due) await call.Store.ExtendFeedback(id, due, call.Today, call.Clock, call.Stop);
            if (change.People is { } people) await call.Store.AskMore(id, people, call.Today, call.Stop);
            if (change.Closed == true) await call.Store.CloseFeedback(id, call.Today, call.Stop);
            if (change.Response is { } response) await call.Store.RespondToFeedback(id, response, call.Today, call.Stop);
            if (change.Told == true) await call.Store.ToldOfFeedback(id, null, call.Today, call.Clock, call.Stop);
            if (change.Changed is { } changed) await call.Store.SayFeedbackChanged(id, changed, call.Today, call.Stop);
            return id;
        }, call.Stop);
        return ApiAnswer.Of(await Read(call));
    }

    private static async Task<object> Read(ApiCall call) => FeedbackAnswer.Of(await call.Store.FeedbackOf(call.Id(), call.Stop), call.Today);

    private static async Task<object> ReadTheirs(ApiCall call) => FeedbackAnswer.Of((await call.Store.FeedbackByInvite(call.Id(), call.Stop)).Line, call.Today);

    private static async Task<FeedbackRhythmAnswer> Rhythmic(ApiCall call) => await call.Store.FeedbackRhythm(call.Stop) is { } plan ? new(plan.Months, await call.Store.NextFeedback(plan, call.Stop)) : new(null, null);
}
