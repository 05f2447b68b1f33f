namespace Mainstay.Accounts;

/// <summary>A secret that opens the door once, and is gone.</summary>
public sealed class OneTimeKey
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required byte[] Hash { get; init; }

    public OneTimeKind Kind { get; init; }

    /// <summary>Whose it is; nobody's while there is no account.</summary>
    public Guid? AccountId { get; init; }

    public DateTime? ExpiresAt { get; init; }
}

public enum OneTimeKind
{
    /// <summary>Makes the first account.</summary>
    SetUp = 0,

    /// <summary>Signs in by a link that the one who runs the server made.</summary>
    Link = 1,

    /// <summary>Signs in when password and passkeys are lost; it was kept on paper.</summary>
    Recovery = 2,
}
