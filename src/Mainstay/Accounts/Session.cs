namespace Mainstay.Accounts;

/// <summary>One browser that is signed in. It ends at its next request once the row is gone.</summary>
public sealed class Session
{
    /// <summary>Unused for so long, it is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(14);

    /// <summary>However much it is used, then somebody has to sign in again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <summary>When it was last seen is written no more often than this.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    /// <summary>The space it looks at.</summary>
    public Guid SpaceId { get; set; }

    /// <summary>The hash of what the cookie holds: whoever reads the database cannot come in with it.</summary>
    public required byte[] Hash { get; init; }

    public required string Browser { get; init; }

    public required string System { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime LastSeenAt { get; init; }

    public bool IsOver(DateTime now) => now >= CreatedAt + Longest || now >= LastSeenAt + Idle;
}
