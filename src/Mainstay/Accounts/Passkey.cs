using Microsoft.AspNetCore.Identity;

namespace Mainstay.Accounts;

/// <summary>A passkey of an account: the public half of a key that never leaves its device.</summary>
public sealed class Passkey
{
    public const int LongestName = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    /// <summary>By which the device knows it.</summary>
    public required byte[] CredentialId { get; init; }

    public required byte[] PublicKey { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; set; }

    /// <summary>How often the device has signed; a copy of the device falls behind.</summary>
    public long SignCount { get; set; }

    /// <summary>How the device is reached, with spaces between: internal, usb, nfc.</summary>
    public required string Transports { get; init; }

    public bool IsUserVerified { get; set; }

    public bool IsBackupEligible { get; init; }

    public bool IsBackedUp { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? LastUsedAt { get; set; }

    internal static Passkey Of(Guid account, UserPasskeyInfo info) => new()
    {
        AccountId = account,
        CredentialId = info.CredentialId,
        PublicKey = info.PublicKey,
        Name = info.Name ?? "",
        SignCount = info.SignCount,
        Transports = string.Join(' ', info.Transports ?? []),
        IsUserVerified = info.IsUserVerified,
        IsBackupEligible = info.IsBackupEligible,
        IsBackedUp = info.IsBackedUp,
        CreatedAt = info.CreatedAt.UtcDateTime,
    };

    // What the device proved when the key was made was looked at then, and is not kept.
    internal UserPasskeyInfo ToInfo() => new(CredentialId, PublicKey, new DateTimeOffset(CreatedAt, TimeSpan.Zero), (uint)SignCount, Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries), IsUserVerified, IsBackupEligible, IsBackedUp, [], []) { Name = Name };
}
