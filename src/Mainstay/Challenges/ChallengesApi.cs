using Mainstay.Api;
using Mainstay.Words;

namespace Mainstay.Challenges;

/// <summary>Hard times, for the owner's own programs. Assistants have no part in it.</summary>
internal static class ChallengesApi
{
    private const string Chapter = "Hard times", One = "/challenges/{id:guid}", Help = "/help-now";

    /// <summary>Five parts as long as they may be, in any script.</summary>
    private const long MostWritten = 5L * Narrative.MostText * 6;

    private static readonly ChallengeAnswer Sample = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2e01"), "The big client left", "losing a client", new(2026, 8, 1)) { Sentence = "It should be over by Saturday, August 1, 2026." };

    private static Parameter Which => Parameter.Id("The hard time.");

    public static void Map(ApiRoutes api)
    {
        api.Get("/challenges", async call => ApiAnswer.Of(new Page<ChallengeAnswer> { Items = [.. (await call.Store.AllChallenges(call.Stop)).Select(c => ChallengeAnswer.Of(c, call.Today))] }), new("listChallenges", "The hard times you are in") { Chapter = Chapter, About = "Without what is written.", Answer = AnswerShape.PageOf("All of them.", Sample) });
        api.Post("/challenges", async call =>
        {
            var row = await call.Store.BeginChallenge((await call.Body<ChallengeFields>()).ToNew(), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Made(ChallengeAnswer.Of(row, call.Today, Narrative.Of(row)), $"{ApiRoutes.Root}/challenges/{row.Id}");
        }, new("beginChallenge", "Describe a hard time")
        {
            Chapter = Chapter,
            Body = BodyShape.Of<ChallengeFields>("The hard time.", new { Sample.Name, Sample.Topic, Narrative = new { Happened = "They wrote on Friday." } }) with { MostBytes = MostWritten },
            Answer = AnswerShape.Made<ChallengeAnswer>("The hard time.", Sample),
            IsTagged = true,
            HasSecret = true, // answers are kept for a day for whoever sends twice; nothing of a hard time is kept anywhere but in its row
        });
        api.Get(One, async call => ApiAnswer.Of(await Read(call)), new("readChallenge", "One hard time") { Chapter = Chapter, About = "What is written stands in it unless it is locked.", Parameters = [Which], Answer = AnswerShape.Of<ChallengeAnswer>("The hard time.", Sample), IsTagged = true });
        api.Put(One, async call =>
        {
            await call.Store.NameChallenge(call.Id(), (await call.Body<ChallengeFields>()).ToNew(), call.Today, call.Stop);
            return ApiAnswer.Of(await Read(call));
        }, new("nameChallenge", "Say otherwise by what it is known, what it is about, and by when it should be over") { Chapter = Chapter, Parameters = [Which], Body = BodyShape.Of<ChallengeFields>("The hard time; what is written stays.", new { Sample.Name, Sample.Topic }), Answer = AnswerShape.Of<ChallengeAnswer>("The hard time as it is now.", Sample), IsTagged = true, Current = Read });
        ChallengeHelpApi.Map(api);
        MapWriting(api);
        MapLock(api);
        MapEnd(api);
        MapHelp(api);
    }

    private static void MapWriting(ApiRoutes api)
    {
        api.Post(One + "/write", async call =>
        {
            var (said, row) = (await call.Body<ChallengeWritingFields>(), await call.Store.ChallengeOf(call.Id(), call.Stop));
            var key = row.IsLocked ? await call.Store.OpenChallenge(row.Id, said.Passphrase, call.Stop) : null;
            var now = await call.Store.WriteChallenge(row.Id, said.On, key, call.Stop);
            return ApiAnswer.Of(ChallengeAnswer.Of(now, call.Today, now.ReadBy(key)));
        }, new("writeChallenge", "Keep what is written of a hard time") { Chapter = Chapter, Parameters = [Which], Body = BodyShape.Of<ChallengeWritingFields>("What is written.", new { Happened = "They wrote on Friday." }) with { MostBytes = MostWritten }, Answer = AnswerShape.Of<ChallengeAnswer>("The hard time as it is now.", Sample), Current = Read, HasSecret = true });
        api.Post(One + "/open", async call =>
        {
            var key = await call.Store.OpenChallenge(call.Id(), (await call.Body<PassphraseFields>()).Passphrase, call.Stop);
            var row = await call.Store.ChallengeOf(call.Id(), call.Stop);
            return ApiAnswer.Of(ChallengeAnswer.Of(row, call.Today, row.ReadBy(key)));
        }, new("openChallenge", "Read what is locked") { Chapter = Chapter, Parameters = [Which], Body = BodyShape.Of<PassphraseFields>("The passphrase or the recovery code.", new { Passphrase = "correct horse battery" }), Answer = AnswerShape.Of<ChallengeAnswer>("The hard time with what is written.", Sample), Conflicts = "It is not locked.", HasSecret = true });
    }

    private static void MapLock(ApiRoutes api)
    {
        api.Post(One + "/lock", async call => ApiAnswer.Of(new RecoveryCodeAnswer(await call.Store.LockChallenge(call.Id(), (await call.Body<PassphraseFields>()).Passphrase, call.Stop))), new("lockChallenge", "Lock what is written by a passphrase")
        {
            Chapter = Chapter,
            About = "Who loses both the passphrase and the recovery code loses what is written: nobody can open it, not even whoever runs the server.",
            Parameters = [Which],
            Body = BodyShape.Of<PassphraseFields>("The passphrase.", new { Passphrase = "correct horse battery" }),
            Answer = AnswerShape.Of<RecoveryCodeAnswer>("The recovery code.", new RecoveryCodeAnswer("abcde-fghij-kmnpq-rstuv-wxyz2-3")),
            Conflicts = "It is locked already.",
            HasSecret = true,
            Current = Read,
        });
        api.Post(One + "/passphrase", async call =>
        {
            var said = await call.Body<NewPassphraseFields>();
            return ApiAnswer.Of(new RecoveryCodeAnswer(await call.Store.ChangePassphrase(call.Id(), await call.Store.OpenChallenge(call.Id(), said.Passphrase, call.Stop), said.NewPassphrase, call.Stop)));
        }, new("changePassphrase", "Lock what is written by another passphrase")
        {
            Chapter = Chapter,
            About = "The passphrase and the recovery code before open nothing that is written from then on.",
            Parameters = [Which],
            Body = BodyShape.Of<NewPassphraseFields>("The present one, or the recovery code, and the new one.", new { Passphrase = "correct horse battery", NewPassphrase = "another horse battery" }),
            Answer = AnswerShape.Of<RecoveryCodeAnswer>("The new recovery code.", new RecoveryCodeAnswer("abcde-fghij-kmnpq-rstuv-wxyz2-3")),
            Conflicts = "It is not locked.",
            HasSecret = true,
        });
        api.Post(One + "/unlock", async call =>
        {
            await call.Store.UnlockChallenge(call.Id(), await call.Store.OpenChallenge(call.Id(), (await call.Body<PassphraseFields>()).Passphrase, call.Stop), call.Stop);
            return ApiAnswer.Of(await Read(call));
        }, new("unlockChallenge", "Let what is written stand open again") { Chapter = Chapter, Parameters = [Which], Body = BodyShape.Of<PassphraseFields>("The passphrase or the recovery code.", new { Passphrase = "correct horse battery" }), Answer = AnswerShape.Of<ChallengeAnswer>("The hard time as it is now.", Sample), Conflicts = "It is not locked.", Current = Read, HasSecret = true });
    }

    private static void MapEnd(ApiRoutes api) =>
        api.Post(One + "/close", async call =>
        {
            var said = await call.Body<ChallengeCloseFields>();
            var learned = await call.Store.CloseChallenge(call.Id(), new(said.Lesson, call.Services.GetServices<IChallengeEnd>()) { KeepsTopic = said.KeepTopic }, call.Today, call.Clock, call.Stop);
            return ApiAnswer.Of(new ChallengeClosedAnswer(learned?.Id));
        }, new("closeChallenge", "Close a hard time and delete it") { Chapter = Chapter, About = "Cannot be taken back. A lost key is no hindrance.", Parameters = [Which], Body = BodyShape.Of<ChallengeCloseFields>("What is kept.", new { Lesson = "Never one client for half of it." }), Answer = AnswerShape.Of<ChallengeClosedAnswer>("What was kept.", new ChallengeClosedAnswer(null)), Current = Read });

    private static void MapHelp(ApiRoutes api)
    {
        var shape = AnswerShape.Of<HelpNowAnswer>("The lines that are listed.", new HelpNowAnswer("DE", [], 0, "Peer support between people, not a medical or emergency service."));
        api.Get(Help, async call => ApiAnswer.Of(await Lines(call)), new("helpNow", "Where to turn to at once") { Chapter = Chapter, Answer = shape });
        api.Put(Help, async call =>
        {
            await call.Store.SetCrisisCountry((await call.Body<CrisisCountryFields>()).Country, call.Stop);
            return ApiAnswer.Of(await Lines(call));
        }, new("setCrisisCountry", "Say in which country you are") { Chapter = Chapter, Body = BodyShape.Of<CrisisCountryFields>("The country.", new { Country = "DE" }), Answer = shape });
    }

    private static async Task<HelpNowAnswer> Lines(ApiCall call)
    {
        var country = await call.Store.CrisisCountry(call.Stop);
        var (lines, leftOut) = call.Http.RequestServices.GetRequiredService<CrisisLinesSource>().Of(country);
        return new(country, lines, leftOut, Speech.Say("Web.PeerSupport"));
    }

    private static async Task<object> Read(ApiCall call)
    {
        var row = await call.Store.ChallengeOf(call.Id(), call.Stop);
        return ChallengeAnswer.Of(row, call.Today, row.IsLocked ? null : Narrative.Of(row));
    }
}

/// <summary>What was kept of a hard time that is over.</summary>
public sealed record ChallengeClosedAnswer([property: System.ComponentModel.Description("The learning; null when nothing was kept.")] Guid? LearningId);
