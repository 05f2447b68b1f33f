using Mainstay.Storage;

namespace Mainstay.Board;

/// <summary>What somebody on a board of advisors is there for (protocols.md, 6). The first four are what most boards need; the others come when they are missed.</summary>
public enum SeatFunction
{
    /// <summary>Has been where I want to go.</summary>
    Sage = 0,

    /// <summary>Speaks for me where I am not in the room.</summary>
    Sponsor = 1,

    /// <summary>Is on my side, whatever happens.</summary>
    Supporter = 2,

    /// <summary>Contradicts me before others do.</summary>
    SparringPartner = 3,

    /// <summary>Knows people I do not know.</summary>
    Connector = 4,

    /// <summary>Is where I am, at the same time.</summary>
    Peer = 5,

    /// <summary>Sees what I no longer see.</summary>
    YoungerView = 6,

    /// <summary>Knows one field by heart.</summary>
    DomainExpert = 7,
}

/// <summary>A function on my board of advisors, and who has it.</summary>
public sealed class Seat : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public SeatFunction Function { get; set; }

    /// <summary>What for in particular: "tax law".</summary>
    public string? Topic { get; set; }

    /// <summary>Who sits there, or is asked to; null while it is empty.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>The ask by which they were asked; the ask may be gone.</summary>
    public Guid? AskId { get; set; }

    /// <summary>Since when they sit there; null while they are only asked.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>The last day of what was agreed.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>What was agreed: "half an hour, four times a year".</summary>
    public string? Scope { get; set; }

    /// <summary>How often a year we mean to talk.</summary>
    public int? TimesAYear { get; set; }

    /// <summary>What I give in return.</summary>
    public string? Gives { get; set; }

    /// <summary>Today says nothing of it before this day.</summary>
    public DateOnly? QuietUntil { get; set; }

    public DateTime CreatedAt { get; init; }
}
