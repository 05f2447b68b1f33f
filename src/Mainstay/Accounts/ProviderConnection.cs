namespace Mainstay.Accounts;

/// <summary>That an account is let in by whom somebody is at a sign-in provider: known by the provider's address and the provider's own name for them, and by nothing that can change hands.</summary>
public sealed class ProviderConnection
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    /// <summary>The provider, as it names itself.</summary>
    public required string Issuer { get; init; }

    /// <summary>Who it is there. A provider never gives it to anybody else; letters large and small are told apart.</summary>
    public required string Subject { get; init; }

    /// <summary>What they were called there when they connected, for their own eyes.</summary>
    public required string Name { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime? LastUsedAt { get; init; }
}

/// <summary>Who somebody is at a provider, as the provider has just said and signed.</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">Who it is there.</param>
public sealed record ProvedElsewhere(string Issuer, string Subject)
{
    public const int LongestSubject = 255;

    public string? Name { get; init; }

    public string? Mail { get; init; }

    /// <summary>The provider has made sure that the mail address is theirs.</summary>
    public bool IsMailVerified { get; init; }

    public string? TimeZone { get; init; }

    /// <summary>What its owner knows it by.</summary>
    internal string Called => Shortened(Mail ?? Name ?? Subject);

    private static string Shortened(string text) => text.Length > Account.LongestMail ? text[..Account.LongestMail] : text;
}
