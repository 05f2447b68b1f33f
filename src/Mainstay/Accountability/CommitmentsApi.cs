using Mainstay.Api;
using Mainstay.Entrance;
using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Web;

namespace Mainstay.Accountability;

/// <summary>Commitments, for programs.</summary>
internal static class CommitmentsApi
{
    private const string Chapter = "Commitments", One = "/commitments/{id:guid}", Over = "It is over.";

    private static readonly CommitmentAnswer Sample = new()
    {
        Id = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2c01"), Outcome = "Send the offer to five clinics", Counts = "Sent, with a price in it", Due = new(2026, 6, 1), FirstStep = "List ten clinics", Witness = RhythmExamples.Grace, WitnessState = WitnessState.Accepted,
        WitnessSentence = "Grace Hopper is your witness since 2 May 2026.", CheckInOn = DayOfWeek.Friday, State = CommitmentState.Open, IsPaused = false, Sentence = "Due on Monday, June 1, 2026.", NextCheckIn = new(2026, 5, 15), SeemsTooLarge = false,
        CheckIns = [new(new(2026, 5, 8), CheckInState.Done, "Two are out.", "Call the third", new(2026, 5, 8))],
    };

    private static readonly object Made = new { Sample.Outcome, Sample.Counts, Sample.Due, Sample.FirstStep, WitnessId = RhythmExamples.Grace.Id };

    private static Parameter Which => Parameter.Id("The commitment.");

    public static void Map(ApiRoutes api)
    {
        api.Get("/commitments", async call => ApiAnswer.Of(new Page<CommitmentAnswer> { Items = [.. (await call.Store.AllCommitments(call.Today, call.Stop, Person(call))).Select(l => CommitmentAnswer.Of(l, call.Today))] }), new("listCommitments", "What you promised, and how it goes")
        {
            Chapter = Chapter,
            About = "Those that are open come first, the nearest before the others.",
            Parameters = [new("witness", typeof(Guid), "Only those that this person witnesses, or is to.")],
            Answer = AnswerShape.PageOf("All of them.", Sample),
        });
        api.Post("/commitments", Commit, new("commit", "Promise something by a day")
        {
            Chapter = Chapter,
            About = "A witness is named here, and asked by the link that you make.",
            Body = BodyShape.Of<CommitmentFields>("The commitment.", Made),
            Answer = AnswerShape.Made<CommitmentAnswer>("The commitment.", Sample),
            IsTagged = true,
            Conflicts = "The witness lies in the trash.",
        });
        api.Get(One, async call => ApiAnswer.Of(await Read(call)), new("readCommitment", "One commitment, with its check-ins") { Chapter = Chapter, Parameters = [Which], Answer = AnswerShape.Of<CommitmentAnswer>("The commitment.", Sample), IsTagged = true });
        api.Put(One, async call =>
        {
            await call.Store.ChangePromise(call.Id(), (await call.Body<PromiseFields>()).ToNew(), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Of(await Read(call));
        }, new("changeCommitment", "Make a promise anew")
        {
            Chapter = Chapter,
            About = "Where a witness has accepted, what is promised changes after a week, but for health or an emergency; a change announced before gives way. The first step and the goal change at once.",
            Parameters = [Which],
            Body = BodyShape.Of<PromiseFields>("The promise.", new { Sample.Outcome, Sample.Counts, Due = new DateOnly(2026, 7, 1), Reason = ChangeReason.Health }),
            Answer = AnswerShape.Of<CommitmentAnswer>("The commitment as it is now.", Sample),
            IsTagged = true,
            Current = Read,
            Conflicts = Over,
        });
        api.Delete(One, async call => ChangesApi.Of(await call.Store.RemoveCommitment(call.Id(), call.Clock, call.Stop)), new("removeCommitment", "Remove a commitment") { Chapter = Chapter, About = "Its links open nothing any more, also when it is taken back. What you learned stays.", Parameters = [Which], Answer = ChangesApi.Shape, Current = Read });
        MapTurning(api);
        MapWitness(api);
    }

    private static async Task<ApiAnswer> Commit(ApiCall call)
    {
        var row = await call.Store.Commit((await call.Body<CommitmentFields>()).ToNew(), call.Today, call.Clock, call.Stop);
        return ApiAnswer.Made(CommitmentAnswer.Of(await call.Store.CommitmentOf(row.Id, call.Stop), call.Today), $"{ApiRoutes.Root}/commitments/{row.Id}");
    }

    private static void MapTurning(ApiRoutes api)
    {
        Turn(api, "check-ins", async call =>
        {
            var said = await call.Body<CheckInFields>();
            return await call.Store.NoteCheckIn(call.Id(), new(said.Answer, said.Sentence, said.NextStep, said.For), call.Today, call.Clock, call.Stop);
        }, new("checkIn", "Say how a week went") { Chapter = Chapter, About = "The check-in that waits is meant when no day is said. Said again of the same day, it is corrected.", Body = BodyShape.Of<CheckInFields>("The check-in.", new { Answer = Went.Partly, Sentence = "Two are out.", NextStep = "Call the third" }), Conflicts = "No check-in waits." });
        Turn(api, "pause", async call =>
        {
            var pause = await call.Body<CommitmentPauseFields>();
            return await call.Store.PauseCommitment(call.Id(), new(pause.From, pause.Until), call.Today, call.Clock, call.Stop);
        }, new("pauseCommitment", "Let a commitment rest") { Chapter = Chapter, About = "Nothing reminds, and no week is missed, until you go on or the last day is over. Said while it rests, it says when that ends, be it sooner; a pause to come that shares a day with another prolongs it.", Body = BodyShape.Of<CommitmentPauseFields>("From when until when.", new { Until = new DateOnly(2026, 5, 20) }), Conflicts = Over });
        Turn(api, "resume", call => call.Store.ResumeCommitment(call.Id(), call.Today, call.Clock, call.Stop), new("resumeCommitment", "Go on with a commitment that rests") { Chapter = Chapter, About = "The pause of today ends, and none of those to come begins.", Conflicts = "It does not rest, and is not going to." });
        Turn(api, "go-on", call => call.Store.GoOn(call.Id(), call.Today, call.Clock, call.Stop), new("goOnWithCommitment", "Go on as it is, after misses") { Chapter = Chapter, About = "The misses so far count no more: nothing is proposed before there are three others.", Conflicts = Over });
        Turn(api, "withdraw-change", call => call.Store.WithdrawChange(call.Id(), call.Today, call.Clock, call.Stop), new("withdrawChange", "Take an announced change back") { Chapter = Chapter, Conflicts = "No change is announced." });
        Turn(api, "end", async call =>
        {
            var end = await call.Body<CommitmentEndFields>();
            return await call.Store.EndCommitment(call.Id(), new(end.State, end.CameOfIt, end.Learned, end.Topic), call.Today, call.Clock, call.Stop);
        }, new("endCommitment", "Say how a commitment ended") { Chapter = Chapter, About = "Said again, it is corrected. What you learned becomes a learning.", Body = BodyShape.Of<CommitmentEndFields>("How it ended.", new { State = CommitmentState.PartlyKept, CameOfIt = "Four of five.", Learned = "Ask for the budget first." }) });
    }

    private static void MapWitness(ApiRoutes api)
    {
        Turn(api, "witness", async call => await call.Store.ChooseWitness(call.Id(), (await call.Body<WitnessFields>()).PersonId, call.Clock, call.Stop),
            new("chooseWitness", "Name the witness of a commitment") { Chapter = Chapter, About = "Links of whoever it was before open nothing any more.", Body = BodyShape.Of<WitnessFields>("Who.", new { PersonId = RhythmExamples.Grace.Id }), Conflicts = "It is over, or they lie in the trash." });
        Turn(api, "witness/answer", async call => await call.Store.SayWitnessAnswer(call.Id(), (await call.Body<WitnessReplyFields>()).Accepted, call.Today, call.Clock, call.Stop),
            new("sayWitnessAnswer", "Say what the witness answered otherwise than by their link") { Chapter = Chapter, Body = BodyShape.Of<WitnessReplyFields>("Their answer.", new { Accepted = true }), Conflicts = "They answered already, or nobody is named." });
        Turn(api, "witness/release", call => call.Store.ReleaseWitness(call.Id(), call.Today, call.Clock, call.Stop), new("releaseWitness", "Let the witness go") { Chapter = Chapter, About = "Their links open nothing any more; what they wrote stays.", Conflicts = "Nobody is named, or they declined or stepped down." });
        api.Post($"{One}/witness/link", async call =>
        {
            await Read(call);
            var link = ByLink.Of(Reached.From(call.Http), await call.Store.MakeWitnessLink(call.Id(), call.Today, call.Clock, call.Stop));
            return ApiAnswer.Made(new WitnessLinkAnswer(link, AskWords.WithLink(await WitnessPanel.Draft(call.Store, await call.Store.CommitmentOf(call.Id(), call.Stop), call.Today, call.Stop), link)), $"{ApiRoutes.Root}/commitments/{call.Id()}");
        }, new("makeWitnessLink", "Make a link for the witness, to answer, look and write without an account")
        {
            Chapter = Chapter,
            About = "Nothing is sent. It is good for 14 days; once they have accepted, until a month after the commitment is due.",
            Parameters = [Which],
            Answer = AnswerShape.Made<WitnessLinkAnswer>("The link, and the message with it.", new WitnessLinkAnswer("https://mainstay.example/answer/abcdefghjkmnpqrstuvwxyz23456", "Dear Grace …")),
            Conflicts = "Nobody is named, or they declined.",
            HasSecret = true,
        });
    }

    private static void Turn(ApiRoutes api, string step, Func<ApiCall, Task<Guid>> act, Operation about) =>
        api.Post($"{One}/{step}", async call => ChangesApi.Of(await act(call)), about with { Parameters = [Which], Answer = ChangesApi.Shape, Current = Read });

    private static Guid? Person(ApiCall call) => call.Asked("witness") is not { } text ? null : Guid.TryParse(text, out var id) ? id : throw ApiCall.Wrong("witness", "Coverage.NotAnId");

    private static async Task<object> Read(ApiCall call) => CommitmentAnswer.Of(await call.Store.CommitmentOf(call.Id(), call.Stop), call.Today);
}
