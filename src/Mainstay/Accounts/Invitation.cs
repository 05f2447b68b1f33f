namespace Mainstay.Accounts;

/// <summary>A link by which somebody may come in: to have an account here, and to enter the space that it names. Looking at it does not use it up.</summary>
public sealed class Invitation
{
    public const int MostPlaces = 1_000, LongestDays = 90, UsualDays = 14, MostInADay = 50;

    /// <summary>So long after its end it can still be said what became of it; then it is as if it had never been.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(90);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The hash of what stands in the address: whoever reads the database cannot come in with it.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Where it leads; null when it gives no more than an account with a network of one's own.</summary>
    public Guid? SpaceId { get; init; }

    /// <summary>What they may do there.</summary>
    public SpaceRole Role { get; init; }

    /// <summary>Only whoever has this address may use it; anybody when null.</summary>
    public string? Mail { get; init; }

    /// <summary>For how many it is.</summary>
    public int MostUses { get; init; }

    public int Uses { get; init; }

    public DateTime ExpiresAt { get; init; }

    /// <summary>Who invites; null when the one who runs the server does.</summary>
    public Guid? ById { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime? RevokedAt { get; init; }

    public InvitationState At(DateTime now) => this switch
    {
        { RevokedAt: not null } => InvitationState.Revoked,
        { } when Uses >= MostUses => InvitationState.UsedUp,
        { } when now >= ExpiresAt => InvitationState.Expired,
        _ => InvitationState.Open,
    };
}

public enum InvitationState { Open = 0, Revoked = 1, UsedUp = 2, Expired = 3 }
