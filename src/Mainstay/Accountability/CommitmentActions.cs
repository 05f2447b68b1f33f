using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Exchange;
using Mainstay.Learnings;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Accountability;

/// <summary>Commitments are made, changed, paused, checked in on and ended. Every change can be taken back.</summary>
public static class CommitmentActions
{
    /// <summary>What the owner's own links are for: a check-in out of a mail, without signing in.</summary>
    public const string CheckInPurpose = "check-in";

    private const string Kind = "changedCommitment";

    public static Task<Commitment> Commit(this Store store, NewCommitment commitment, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(commitment.Check(today));
        if (commitment.Id is { } once && await store.Commitments.FirstOrDefaultAsync(c => c.Id == once, stop) is { } already) return already;
        if (commitment.GoalId is { } goal) await store.GoalOf(goal, stop);
        if (commitment.WitnessId is { } person) await store.WhoIsAsked(person, stop);
        var promise = commitment.Promise.Tidy();
        var row = store.Add(new Commitment
        {
            Id = commitment.Id ?? Guid.CreateVersion7(),
            Outcome = promise.Outcome,
            Measure = promise.Measure,
            Counts = promise.Counts,
            Due = promise.Due,
            FirstStep = Filled(commitment.FirstStep),
            GoalId = commitment.GoalId,
            CheckInOn = commitment.CheckInOn ?? today.DayOfWeek,
            StartedOn = today,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        }).Entity;
        if (commitment.WitnessId is { } witness) row.Choose(witness);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Makes the promise anew, with a week's notice where a witness relies on it; a change that was announced before gives way to this one. The answer is by what it is taken back.</summary>
    public static Task<Guid> ChangePromise(this Store store, Guid id, NewChange change, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeCommitment(id, async course =>
    {
        Mistaken.ThrowIf(change.Check(today));
        ThrowUnlessOpen(course);
        if (change.GoalId is { } goal && goal != course.It.GoalId) await store.GoalOf(goal, stop);
        (course.It.FirstStep, course.It.GoalId) = (Filled(change.FirstStep), change.GoalId);
        if (course.ChangeTo(change, today) is not { } made) return;
        store.RemoveRange(course.Changes.Where(c => c.From > today));
        store.Add(made);
        await store.SaveChangesAsync(stop);
        if (course.IsWitnessed) await store.KeepWitnessing(id, made.Due, clock, stop);
    }, clock, stop);

    /// <summary>The change that was announced is not to come after all.</summary>
    public static Task<Guid> WithdrawChange(this Store store, Guid id, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeCommitment(id, course =>
    {
        if (course.Announced(today) is null) throw new Conflict("Accountability.NothingAnnounced");
        store.RemoveRange(course.Changes.Where(c => c.From > today));
        return Task.CompletedTask;
    }, clock, stop);

    /// <summary>How a week went. Said again of the same day, it is corrected.</summary>
    public static Task<Guid> NoteCheckIn(this Store store, Guid id, NewCheckIn said, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeCommitment(id, async course =>
    {
        Mistaken.ThrowIf(said.Check());
        Mistaken.ThrowIf(new Problems().When(said.For is { } asked && !course.MayReport(asked, today), "for", "Accountability.NoCheckInThen", said.For));
        var waits = course.CheckInToAnswer(today);
        var day = said.For ?? waits ?? throw (course.NextCheckIn(today) is { } next ? new Conflict("Accountability.NothingWaitsUntil", next) : new Conflict("Accountability.NothingWaits"));
        var row = course.CheckIns.FirstOrDefault(c => c.For == day) ?? store.Add(new CheckIn { CommitmentId = id, For = day }).Entity;
        (row.Answer, row.Sentence, row.NextStep, row.ReportedOn, course.It.QuietUntil) = (said.Answer, Filled(said.Sentence), Filled(said.NextStep), today, null);
        if (day == waits) await store.EndLinks(CheckInPurpose, id, clock, stop);
    }, clock, stop);

    /// <summary>Lets it rest: nothing reminds, and no week is missed. Said while it rests, it says when that ends, be it sooner; pauses to come that share a day become one, never a shorter one.</summary>
    public static Task<Guid> PauseCommitment(this Store store, Guid id, NewPause pause, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeCommitment(id, course =>
    {
        ThrowUnlessOpen(course);
        Mistaken.ThrowIf(pause.Check(course.It.StartedOn, today));
        var (from, until) = (pause.From ?? today, pause.Until);
        var met = course.Pauses.Where(p => p.Meets(from, until)).ToList();
        var row = met.FirstOrDefault() ?? store.Add(new CommitmentPause { CommitmentId = id, From = from, Until = until }).Entity;
        foreach (var other in met)
        {
            if (other.From < from) from = other.From;
            if (pause.IsOf(today) && other.Holds(today)) continue;
            until = other.Until is { } its && until is { } mine ? its > mine ? its : mine : null;
        }
        (row.From, row.Until) = (from, until);
        store.RemoveRange(met.Skip(1));
        return Task.CompletedTask;
    }, clock, stop);

    /// <summary>It rests no longer, from today on, and none of the pauses to come begins.</summary>
    public static Task<Guid> ResumeCommitment(this Store store, Guid id, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeCommitment(id, course =>
    {
        var pauses = course.PausesFrom(today);
        if (pauses.Count == 0) throw new Conflict("Accountability.NotPaused");
        store.RemoveRange(pauses.Where(p => p.From >= today));
        foreach (var pause in pauses.Where(p => p.From < today)) pause.Until = today.AddDays(-1);
        return Task.CompletedTask;
    }, clock, stop);

    /// <summary>The owner goes on as it is; the misses so far count no more.</summary>
    public static Task<Guid> GoOn(this Store store, Guid id, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeCommitment(id, course =>
    {
        ThrowUnlessOpen(course);
        course.It.GoesOnFrom = today;
        return Task.CompletedTask;
    }, clock, stop);

    /// <summary>How it ended, what came of it, and what was learned, which becomes a learning.</summary>
    public static Task<Guid> EndCommitment(this Store store, Guid id, Ending ending, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeCommitment(id, async course =>
    {
        Mistaken.ThrowIf(ending.Check());
        var it = course.It;
        (it.State, it.EndedOn, it.CameOfIt, it.QuietUntil) = (ending.State, it.EndedOn ?? today, Filled(ending.CameOfIt), null);
        if (Filled(ending.Learned) is { } learned) it.LearningId = await store.Learn(it, learned, ending.Topic, today, clock, stop);
        store.RemoveRange(course.Changes.Where(c => c.From > today)); // what was announced does not come any more
        if (course.IsWitnessed) await store.KeepWitnessing(id, today, clock, stop);
        else await store.RevokeLinks(WitnessActions.Purpose, id, clock, stop);
    }, clock, stop);

    /// <summary>Said again, what was learned is corrected: it stays one learning.</summary>
    private static async Task<Guid> Learn(this Store store, Commitment it, string learned, string? topic, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        if (it.LearningId is not { } id || await store.Learnings.AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, stop) is not { } was)
            return (await store.NoteLearning(new() { Text = learned, Topic = topic }, today, clock, stop)).Id;
        if (was.Text != learned || was.Topic != (topic ?? was.Topic)) await store.ChangeLearning(id, new() { Text = learned, Topic = topic ?? was.Topic, Where = LearnedWhere.Of(was) }, today, clock, stop);
        return id;
    }

    /// <summary>Today is to say nothing of it before then.</summary>
    public static Task QuietCommitment(this Store store, Guid id, DateOnly until, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        (await store.CourseToChange(id, stop)).It.QuietUntil = until;
        await store.SaveChangesAsync(stop);
        return id;
    }, stop);

    private static void ThrowUnlessOpen(CommitmentCourse course)
    {
        if (!course.IsOpen) throw new Conflict("Accountability.ItIsOver");
    }

    /// <summary>Changes a commitment and what belongs to it. The answer is by what all of it is taken back.</summary>
    internal static Task<Guid> ChangeCommitment(this Store store, Guid id, Func<CommitmentCourse, Task> change, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var course = await store.CourseToChange(id, stop);
        var before = Written(course);
        await change(course);
        await store.SaveChangesAsync(stop);
        var after = await store.CourseToChange(id, stop);
        return await store.KeepFormer(new() { PersonId = after.It.WitnessId, Kind = Kind, Before = before, After = Written(after), At = clock.GetUtcNow().UtcDateTime }, stop);
    }, stop);

    internal static async Task<CommitmentCourse> CourseToChange(this Store store, Guid id, CancellationToken stop) => new(
        await store.Commitments.FirstOrDefaultAsync(c => c.Id == id, stop) ?? throw new NotFound("Accountability.NotThere"),
        await store.CheckIns.Where(c => c.CommitmentId == id).OrderBy(c => c.For).ToListAsync(stop),
        await store.CommitmentPauses.Where(p => p.CommitmentId == id).OrderBy(p => p.From).ThenBy(p => p.Id).ToListAsync(stop),
        await store.CommitmentChanges.Where(c => c.CommitmentId == id).OrderBy(c => c.Number).ToListAsync(stop));

    /// <summary>As it is kept. What Today is silent about is no part of it.</summary>
    private static string Written(CommitmentCourse course)
    {
        var kept = JsonSerializer.SerializeToNode(course, Json.OneLine)!;
        kept["it"]!["quietUntil"] = null;
        return kept.ToJsonString(Json.OneLine);
    }

    /// <summary>Makes a commitment again what it was, with its check-ins, pauses and changes. Links that were revoked stay so.</summary>
    internal sealed class BackAgain : IPutBack
    {
        public bool Knows(string kind) => kind == Kind;

        public async Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop)
        {
            var before = JsonSerializer.Deserialize<CommitmentCourse>(former.Before, Json.OneLine)!;
            var now = await store.CourseToChange(before.It.Id, stop);
            var written = Written(now);
            if (written == former.Before) return;
            if (written != former.After) throw new Conflict("People.ChangedSince");
            before.It.QuietUntil = now.It.QuietUntil;
            if (before.It.WitnessId is { } person && !await store.IsThere(person, stop)) before.It.WitnessId = null;
            if (now.It.WitnessId != before.It.WitnessId) await store.RevokeLinks(WitnessActions.Purpose, now.It.Id, clock, stop);
            store.Entry(now.It).CurrentValues.SetValues(before.It);
            Restore(store, now.CheckIns, before.CheckIns);
            Restore(store, now.Pauses, before.Pauses);
            Restore(store, now.Changes, before.Changes);
            await store.SaveChangesAsync(stop);
        }

        private static void Restore<T>(Store store, IReadOnlyList<T> now, IReadOnlyList<T> before) where T : class, IOwned
        {
            var there = now.ToDictionary(r => r.Id);
            store.RemoveRange(now.Where(r => before.All(b => b.Id != r.Id)));
            foreach (var row in before)
            {
                if (there.TryGetValue(row.Id, out var kept)) store.Entry(kept).CurrentValues.SetValues(row);
                else store.Add(row);
            }
        }
    }
}
