using System.Security.Cryptography;

namespace Mainstay.Accounts;

/// <summary>That an account asks for a code of an app beside its password.</summary>
public sealed class SecondFactor
{
    public required Guid AccountId { get; init; }

    /// <summary>What the codes are made of, locked: whoever reads the database alone can make none.</summary>
    public required string Sealed { get; init; }

    /// <summary>The step of the last code that was used: a code works once.</summary>
    public long LastStep { get; init; }

    public DateTime Since { get; init; }
}

/// <summary>What the app of an account and the server both make codes of.</summary>
public sealed record FactorSecret(Guid AccountId, byte[] Bytes)
{
    private const string Issuer = "Mainstay";
    private const int Group = 4;

    public static FactorSecret Make(Guid account) => new(account, RandomNumberGenerator.GetBytes(Totp.SecretBytes));

    /// <summary>What was locked for this account; null for anybody else's, and when the keys are not here.</summary>
    public static FactorSecret? Open(Seals seals, string locked, Guid account) =>
        seals.Open(locked)?.Split(' ') is [var owner, var secret] && owner == account.ToString() ? new(account, Convert.FromHexString(secret)) : null;

    public string Lock(Seals seals) => seals.Seal($"{AccountId} {Convert.ToHexString(Bytes)}");

    /// <summary>To be typed where nothing can be scanned.</summary>
    public string InGroups => string.Join(' ', Base32.Of(Bytes).Chunk(Group).Select(letters => new string(letters)));

    /// <summary>What apps read from the square, or open by themselves.</summary>
    public string Address(string mail) => $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(mail)}?secret={Base32.Of(Bytes)}&issuer={Issuer}";
}
