using Mainstay.Storage;

namespace Mainstay.CircleSessions;

/// <summary>A member's place in a session. It goes with their access to the circle.</summary>
public sealed class SessionSeat : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid SessionId { get; init; }

    public Guid MemberId { get; init; }

    public SessionRole Role { get; set; }

    /// <summary>The place in the round.</summary>
    public int Position { get; init; }

    /// <summary>When they said that they are in; of who is asked for peer support null until they say that they have room today.</summary>
    public DateTime? AgreedAt { get; set; }
}

public enum SessionRole { Member = 0, Presenter = 1, Facilitator = 2, Timekeeper = 3, Asker = 4, Helper = 5 }
