using Mainstay.Storage;

namespace Mainstay.Rhythm;

/// <summary>How near a person is meant to be. Each layer has its default cadence.</summary>
public enum Layer { None = 0, Core = 1, Close = 2, Extended = 3, Wider = 4 }

/// <summary>The owner's word on whether a tie lives; it wins over the estimate.</summary>
public enum Verdict { None = 0, StillOn = 1, Over = 2 }

/// <summary>What is between the owner and one person: what the owner wants of it, and what the touches say. Its id is the person's.</summary>
public sealed class Tie : IOwned
{
    public Guid SpaceId { get; set; }

    public required Guid Id { get; init; }

    public Layer Layer { get; set; }

    /// <summary>The cadence the owner set, in days; 0 for none at all, the layer's default when null.</summary>
    public int? CadenceDays { get; set; }

    /// <summary>Felt closeness, 1 to 5.</summary>
    public int? Closeness { get; set; }

    /// <summary>As which layer the owner says it counts when it is said who comes first; null as its own.</summary>
    public Layer? CountsAs { get; set; }

    // What follows says how much a word is worth should the tie go quiet. Null where the owner said nothing.

    /// <summary>How much the owner trusts them.</summary>
    public HowMuch? Trust { get; set; }

    /// <summary>How willing they are to help.</summary>
    public HowMuch? Willing { get; set; }

    /// <summary>How far they are ahead of the owner: what research calls status.</summary>
    public HowMuch? Standing { get; set; }

    public Verdict Verdict { get; set; }

    public DateOnly? VerdictOn { get; set; }

    /// <summary>No reminders while paused; without an end until <see cref="PausedUntil"/> is set.</summary>
    public bool Paused { get; set; }

    /// <summary>The first day on which the pause is over.</summary>
    public DateOnly? PausedUntil { get; set; }

    /// <summary>The first day on which Today may name the person again.</summary>
    public DateOnly? SnoozedUntil { get; set; }

    /// <summary>The day from which a cadence counts while there was no touch.</summary>
    public DateOnly Since { get; set; }

    // What follows is derived from the touches, and written with them in one transaction.

    public DateOnly? FirstTouchOn { get; set; }

    public DateOnly? LastTouchOn { get; set; }

    public TouchKind? LastTouchKind { get; set; }

    /// <summary>Distinct days of contact.</summary>
    public int ContactDays { get; set; }

    /// <summary>Last touch (or <see cref="Since"/>) plus the cadence; null without layer and cadence.</summary>
    public DateOnly? DueOn { get; set; }
}

/// <summary>A person's days of contact, packed, so that ten thousand ties are weighed in one read. Its id is the person's.</summary>
public sealed class PackedContacts : IOwned
{
    public Guid SpaceId { get; set; }

    public required Guid Id { get; init; }

    public required byte[] Packed { get; set; }
}
