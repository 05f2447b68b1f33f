using Mainstay.Storage;

namespace Mainstay.Circles;

/// <summary>A closed group of people who support each other: what it is for, and what they agreed on. Its id is that of its space, whose name is its own.</summary>
public sealed class Circle : IOwned
{
    public const int UsualAsksADay = 5, UsualRepliesADay = 50;

    public Guid SpaceId { get; set; }

    public Guid Id { get; init; }

    public required string Purpose { get; set; }

    /// <summary>What is shared here, and how confidential it is. Whoever comes in has agreed to it.</summary>
    public required string Charter { get; set; }

    /// <summary>So many asks one member may post on one day.</summary>
    public int AsksADay { get; set; } = UsualAsksADay;

    /// <summary>So many replies one member may write on one day.</summary>
    public int RepliesADay { get; set; } = UsualRepliesADay;

    public DateTime CreatedAt { get; init; }
}
