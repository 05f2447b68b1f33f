using Mainstay.Storage;

namespace Mainstay.Accountability;

/// <summary>Why a promise changes. Only the first takes a week's notice.</summary>
public enum ChangeReason
{
    Notice = 0,
    Health = 1,
    Emergency = 2,

    /// <summary>Nobody has accepted to be the witness, so nobody relies on the words of before.</summary>
    NoWitness = 3,
}

/// <summary>A promise that was made anew: the whole of it, as it stands from a day on.</summary>
public sealed class CommitmentChange : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CommitmentId { get; init; }

    /// <summary>Which change of the commitment it is, from 1.</summary>
    public int Number { get; init; }

    public required string Outcome { get; init; }

    public string? Measure { get; init; }

    public string? Counts { get; init; }

    public DateOnly Due { get; init; }

    public ChangeReason Reason { get; init; }

    /// <summary>Why, in the owner's words.</summary>
    public string? Because { get; init; }

    public DateOnly AskedOn { get; init; }

    /// <summary>From this day on it counts.</summary>
    public DateOnly From { get; init; }
}
