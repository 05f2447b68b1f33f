namespace Mainstay.Accounts;

/// <summary>A key for a program: it opens one space of one account, to read or to read and write.</summary>
public sealed class ApiToken
{
    /// <summary>How every token begins, so that one that leaked is recognised for what it is.</summary>
    public const string Prefix = "mst_";

    /// <summary>So much of the end of an id is enough to name it.</summary>
    public const int ShortestEnd = 4;

    public const int LongestName = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    public Guid SpaceId { get; init; }

    /// <summary>What it is for, in its owner's words.</summary>
    public required string Name { get; init; }

    public required byte[] Hash { get; init; }

    public Scope Scope { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime? ExpiresAt { get; init; }

    public DateTime? LastUsedAt { get; init; }

    public DateTime? RevokedAt { get; init; }

    public bool IsGood(DateTime now) => RevokedAt is null && !(now >= ExpiresAt);
}

/// <summary>What may be done.</summary>
public enum Scope { Read = 0, Write = 1 }
