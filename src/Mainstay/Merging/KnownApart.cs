using Mainstay.Storage;

namespace Mainstay.Merging;

/// <summary>The owner's word that two people who look alike are two. The one whose id is smaller stands first, so that each two have one row.</summary>
public sealed class KnownApart : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid FirstId { get; init; }

    public required Guid SecondId { get; init; }

    public DateTime At { get; init; }
}
