using Mainstay.Storage;

namespace Mainstay.Needs;

/// <summary>What needs are for: something the owner wants to reach.</summary>
public sealed class Goal : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Text { get; set; }

    public DateOnly? DueOn { get; set; }

    public DateOnly? ReachedOn { get; set; }

    public DateTime CreatedAt { get; init; }
}
