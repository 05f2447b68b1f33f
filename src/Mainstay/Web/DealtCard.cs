using Mainstay.Storage;

namespace Mainstay.Web;

/// <summary>A card that was dealt on a day. It keeps its place among the seven even when it is done, so that nothing takes it.</summary>
public sealed class DealtCard : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateOnly On { get; init; }

    public required string Kind { get; init; }

    /// <summary>What the card is about: a person, a task.</summary>
    public Guid Subject { get; init; }

    public Guid? PersonId { get; init; }

    /// <summary>How long it was thought to take.</summary>
    public int Minutes { get; init; }

    /// <summary>The owner has put it aside for the day.</summary>
    public bool Dismissed { get; set; }
}
