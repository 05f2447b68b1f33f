using Mainstay.Storage;

namespace Mainstay.CircleSessions;

/// <summary>A conversation of a circle that keeps to a script: a hot seat, a reciprocity ring, peer support between two.</summary>
public sealed class CircleSession : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public SessionKind Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>Who planned it.</summary>
    public Guid HostId { get; init; }

    public DateTime StartsAt { get; init; }

    /// <summary>How long it takes.</summary>
    public int Minutes { get; init; }

    /// <summary>A ring by writing is open for so many days, and has neither turns nor a timer; null when people meet.</summary>
    public int? Days { get; init; }

    public SessionState State { get; set; }

    public DateTime? BegunAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>The place in its script.</summary>
    public int Phase { get; set; }

    /// <summary>When the phase began; pauses move it on.</summary>
    public DateTime? PhaseStartedAt { get; set; }

    public DateTime? PausedAt { get; set; }

    /// <summary>Whose turn it is, where a phase goes round.</summary>
    public Guid? TurnId { get; set; }

    /// <summary>Their place in the round, so that it goes on with the next when they leave the circle.</summary>
    public int? TurnPosition { get; set; }

    public DateTime? TurnStartedAt { get; set; }

    /// <summary>What is looked for in peer support; null elsewhere.</summary>
    public SupportWish? Wish { get; set; }

    /// <summary>What is not to be talked about.</summary>
    public string? OffLimits { get; set; }

    /// <summary>Somebody may be in danger: the conversation stands still, and both see where there is help.</summary>
    public bool IsStopped { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <summary>Counts what changed in it, for the pages that are open.</summary>
    public int Changes { get; set; }
}

public enum SessionKind { Ring = 0, HotSeat = 1, Peer = 2 }

public enum SessionState { Planned = 0, Running = 1, Over = 2 }

/// <summary>What somebody looks for in peer support.</summary>
public enum SupportWish { Listen = 0, Perspective = 1, PracticalHelp = 2, Company = 3 }
