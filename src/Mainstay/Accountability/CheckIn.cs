using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Accountability;

/// <summary>How a week went. Paused leaves the week out.</summary>
public enum Went { Done = 0, Partly = 1, Not = 2, Paused = 3 }

/// <summary>What the owner said of a week.</summary>
public sealed class CheckIn : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CommitmentId { get; init; }

    /// <summary>The day on which it was due.</summary>
    public DateOnly For { get; init; }

    public Went Answer { get; set; }

    public string? Sentence { get; set; }

    public string? NextStep { get; set; }

    public DateOnly ReportedOn { get; set; }
}

/// <summary>A check-in as somebody makes it.</summary>
/// <param name="Answer">How the week went.</param>
/// <param name="Sentence">One sentence.</param>
/// <param name="NextStep">What is next.</param>
/// <param name="For">The day on which it was due; when not said, the one that waits.</param>
public sealed record NewCheckIn(Went Answer, string? Sentence = null, string? NextStep = null, DateOnly? For = null)
{
    public const int MostSentence = 2_000, MostStep = 500;

    public Problems Check() => new Problems()
        .When(!Enum.IsDefined(Answer), "answer", "Accountability.NotAnAnswer")
        .When(Sentence?.Length > MostSentence, "sentence", "Accountability.TooLong", MostSentence)
        .When(NextStep?.Length > MostStep, "nextStep", "Accountability.TooLong", MostStep);
}
