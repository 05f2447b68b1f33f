using Mainstay.Storage;

namespace Mainstay.Accountability;

/// <summary>What has become of a commitment.</summary>
public enum CommitmentState { Open = 0, Kept = 1, PartlyKept = 2, NotKept = 3, Dropped = 4 }

/// <summary>How it stands with the witness of a commitment.</summary>
public enum WitnessState
{
    None = 0,

    /// <summary>Named, and not asked yet.</summary>
    Chosen = 1,

    /// <summary>A link was made by which they can answer.</summary>
    Asked = 2,
    Accepted = 3,
    Declined = 4,

    /// <summary>They were the witness, and are no more because they said so.</summary>
    SteppedDown = 5,

    /// <summary>They are no more because the owner said so.</summary>
    Released = 6,
}

/// <summary>What I promise to do by when, before a witness. It holds the promise as it was made; what was changed since stands beside it.</summary>
public sealed class Commitment : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Outcome { get; set; }

    /// <summary>How it is measured.</summary>
    public string? Measure { get; set; }

    /// <summary>What counts as done.</summary>
    public string? Counts { get; set; }

    public DateOnly Due { get; set; }

    /// <summary>The first small step.</summary>
    public string? FirstStep { get; set; }

    /// <summary>The goal it is under; the goal may be gone.</summary>
    public Guid? GoalId { get; set; }

    /// <summary>The witness; null when there is none, or they were removed for good.</summary>
    public Guid? WitnessId { get; set; }

    public WitnessState Witness { get; set; }

    public DateOnly? WitnessAskedOn { get; set; }

    /// <summary>The day on which they accepted, declined, stepped down or were released.</summary>
    public DateOnly? WitnessOn { get; set; }

    /// <summary>The day of the week of the check-ins.</summary>
    public DayOfWeek CheckInOn { get; set; }

    public DateOnly StartedOn { get; set; }

    /// <summary>Since when the owner goes on as it is, after misses that count no more.</summary>
    public DateOnly? GoesOnFrom { get; set; }

    public CommitmentState State { get; set; }

    public DateOnly? EndedOn { get; set; }

    public string? CameOfIt { get; set; }

    /// <summary>What was learned; the learning may be gone.</summary>
    public Guid? LearningId { get; set; }

    /// <summary>Today names it no sooner than on this day.</summary>
    public DateOnly? QuietUntil { get; set; }

    public DateTime CreatedAt { get; init; }
}
