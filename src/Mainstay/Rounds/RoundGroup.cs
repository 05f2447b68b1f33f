using Mainstay.Storage;

namespace Mainstay.Rounds;

/// <summary>Those who were brought together without sides: a peer group, accountability partners, two for a coffee.</summary>
public sealed class RoundGroup : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid RoundId { get; init; }

    /// <summary>Which time it is; of what comes together once, 1.</summary>
    public int Turn { get; init; }

    public DateOnly On { get; init; }
}

/// <summary>A member's seat in a group.</summary>
public sealed class RoundSeat : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid GroupId { get; init; }

    public Guid MemberId { get; init; }
}

/// <summary>What a partner told the other of one week. It is for those two only, and nobody counts it.</summary>
public sealed class RoundCheck : IOwned
{
    public const int MostWord = 500;

    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid GroupId { get; init; }

    public Guid MemberId { get; init; }

    /// <summary>The week's Monday.</summary>
    public DateOnly Week { get; init; }

    public WeekWent Went { get; set; }

    public string? Word { get; set; }
}

public enum WeekWent { Done = 0, Partly = 1, Not = 2, Paused = 3 }

/// <summary>Two whom a host puts together, or keeps apart.</summary>
public sealed class RoundPin : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid RoundId { get; init; }

    /// <summary>In a mentoring round the mentee.</summary>
    public Guid OneId { get; init; }

    /// <summary>In a mentoring round the mentor.</summary>
    public Guid OtherId { get; init; }

    public bool IsApart { get; init; }
}
