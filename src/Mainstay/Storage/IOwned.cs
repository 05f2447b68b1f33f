namespace Mainstay.Storage;

/// <summary>A row of a room. It belongs to exactly one space and is known by (SpaceId, Id).</summary>
public interface IOwned
{
    Guid SpaceId { get; set; }

    Guid Id { get; init; }
}
