using Mainstay.Storage;

namespace Mainstay.Introductions;

/// <summary>What the owner said of two people: that they know each other, or that they do not. The one whose id is smaller stands first, so that each two have one row.</summary>
public sealed class Acquaintance : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid FirstId { get; init; }

    public required Guid SecondId { get; init; }

    /// <summary>The owner said that they do not know each other; signs that they do are passed over.</summary>
    public bool IsRefused { get; set; }

    /// <summary>How well, 0 to 1; null when not said.</summary>
    public double? Strength { get; set; }

    public DateOnly SaidOn { get; set; }

    /// <summary>The other one.</summary>
    public Guid Other(Guid person) => FirstId == person ? SecondId : FirstId;
}
