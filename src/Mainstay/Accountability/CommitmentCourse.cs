namespace Mainstay.Accountability;

/// <summary>A commitment with everything that was said of it, from which all that is told of it follows.</summary>
public sealed record CommitmentCourse(Commitment It, IReadOnlyList<CheckIn> CheckIns, IReadOnlyList<CommitmentPause> Pauses, IReadOnlyList<CommitmentChange> Changes)
{
    /// <summary>The promise as it counts on a day.</summary>
    public Promise PromiseOn(DateOnly day) => Changes.Where(c => c.From <= day).OrderBy(c => c.From).ThenBy(c => c.Number).LastOrDefault() is { } last
        ? Of(last) : new(It.Outcome, It.Due, It.Measure, It.Counts);

    /// <summary>The change that is announced and does not count yet.</summary>
    public CommitmentChange? Announced(DateOnly today) => Changes.Where(c => c.From > today).MaxBy(c => c.Number);

    /// <summary>The promise as it was before a change.</summary>
    public Promise Before(CommitmentChange change) =>
        Changes.Where(c => c.From < change.From || (c.From == change.From && c.Number < change.Number)).OrderBy(c => c.From).ThenBy(c => c.Number).LastOrDefault() is { } last ? Of(last) : new(It.Outcome, It.Due, It.Measure, It.Counts);

    /// <summary>The day on which it is due, or that of an announced change when it is later.</summary>
    public DateOnly LastDue(DateOnly today) => Announced(today)?.Due is { } announced && announced > PromiseOn(today).Due ? announced : PromiseOn(today).Due;

    /// <summary>Whether somebody has accepted to be the witness, and was not removed for good since.</summary>
    public bool IsWitnessed => It is { WitnessId: not null, Witness: WitnessState.Accepted };

    public bool IsOpen => It.State == CommitmentState.Open;

    public bool IsPausedOn(DateOnly day) => Pauses.Any(p => p.Holds(day));

    /// <summary>The pause of a day that goes on longest.</summary>
    public CommitmentPause? PauseOn(DateOnly day) => Pauses.Where(p => p.Holds(day)).MaxBy(p => p.Until ?? DateOnly.MaxValue);

    /// <summary>The pauses that are not over on a day, the first to come first.</summary>
    public IReadOnlyList<CommitmentPause> PausesFrom(DateOnly day) => [.. Pauses.Where(p => !(p.Until < day)).OrderBy(p => p.From)];

    public static Promise Of(CommitmentChange change) => new(change.Outcome, change.Due, change.Measure, change.Counts);
}
