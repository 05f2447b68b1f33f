namespace Mainstay.Accounts;

/// <summary>A link by which somebody without an account does one thing, such as answering an ask. Whoever holds it needs nothing else, and sees nothing else.</summary>
public sealed class TokenLink
{
    /// <summary>How long one is good if nothing else is said.</summary>
    public static readonly TimeSpan Good = TimeSpan.FromDays(14);

    /// <summary>So long after its end it can still be said what became of it; then it is as if it had never been.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(90);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose it is: the space it leads to.</summary>
    public Guid SpaceId { get; init; }

    /// <summary>What can be done by it.</summary>
    public required string Purpose { get; init; }

    /// <summary>The one thing it is about.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>The hash of what stands in the address: whoever reads the database cannot answer with it.</summary>
    public required byte[] Hash { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime ExpiresAt { get; init; }

    public DateTime? UsedAt { get; init; }

    public DateTime? RevokedAt { get; init; }

    public LinkState At(DateTime now) => this switch
    {
        { RevokedAt: not null } => LinkState.Revoked,
        { UsedAt: not null } => LinkState.Used,
        _ => now < ExpiresAt ? LinkState.Open : LinkState.Expired,
    };
}

/// <summary>What can be done with a link. In the order of what is said of one that is several of these.</summary>
public enum LinkState { Open = 0, Revoked = 1, Used = 2, Expired = 3 }

/// <summary>A link that somebody opened, and on whose behalf it was made.</summary>
/// <param name="Link">The link; it is open.</param>
/// <param name="Owner">The space it leads to, with its zone and the language of who owns it.</param>
/// <param name="From">The name of who owns the space; null while they have no account.</param>
public sealed record OpenedLink(TokenLink Link, Owner Owner, string? From);
