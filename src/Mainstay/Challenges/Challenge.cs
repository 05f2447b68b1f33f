using Mainstay.Storage;

namespace Mainstay.Challenges;

/// <summary>A hard time. Its name and what it is about can be read, or nobody could help; what was written about it may be locked.</summary>
public sealed class Challenge : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>By what the owner knows it.</summary>
    public required string Name { get; set; }

    /// <summary>What it is about, in a word or two: "losing a client".</summary>
    public string? Topic { get; set; }

    /// <summary>By when it should be over: then the owner is asked to close it.</summary>
    public DateOnly? EndsOn { get; set; }

    public string? Happened { get; set; }

    public string? HowItIs { get; set; }

    public string? Wanted { get; set; }

    public string? Tried { get; set; }

    public string? Feared { get; set; }

    /// <summary>What was written, locked by a key that is kept nowhere as it is; null while it is not locked.</summary>
    public byte[]? Locked { get; set; }

    /// <summary>Makes the same passphrase another key here than elsewhere.</summary>
    public byte[]? Salt { get; set; }

    /// <summary>How often the passphrase is stirred.</summary>
    public int Rounds { get; set; }

    /// <summary>The key, wrapped by the passphrase.</summary>
    public byte[]? ByPassphrase { get; set; }

    /// <summary>The key, wrapped by the recovery code.</summary>
    public byte[]? ByRecovery { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <summary>Told without what is locked, so that a list need not read it.</summary>
    public bool IsLocked => Rounds > 0;
}

/// <summary>The country whose crisis lines the owner wants to be shown. One row in a space, or none: it is asked, and never assumed.</summary>
public sealed class CrisisCountry : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Two letters (ISO 3166-1).</summary>
    public required string Country { get; set; }
}
