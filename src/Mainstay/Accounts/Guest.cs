namespace Mainstay.Accounts;

/// <summary>Somebody who was recognised: whose account, by which session or token, in which space, and what they may do.</summary>
/// <param name="AccountId">Whose account.</param>
/// <param name="SessionId">The browser's session; null for a program that showed a token.</param>
/// <param name="Owner">The space they look at, with its zone and their language.</param>
/// <param name="KeyScope">What the session or token lets them do, wherever they are.</param>
public sealed record Guest(Guid AccountId, Guid? SessionId, Owner Owner, Scope KeyScope)
{
    public required string Name { get; init; }

    /// <summary>What they may do in this space.</summary>
    public required SpaceRole Role { get; init; }

    public bool IsOwner => Role == SpaceRole.Owner;

    /// <summary>What they may do here: no more than their key lets them, and no more than their role.</summary>
    public Scope Scope => Role == SpaceRole.Guest ? Scope.Read : KeyScope;

    /// <summary>What they may do in the network their session or token is for, while they are in a circle; null elsewhere.</summary>
    public SpaceRole? NetworkRole { get; init; }

    /// <summary>The space of this request is a circle.</summary>
    public bool IsInCircle => NetworkRole is not null;

    /// <summary>The network their session or token is for.</summary>
    public Guid NetworkId { get; init; }

    /// <summary>The network they own and look from, while they are in a circle; null when it is somebody else's.</summary>
    public Guid? OwnNetworkId => NetworkRole == SpaceRole.Owner ? NetworkId : null;

    /// <summary>What whoever owns the space is called, when that is somebody else.</summary>
    public string? OwnersName { get; init; }

    /// <summary>The token that a program showed; null for a browser.</summary>
    public Guid? TokenId { get; init; }

    /// <summary>A key to somebody else's network: it opens no circle of the account, and tells of none.</summary>
    public bool IsKeyToAnothers => TokenId is not null && !IsOwner;

    public Theme Theme { get; init; }
}
