using Mainstay.Accountability;
using Mainstay.Accounts;
using Mainstay.Learnings;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Accountability;

public class CommitmentActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task One_is_made_once_under_a_goal_and_before_somebody_who_is_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, goal, once) = (await house.Know("Grace Hopper"), await house.Store.AddGoal(new("Ten clinics"), house.Clock, Stop), Guid.CreateVersion7());
        var made = new NewCommitment { Id = once, Promise = new(" Send the offer ", new(2026, 6, 1), "Mails sent", " "), FirstStep = "List ten", GoalId = goal.Id, WitnessId = grace };

        await house.Again().Commit(made, house.Today, house.Clock, Stop);
        await house.Again().Commit(made, house.Today, house.Clock, Stop);
        await house.Commits();
        var lines = await house.Again().AllCommitments(house.Today, Stop);

        Assert.Equal(2, lines.Count);
        Assert.Equal(("Send the offer", null, "Ten clinics", "Grace Hopper", DayOfWeek.Friday, WitnessState.Chosen), (lines[0].It.Outcome, lines[0].It.Counts, lines[0].Goal, lines[0].Name, lines[0].It.CheckInOn, lines[0].It.Witness));
        Assert.Equal([once], (await house.Store.AllCommitments(house.Today, Stop, grace)).Select(l => l.It.Id));
        await Assert.ThrowsAsync<NotFound>(() => house.Commits(c => c with { GoalId = Guid.CreateVersion7() }));
        await Assert.ThrowsAsync<NotFound>(() => house.Commits(c => c with { WitnessId = Guid.CreateVersion7() }));
        Assert.Equal(["outcome", "due", "firstStep"], (await Assert.ThrowsAsync<Mistaken>(() => house.Commits(c => c with { Promise = new(" ", new(2026, 4, 30)), FirstStep = new('x', 2_001) }))).Problems.Select(p => p.Field));
        Assert.Empty(await (await house.Bob()).AllCommitments(house.Today, Stop));
    }

    [Theory, OnBoth]
    public async Task A_check_in_is_noted_corrected_and_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.Commits();

        Assert.Equal("Accountability.NothingWaitsUntil", (await Assert.ThrowsAsync<Conflict>(() => house.ChecksIn(id, Went.Done))).Reason.Key);
        house.Clock.Pass(TimeSpan.FromDays(7));
        var first = await house.ChecksIn(id, Went.Not, " Ill ");
        await Assert.ThrowsAsync<Conflict>(() => house.ChecksIn(id, Went.Done));
        var corrected = await house.Again().NoteCheckIn(id, new(Went.Partly, "One is out", "The second", new(2026, 5, 8)), house.Today, house.Clock, Stop);
        var said = (await house.Line(id)).Course.CheckIns.Single();
        await Assert.ThrowsAsync<Conflict>(() => house.TakeBack(first)); // changed since
        await house.TakeBack(corrected);
        await house.TakeBack(corrected);
        var before = (await house.Line(id)).Course.CheckIns.Single();
        await house.TakeBack(first);

        Assert.Equal((Went.Partly, "One is out", "The second"), (said.Answer, said.Sentence, said.NextStep));
        Assert.Equal((Went.Not, "Ill", null), (before.Answer, before.Sentence, before.NextStep));
        Assert.Empty((await house.Line(id)).Course.CheckIns);
        Assert.Equal("for", (await Assert.ThrowsAsync<Mistaken>(() => house.Again().NoteCheckIn(id, new(Went.Done, For: new(2026, 5, 7)), house.Today, house.Clock, Stop))).Problems.Single().Field);
        Assert.Equal("answer", (await Assert.ThrowsAsync<Mistaken>(() => house.ChecksIn(id, (Went)9))).Problems.Single().Field);
    }

    [Theory, OnBoth]
    public async Task What_is_put_off_for_later_stays_so_and_hinders_no_undo(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.Commits();
        house.Clock.Pass(TimeSpan.FromDays(7));
        var said = await house.ChecksIn(id, Went.Not);

        await house.Again().QuietCommitment(id, house.Today.AddDays(5), Stop);
        await house.TakeBack(said);
        await house.TakeBack(said);

        Assert.Equal((0, new(2026, 5, 13)), await house.Line(id) is var line ? (line.Course.CheckIns.Count, line.It.QuietUntil!.Value) : default);
    }

    [Theory, OnBoth]
    public async Task A_late_report_takes_the_place_of_no_report(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.Commits();
        house.Clock.Pass(TimeSpan.FromDays(30));

        await house.Again().NoteCheckIn(id, new(Went.Done, For: new(2026, 5, 15)), house.Today, house.Clock, Stop);

        Assert.Equal([CheckInState.NoReport, CheckInState.Done, CheckInState.NoReport, CheckInState.Waiting], (await house.Line(id)).Course.CheckInsBy(house.Today).Select(d => d.State));
    }

    [Theory, OnBoth]
    public async Task A_pause_stops_everything_and_ends_when_the_owner_goes_on(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, _, _) = await house.Witnessed();
        house.Clock.Pass(TimeSpan.FromDays(7));
        Assert.Equal(["checkin"], (await house.Says()).Select(c => c.Kind));

        var paused = await house.Again().PauseCommitment(id, new(), house.Today, house.Clock, Stop);
        Assert.Empty(await house.Says());
        house.Clock.Pass(TimeSpan.FromDays(120)); // also its own day says nothing
        Assert.Empty(await house.Says());
        Assert.Empty((await house.Line(id)).Course.MissesBy(house.Today));
        await house.Again().ResumeCommitment(id, house.Today, house.Clock, Stop);
        Assert.Equal([CommitmentMatter.HowItEnded], (await house.Line(id)).Course.MattersOn(null, house.Today).Select(m => m.Matter));
        Assert.Equal(house.Today.AddDays(-1), (await house.Line(id)).Course.Pauses.Single().Until);

        await Assert.ThrowsAsync<Conflict>(() => house.Again().ResumeCommitment(id, house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<Conflict>(() => house.TakeBack(paused)); // resumed since
        Assert.Equal(["until"], (await Assert.ThrowsAsync<Mistaken>(() => house.Again().PauseCommitment(id, new(Until: house.Today.AddDays(-1)), house.Today, house.Clock, Stop))).Problems.Select(p => p.Field));
        Assert.Equal(["from"], (await Assert.ThrowsAsync<Mistaken>(() => house.Again().PauseCommitment(id, new(new(2026, 4, 30)), house.Today, house.Clock, Stop))).Problems.Select(p => p.Field));
    }

    [Theory, OnBoth]
    public async Task While_it_rests_the_pause_is_given_an_end_and_another_be_it_sooner(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.Commits();
        async Task<(DateOnly, DateOnly?)> Pause(NewPause pause)
        {
            await house.Again().PauseCommitment(id, pause, house.Today, house.Clock, Stop);
            return (await house.Line(id)).Course.Pauses.Select(p => (p.From, p.Until)).Single();
        }

        await Pause(new());
        house.Clock.Pass(TimeSpan.FromDays(2));
        Assert.Equal((new(2026, 5, 1), new(2026, 5, 20)), await Pause(new(Until: new(2026, 5, 20))));
        Assert.Equal((new(2026, 5, 1), new(2026, 5, 10)), await Pause(new(house.Today, new(2026, 5, 10))));
        Assert.Equal((new(2026, 5, 1), new(2026, 5, 31)), await Pause(new(Until: new(2026, 5, 31))));
        Assert.Equal((new(2026, 5, 1), new(2026, 5, 31)), await Pause(new(new(2026, 5, 10), new(2026, 5, 12)))); // one to come shortens nothing
        Assert.Equal((new(2026, 5, 1), null), await Pause(new()));
    }

    [Theory, OnBoth]
    public async Task A_pause_to_come_is_prolonged_by_another_never_shortened_and_can_be_called_off(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.Commits();
        async Task<Guid> Pause(DateOnly from, DateOnly? until) => await house.Again().PauseCommitment(id, new(from, until), house.Today, house.Clock, Stop);
        async Task<IEnumerable<(DateOnly, DateOnly?)>> Pauses() => (await house.Line(id)).Course.Pauses.Select(p => (p.From, p.Until));

        await Pause(new(2026, 6, 1), new(2026, 6, 20));
        await Pause(new(2026, 6, 10), new(2026, 6, 12));
        Assert.Equal([(new(2026, 6, 1), new(2026, 6, 20))], await Pauses());
        await Pause(new(2026, 7, 1), new(2026, 7, 10));
        var joined = await Pause(new(2026, 5, 25), new(2026, 7, 2));
        Assert.Equal([(new(2026, 5, 25), new(2026, 7, 10))], await Pauses());
        await house.TakeBack(joined);
        Assert.Equal([(new(2026, 6, 1), new(2026, 6, 20)), (new(2026, 7, 1), new(2026, 7, 10))], await Pauses());
        await Pause(new(2026, 6, 20), null);
        Assert.Equal([(new(2026, 6, 1), null)], await Pauses());

        await house.Again().ResumeCommitment(id, house.Today, house.Clock, Stop);
        Assert.Empty(await Pauses());
        await Assert.ThrowsAsync<Conflict>(() => house.Again().ResumeCommitment(id, house.Today, house.Clock, Stop));
        await Pause(house.Today, house.Today.AddDays(3));
        await Pause(new(2026, 6, 1), null);
        house.Clock.Pass(TimeSpan.FromDays(2));
        await house.Again().ResumeCommitment(id, house.Today, house.Clock, Stop);
        Assert.Equal([(new(2026, 5, 1), new(2026, 5, 2))], await Pauses());
    }

    [Theory, OnBoth]
    public async Task A_change_is_announced_replaced_withdrawn_and_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, _, _) = await house.Witnessed();

        var change = await house.Again().ChangePromise(id, new(new("Send one", new(2026, 9, 30))) { FirstStep = "List one" }, house.Today, house.Clock, Stop);
        await house.Again().ChangePromise(id, new(new("Send two", new(2026, 9, 30))), house.Today, house.Clock, Stop);
        var (now, announced) = (await house.Line(id), (await house.Line(id)).Course.Announced(house.Today)!);
        var withdrawn = await house.Again().WithdrawChange(id, house.Today, house.Clock, Stop);
        Assert.Null((await house.Line(id)).Course.Announced(house.Today));
        await house.TakeBack(withdrawn);
        house.Clock.Pass(TimeSpan.FromDays(7));

        Assert.Equal(("Send the offer", "Send two"), (now.Course.PromiseOn(house.Today.AddDays(-7)).Outcome, announced.Outcome));
        Assert.Single(now.Course.Changes);
        Assert.Equal("Send two", (await house.Line(id)).Course.PromiseOn(house.Today).Outcome);
        await Assert.ThrowsAsync<Conflict>(() => house.Again().WithdrawChange(id, house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<Conflict>(() => house.TakeBack(change));
    }

    [Theory, OnBoth]
    public async Task At_the_end_it_is_kept_what_came_of_it_and_what_was_learned(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, _, _) = await house.Witnessed();

        var ended = await house.Again().EndCommitment(id, new(CommitmentState.PartlyKept, "Four of five", "Ask first", "pricing"), house.Today, house.Clock, Stop);
        var line = await house.Line(id);
        var learning = (await house.Store.AllLearnings(Stop)).Single().It;
        await Assert.ThrowsAsync<Conflict>(() => house.Again().PauseCommitment(id, new(), house.Today, house.Clock, Stop));
        await house.TakeBack(ended);

        Assert.Equal((CommitmentState.PartlyKept, house.Today, "Four of five", learning.Id), (line.It.State, line.It.EndedOn, line.It.CameOfIt, line.It.LearningId));
        Assert.Equal(("Ask first", "pricing", (Guid?)null), (learning.Text, learning.Topic, learning.PersonId));
        Assert.True((await house.Line(id)).Course.IsOpen);
        Assert.Single(await house.Store.AllLearnings(Stop)); // what was learned stays
        Assert.Equal("state", (await Assert.ThrowsAsync<Mistaken>(() => house.Again().EndCommitment(id, new(CommitmentState.Open), house.Today, house.Clock, Stop))).Problems.Single().Field);
    }

    [Theory, OnBoth]
    public async Task What_was_learned_is_one_learning_however_often_the_end_is_said(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, _, _) = await house.Witnessed();

        foreach (var learned in new[] { "Ask late", "Ask first", "Ask first" }) await house.Again().EndCommitment(id, new(CommitmentState.Kept, Learned: learned, Topic: learned == "Ask late" ? "pricing" : null), house.Today, house.Clock, Stop);
        var learning = Assert.Single(await house.Store.AllLearnings(Stop)).It;
        await house.Again().RemoveLearning(learning.Id, house.Clock, Stop);
        await house.Again().EndCommitment(id, new(CommitmentState.Kept, Learned: "Ask anew"), house.Today, house.Clock, Stop);

        Assert.Equal(("Ask first", "pricing"), (learning.Text, learning.Topic));
        Assert.Equal("Ask anew", Assert.Single(await house.Again().AllLearnings(Stop)).It.Text);
    }

    [Theory, OnBoth]
    public async Task Ended_it_asks_nobody_any_more_to_be_its_witness(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, _, path) = await house.Asks();

        await house.Again().EndCommitment(id, new(CommitmentState.Dropped), house.Today, house.Clock, Stop);

        await Assert.ThrowsAsync<Gone>(() => house.Again().OpenLink(path[8..], house.Clock, Stop));
        Assert.Null(await house.Store.WitnessLinkUntil(id, house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task Removed_it_comes_back_with_everything_but_its_links(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, _, path) = await house.Witnessed();
        house.Clock.Pass(TimeSpan.FromDays(7));
        await house.ChecksIn(id, Went.Done);
        await house.Again().PauseCommitment(id, new(Until: house.Today.AddDays(3)), house.Today, house.Clock, Stop);
        await house.Again().ChangePromise(id, new(new("Send one", new(2026, 9, 30))), house.Today, house.Clock, Stop);
        await house.Again().WriteByLink((await house.Again().OpenLink(path[8..], house.Clock, Stop)).Link, "Well begun", house.Today, house.Clock, Stop);

        var change = await house.Again().RemoveCommitment(id, house.Clock, Stop);
        await Assert.ThrowsAsync<NotFound>(() => house.Line(id));
        await house.TakeBack(change);

        var line = await house.Line(id);
        Assert.Equal((1, 1, 1, "Well begun", "Grace Hopper"), (line.Course.CheckIns.Count, line.Course.Pauses.Count, line.Course.Changes.Count, line.Words.Single().Text, line.Name));
        Assert.Null(await house.Store.WitnessLinkUntil(id, house.Clock, Stop));
        await Assert.ThrowsAsync<Gone>(() => house.Again().OpenLink(path[8..], house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task A_witness_who_is_removed_leaves_the_commitment_and_comes_back_out_of_the_trash(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, grace, path) = await house.Witnessed();
        await house.Again().TrashPerson(grace, house.Clock, Stop);
        var gone = await house.Line(id);
        await house.Again().RestorePerson(grace, house.Clock, Stop);
        var back = await house.Line(id);
        await house.Again().TrashPerson(grace, house.Clock, Stop);
        await house.Again().RemoveForGood(grace, house.Services.GetServices<IPersonLeaves>(), Stop);
        var forGood = await house.Line(id);

        Assert.Equal(("Its witness was somebody you removed.", "Grace Hopper is your witness since 1 May 2026."), (CommitmentWords.Witness(gone, house.Today).InWords(), CommitmentWords.Witness(back, house.Today).InWords()));
        Assert.Equal((null, "Its witness was somebody you removed."), (forGood.It.WitnessId, CommitmentWords.Witness(forGood, house.Today).InWords()));
        await house.Again().ChooseWitness(id, await house.Know("Alan Turing"), house.Clock, Stop);
        await Assert.ThrowsAsync<Gone>(() => house.Again().OpenLink(path[8..], house.Clock, Stop)); // Grace's link is none of Alan's
    }

    [Theory, OnBoth]
    public async Task To_take_back_a_choice_leaves_out_a_witness_who_was_removed_for_good(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, grace, _) = await house.Witnessed();
        var chosen = await house.Again().ChooseWitness(id, await house.Know("Alan Turing"), house.Clock, Stop);
        await house.Again().TrashPerson(grace, house.Clock, Stop);
        await house.Again().RemoveForGood(grace, house.Services.GetServices<IPersonLeaves>(), Stop);

        await house.TakeBack(chosen);

        Assert.Equal((null, "Its witness was somebody you removed."), await house.Line(id) is var line ? (line.It.WitnessId, CommitmentWords.Witness(line, house.Today).InWords()) : default);
    }

    [Theory, OnBoth]
    public async Task Another_witness_or_none_ends_the_links_of_the_one_before_and_undo_does_not_open_them(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, _, path) = await house.Witnessed();
        var alan = await house.Know("Alan Turing");

        var chosen = await house.Again().ChooseWitness(id, alan, house.Clock, Stop);
        await Assert.ThrowsAsync<Gone>(() => house.Again().OpenLink(path[8..], house.Clock, Stop));
        var toAlan = await house.NewLink(id);
        await Assert.ThrowsAsync<Conflict>(() => house.TakeBack(chosen)); // asked since
        await house.Again().ReleaseWitness(id, house.Today, house.Clock, Stop);

        Assert.Equal((WitnessState.Released, alan), ((await house.Line(id)).It.Witness, (await house.Line(id)).It.WitnessId));
        await Assert.ThrowsAsync<Gone>(() => house.Again().OpenLink(toAlan[8..], house.Clock, Stop));
        await Assert.ThrowsAsync<Conflict>(() => house.NewLink(id));
    }

    [Theory, OnBoth]
    public async Task Who_was_only_named_is_let_go_without_a_trace_and_a_no_of_theirs_is_not_written_over(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, grace, _) = await house.Witnessed();
        var named = await house.Commits(c => c with { WitnessId = grace });
        var (declined, _, _) = await house.Asks();
        await house.Again().SayWitnessAnswer(declined, false, house.Today, house.Clock, Stop);
        async Task<Guid> Release(Guid which) => await house.Again().ReleaseWitness(which, house.Today, house.Clock, Stop);

        var change = await Release(named);
        Assert.Equal((null, WitnessState.None), await house.Line(named) is var line ? (line.It.WitnessId, line.It.Witness) : default);
        await Assert.ThrowsAsync<Conflict>(() => Release(named));
        await house.TakeBack(change);
        Assert.Equal((grace, WitnessState.Chosen), await house.Line(named) is var back ? (back.It.WitnessId, back.It.Witness) : default);
        await Assert.ThrowsAsync<Conflict>(() => Release(declined));
        Assert.Equal(WitnessState.Declined, (await house.Line(declined)).It.Witness);
        await Release(id);
        house.Clock.Pass(TimeSpan.FromDays(3));
        await Release(id);
        Assert.Equal((WitnessState.Released, new(2026, 5, 1)), await house.Line(id) is var gone ? (gone.It.Witness, gone.It.WitnessOn!.Value) : default);
    }

    [Theory, OnBoth]
    public async Task Only_what_somebody_witnesses_or_is_to_is_listed_as_theirs(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (accepted, grace, _) = await house.Witnessed();
        async Task<Guid> Before(bool asked, bool? yes = null, bool released = false)
        {
            var id = await house.Commits(c => c with { WitnessId = grace });
            if (asked) await house.NewLink(id);
            if (yes is { } answer) await house.Again().SayWitnessAnswer(id, answer, house.Today, house.Clock, Stop);
            if (released) await house.Again().ReleaseWitness(id, house.Today, house.Clock, Stop);
            return id;
        }

        var (named, asked) = (await Before(asked: false), await Before(asked: true));
        var over = new[] { await Before(asked: true, yes: false), await Before(asked: true, yes: true, released: true) };
        await using var site = await TestSite.Open(house);
        var person = await site.Page($"/people/{grace}");

        Assert.Equal([.. new[] { accepted, named, asked }.Order()], (await house.Store.AllCommitments(house.Today, Stop, grace)).Select(l => l.It.Id).Order());
        Assert.All(over, id => Assert.DoesNotContain($"/commitments/{id}", person, StringComparison.Ordinal));
        Assert.Contains($"/commitments/{named}", person, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task After_three_misses_Today_proposes_less_and_is_silent_once_the_owner_goes_on(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.Commits();
        for (var week = 0; week < 3; week++)
        {
            house.Clock.Pass(TimeSpan.FromDays(7));
            await house.ChecksIn(id, Went.Not);
        }

        var card = Assert.Single(await house.Says());
        Assert.Equal(("commitment", "“Send the offer” may be too large as it is."), (card.Kind, card.Sentence.InWords()));
        house.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Empty(await house.Says());
        house.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Single(await house.Says());
        await house.Again().GoOn(id, house.Today, house.Clock, Stop);
        Assert.Empty(await house.Says());
    }
}
