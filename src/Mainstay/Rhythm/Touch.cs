using Mainstay.Storage;

namespace Mainstay.Rhythm;

public enum TouchKind { Meeting = 0, Video = 1, Call = 2, Message = 3, Mail = 4, Reaction = 5 }

/// <summary>From whom it came: out is from me, in is to me.</summary>
public enum Direction { Both = 0, Out = 1, In = 2 }

/// <summary>One contact of any kind on a day, with one person or several.</summary>
public sealed class Touch : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The owner's day.</summary>
    public DateOnly On { get; set; }

    public TouchKind Kind { get; set; }

    public Direction Direction { get; set; }

    public int? Minutes { get; set; }

    public string? Note { get; set; }

    public DateTime CreatedAt { get; init; }
}

/// <summary>That a person was part of a touch. The day stands here too, so that a person's timeline is one look-up.</summary>
public sealed class TouchPerson : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TouchId { get; init; }

    public Guid PersonId { get; set; }

    public DateOnly On { get; set; }
}
