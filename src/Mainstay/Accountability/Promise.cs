using Mainstay.Words;

namespace Mainstay.Accountability;

/// <summary>What is promised: the part of a commitment that a witness relies on.</summary>
public sealed record Promise(string Outcome, DateOnly Due, string? Measure = null, string? Counts = null)
{
    public Promise Tidy() => new(Outcome.Trim(), Due, Texts.Filled(Measure), Texts.Filled(Counts));

    public Problems Check(DateOnly today) => new Problems()
        .When(string.IsNullOrWhiteSpace(Outcome), "outcome", "Accountability.OutcomeMissing")
        .When(Outcome?.Length > NewCommitment.MostText, "outcome", "Accountability.TooLong", NewCommitment.MostText)
        .When(Measure?.Length > NewCommitment.MostText, "measure", "Accountability.TooLong", NewCommitment.MostText)
        .When(Counts?.Length > NewCommitment.MostText, "counts", "Accountability.TooLong", NewCommitment.MostText)
        .When(Due < today, "due", "Accountability.DueIsOver")
        .When(Due > today.AddYears(NewCommitment.MostYears), "due", "Accountability.TooFarAhead");
}

/// <summary>A commitment as somebody makes it.</summary>
public sealed record NewCommitment
{
    public const int MostText = 2_000, MostYears = 5;

    /// <summary>Its id, when the door has one: made twice with the same, it counts once.</summary>
    public Guid? Id { get; init; }

    public required Promise Promise { get; init; }

    public string? FirstStep { get; init; }

    public Guid? GoalId { get; init; }

    public Guid? WitnessId { get; init; }

    /// <summary>The day of the week of the check-ins; the day it was made when not said.</summary>
    public DayOfWeek? CheckInOn { get; init; }

    public Problems Check(DateOnly today) => Promise.Check(today)
        .When(FirstStep?.Length > MostText, "firstStep", "Accountability.TooLong", MostText)
        .When(CheckInOn is { } day && !Enum.IsDefined(day), "checkInOn", "Accountability.NotAWeekday");
}

/// <summary>A commitment made anew. The first step and the goal are the owner's own; the promise is the witness's too.</summary>
public sealed record NewChange(Promise Promise)
{
    public string? FirstStep { get; init; }

    public Guid? GoalId { get; init; }

    /// <summary>Health or an emergency, if that is why; otherwise a week's notice is given.</summary>
    public ChangeReason Reason { get; init; }

    public string? Because { get; init; }

    public Problems Check(DateOnly today) => Promise.Check(today)
        .When(FirstStep?.Length > NewCommitment.MostText, "firstStep", "Accountability.TooLong", NewCommitment.MostText)
        .When(Reason is not (ChangeReason.Notice or ChangeReason.Health or ChangeReason.Emergency), "reason", "Accountability.NotAReason")
        .When(Because?.Length > NewCommitment.MostText, "because", "Accountability.TooLong", NewCommitment.MostText);
}

/// <summary>How a commitment ended.</summary>
/// <param name="State">Kept, partly kept, not kept or dropped.</param>
/// <param name="CameOfIt">What came of it.</param>
/// <param name="Learned">What was learned; it is kept as a learning.</param>
/// <param name="Topic">What the learning is about.</param>
public sealed record Ending(CommitmentState State, string? CameOfIt = null, string? Learned = null, string? Topic = null)
{
    public Problems Check() => new Problems()
        .When(State == CommitmentState.Open || !Enum.IsDefined(State), "state", "Accountability.NotAnEnding")
        .When(CameOfIt?.Length > NewCommitment.MostText, "cameOfIt", "Accountability.TooLong", NewCommitment.MostText)
        .When(Learned?.Length > Learnings.NewLearning.MostText, "learned", "Accountability.TooLong", Learnings.NewLearning.MostText)
        .When(Topic?.Length > Learnings.NewLearning.MostTopic, "topic", "Accountability.TooLong", Learnings.NewLearning.MostTopic);
}
