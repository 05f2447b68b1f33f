using Mainstay.Storage;

namespace Mainstay.Challenges;

/// <summary>For what somebody is turned to in a hard time.</summary>
public enum HelpAs
{
    /// <summary>Somebody who listens.</summary>
    Listen = 0,

    /// <summary>Somebody who knows how it is done.</summary>
    Know = 1,

    /// <summary>Somebody who has been through it.</summary>
    BeenThrough = 2,

    /// <summary>Somebody who carries something.</summary>
    Carry = 3,
}

/// <summary>That an ask, and those that follow it for the same thing, were for a hard time: they go when it is closed.</summary>
public sealed class ChallengeAsk : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ChallengeId { get; init; }

    /// <summary>The thread of asks, from person to person.</summary>
    public required Guid ThreadId { get; init; }

    public HelpAs As { get; init; }
}

/// <summary>Somebody who helped in a hard time that is over and was not thanked yet. In what they helped is not kept.</summary>
public sealed class ThanksDue : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PersonId { get; init; }

    public DateOnly Since { get; init; }
}
