using Mainstay.Storage;

namespace Mainstay.Accountability;

/// <summary>A sentence that a witness wrote back.</summary>
public sealed class WitnessWord : IOwned
{
    public const int MostText = 1_000, MostOfOne = 100;

    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CommitmentId { get; init; }

    /// <summary>Who wrote it; null when they were removed for good.</summary>
    public Guid? PersonId { get; set; }

    public required string Text { get; init; }

    public DateOnly On { get; init; }

    public DateTime WrittenAt { get; init; }
}
