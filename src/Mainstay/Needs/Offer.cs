using Mainstay.Storage;

namespace Mainstay.Needs;

/// <summary>Something the owner can give to others.</summary>
public sealed class Offer : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Text { get; set; }

    /// <summary>To whom: "founders in their first year".</summary>
    public string? ForWhom { get; set; }

    public DateTime CreatedAt { get; init; }
}
