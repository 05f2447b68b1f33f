namespace Mainstay.Accounts;

/// <summary>Somebody who was recognised: whose account, by which session or token, in which space, and what they may do.</summary>
/// <param name="AccountId">Whose account.</param>
/// <param name="SessionId">The browser's session; null for a program that showed a token.</param>
/// <param name="Owner">The space they look at, with its zone and their language.</param>
/// <param name="Scope">What they may do.</param>
public sealed record Guest(Guid AccountId, Guid? SessionId, Owner Owner, Scope Scope)
{
    public required string Name { get; init; }

    /// <summary>The token that a program showed; null for a browser.</summary>
    public Guid? TokenId { get; init; }

    public Theme Theme { get; init; }
}
