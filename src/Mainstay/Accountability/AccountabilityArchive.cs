using Mainstay.Archive;
using Mainstay.Learnings;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accountability;

internal sealed record ArchivedCommitment(Guid Id, Promise Promise, string? FirstStep, Guid? Goal, DayOfWeek CheckInOn, DateOnly StartedOn, DateOnly? GoesOnFrom, CommitmentState State, DateOnly? EndedOn, string? CameOfIt, Guid? Learning, DateOnly? QuietUntil, DateTime CreatedAt)
{
    public required ArchivedWitness Witness { get; init; }

    public IReadOnlyList<ArchivedCheckIn> CheckIns { get; init; } = [];

    public IReadOnlyList<ArchivedPause> Pauses { get; init; } = [];

    public IReadOnlyList<ArchivedChange> Changes { get; init; } = [];

    public IReadOnlyList<ArchivedWord> Words { get; init; } = [];
}

internal sealed record ArchivedWitness(WitnessState State, Guid? Person, DateOnly? AskedOn, DateOnly? On);

internal sealed record ArchivedCheckIn(Guid Id, DateOnly For, Went Answer, string? Sentence, string? NextStep, DateOnly ReportedOn);

internal sealed record ArchivedPause(Guid Id, DateOnly From, DateOnly? Until);

internal sealed record ArchivedChange(Guid Id, int Number, Promise Promise, ChangeReason Reason, string? Because, DateOnly AskedOn, DateOnly From);

internal sealed record ArchivedWord(Guid Id, Guid? Person, string Text, DateOnly On, DateTime WrittenAt);

/// <summary>All commitments in an archive, each with its check-ins, pauses, changes and what its witness wrote. Links are not in it.</summary>
internal sealed class AccountabilityArchive() : ArchiveSection<ArchivedCommitment>("commitments")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Commitments.AnyAsync(stop);

    protected override async IAsyncEnumerable<ArchivedCommitment> Rows(Store store, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var (goals, learnings) = (await store.Goals.Select(g => g.Id).ToHashSetAsync(stop), await store.Learnings.Select(l => l.Id).ToHashSetAsync(stop));
        foreach (var line in (await store.AllCommitments(default, stop)).OrderBy(l => l.It.Id))
        {
            var (it, course) = (line.It, line.Course);
            yield return new(it.Id, new(it.Outcome, it.Due, it.Measure, it.Counts), it.FirstStep, it.GoalId is { } goal && goals.Contains(goal) ? goal : null, it.CheckInOn, it.StartedOn, it.GoesOnFrom, it.State, it.EndedOn, it.CameOfIt,
                it.LearningId is { } learning && learnings.Contains(learning) ? learning : null, it.QuietUntil, it.CreatedAt)
            {
                Witness = new(it.Witness, it.WitnessId, it.WitnessAskedOn, it.WitnessOn),
                CheckIns = [.. course.CheckIns.OrderBy(c => c.For).Select(c => new ArchivedCheckIn(c.Id, c.For, c.Answer, c.Sentence, c.NextStep, c.ReportedOn))],
                Pauses = [.. course.Pauses.OrderBy(p => p.Id).Select(p => new ArchivedPause(p.Id, p.From, p.Until))],
                Changes = [.. course.Changes.OrderBy(c => c.Number).Select(c => new ArchivedChange(c.Id, c.Number, CommitmentCourse.Of(c), c.Reason, c.Because, c.AskedOn, c.From))],
                Words = [.. line.Words.OrderBy(w => w.Id).Select(w => new ArchivedWord(w.Id, w.PersonId, w.Text, w.On, w.WrittenAt))],
            };
        }
    }

    protected override void Check(ArchivedCommitment c, ArchiveCheck check)
    {
        check.IsNew("commitment", c.Id);
        check.Refers(PeopleArchive.Kind, c.Witness.Person);
        check.Refers(GoalsArchive.Kind, c.Goal);
        check.Refers(LearningsArchive.Kind, c.Learning);
        check.Holds(new NewCommitment { Promise = c.Promise, FirstStep = c.FirstStep, CheckInOn = c.CheckInOn }.Check(c.Promise.Due));
        check.Holds(Enum.IsDefined(c.State) && Enum.IsDefined(c.Witness.State) && c.State == CommitmentState.Open == c.EndedOn is null, "Accountability.NotACommitment");
        foreach (var checkIn in c.CheckIns)
        {
            check.IsNew("check-in", checkIn.Id);
            check.Holds(new NewCheckIn(checkIn.Answer, checkIn.Sentence, checkIn.NextStep).Check());
        }
        foreach (var pause in c.Pauses) check.IsNew("pause", pause.Id);
        foreach (var change in c.Changes)
        {
            check.IsNew("promise", change.Id);
            check.Holds(change.Promise.Check(change.Promise.Due));
            check.Holds(Enum.IsDefined(change.Reason), "Accountability.NotAReason");
        }
        foreach (var word in c.Words)
        {
            check.IsNew("word", word.Id);
            check.Refers(PeopleArchive.Kind, word.Person);
            check.Holds(word.Text.Length is > 0 and <= WitnessWord.MostText, "Accountability.TooLong", WitnessWord.MostText);
        }
        check.Holds(c.CheckIns.Select(i => i.For).Distinct().Count() == c.CheckIns.Count && c.Changes.Select(i => i.Number).Distinct().Count() == c.Changes.Count, "Accountability.NotACommitment");
    }

    protected override async Task Write(Store store, IReadOnlyList<ArchivedCommitment> commitments, CancellationToken stop)
    {
        await store.InsertMany(commitments.Select(c => new Commitment
        {
            Id = c.Id, Outcome = c.Promise.Outcome, Measure = c.Promise.Measure, Counts = c.Promise.Counts, Due = c.Promise.Due, FirstStep = c.FirstStep, GoalId = c.Goal, WitnessId = c.Witness.Person, Witness = c.Witness.State, WitnessAskedOn = c.Witness.AskedOn,
            WitnessOn = c.Witness.On, CheckInOn = c.CheckInOn, StartedOn = c.StartedOn, GoesOnFrom = c.GoesOnFrom, State = c.State, EndedOn = c.EndedOn, CameOfIt = c.CameOfIt, LearningId = c.Learning, QuietUntil = c.QuietUntil, CreatedAt = c.CreatedAt,
        }), stop);
        await store.InsertMany(commitments.SelectMany(c => c.CheckIns, (c, i) => new CheckIn { Id = i.Id, CommitmentId = c.Id, For = i.For, Answer = i.Answer, Sentence = i.Sentence, NextStep = i.NextStep, ReportedOn = i.ReportedOn }), stop);
        await store.InsertMany(commitments.SelectMany(c => c.Pauses, (c, p) => new CommitmentPause { Id = p.Id, CommitmentId = c.Id, From = p.From, Until = p.Until }), stop);
        await store.InsertMany(commitments.SelectMany(c => c.Changes, (c, n) => new CommitmentChange { Id = n.Id, CommitmentId = c.Id, Number = n.Number, Outcome = n.Promise.Outcome, Measure = n.Promise.Measure, Counts = n.Promise.Counts, Due = n.Promise.Due, Reason = n.Reason, Because = n.Because, AskedOn = n.AskedOn, From = n.From }), stop);
        await store.InsertMany(commitments.SelectMany(c => c.Words, (c, w) => new WitnessWord { Id = w.Id, CommitmentId = c.Id, PersonId = w.Person, Text = w.Text, On = w.On, WrittenAt = w.WrittenAt }), stop);
    }
}
