using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Mainstay.Challenges;

/// <summary>
/// Locks what is written by a random key of 256 bits (AES-GCM, NIST SP 800-38D). The key itself is kept only wrapped: by a passphrase (PBKDF2 with SHA-256,
/// RFC 8018) and by a recovery code of 130 bits (HKDF, RFC 5869). Whoever has neither has nothing. Name and topic stay readable.
/// </summary>
public static class NarrativeLock
{
    public const int LeastPassphrase = 12, MostPassphrase = 1_000;

    /// <summary>So often a new passphrase is stirred; what was locked with another number says so itself.</summary>
    public const int UsualRounds = 600_000;

    private const int KeyBytes = 32, SaltBytes = 16, NonceBytes = 12, TagBytes = 16, CodeLetters = 26;

    /// <summary>32 letters and digits that are not mistaken for one another.</summary>
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>Locks what stands open in it.</summary>
    /// <returns>The recovery code, to be shown now and never again.</returns>
    public static string Lock(Challenge it, string passphrase)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        Write(it, Narrative.Of(it), key);
        new Narrative().WriteTo(it);
        return Wrap(it, key, passphrase);
    }

    /// <summary>Wraps a new key by the passphrase and by a new recovery code.</summary>
    private static string Wrap(Challenge it, byte[] key, string passphrase)
    {
        var code = RandomNumberGenerator.GetString(Alphabet, CodeLetters);
        (it.Salt, it.Rounds) = (RandomNumberGenerator.GetBytes(SaltBytes), UsualRounds);
        it.ByPassphrase = Encrypt(key, OfPassphrase(it, passphrase), Bound(it, "passphrase"));
        it.ByRecovery = Encrypt(key, OfCode(it, code), Bound(it, "recovery"));
        return string.Join('-', code.Chunk(5).Select(part => new string(part)));
    }

    /// <summary>The key, by the passphrase or by the recovery code, however that is spaced; null when it is neither.</summary>
    public static byte[]? KeyBy(Challenge it, string secret) =>
        it is not { Salt: not null, ByPassphrase: { } byPassphrase, ByRecovery: { } byRecovery } ? null
            : Decrypt(byPassphrase, OfPassphrase(it, secret), Bound(it, "passphrase")) ?? Decrypt(byRecovery, OfCode(it, Tidy(secret)), Bound(it, "recovery"));

    /// <summary>What was written; null when this is not its key.</summary>
    public static Narrative? Read(Challenge it, byte[] key) =>
        it.Locked is { } locked && key.Length == KeyBytes && Decrypt(locked, key, Bound(it, "narrative")) is { } text ? JsonSerializer.Deserialize<Narrative>(text) : null;

    /// <summary>Locks something else in its place.</summary>
    public static void Write(Challenge it, Narrative narrative, byte[] key) => it.Locked = Encrypt(JsonSerializer.SerializeToUtf8Bytes(narrative), key, Bound(it, "narrative"));

    /// <summary>Lets it stand open again.</summary>
    public static void Unlock(Challenge it, Narrative narrative)
    {
        narrative.WriteTo(it);
        (it.Locked, it.Salt, it.Rounds, it.ByPassphrase, it.ByRecovery) = (null, null, 0, null, null);
    }

    private static byte[] OfPassphrase(Challenge it, string passphrase) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase.Trim().Normalize(NormalizationForm.FormKC)), it.Salt!, it.Rounds, HashAlgorithmName.SHA256, KeyBytes);

    private static byte[] OfCode(Challenge it, string code) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(code), KeyBytes, it.Salt, Encoding.ASCII.GetBytes("Mainstay recovery"));

    private static string Tidy(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    /// <summary>What is locked in one place opens in no other.</summary>
    private static byte[] Bound(Challenge it, string part) => [.. it.Id.ToByteArray(bigEndian: true), .. Encoding.ASCII.GetBytes(part)];

    private static byte[] Encrypt(ReadOnlySpan<byte> text, byte[] key, byte[] bound)
    {
        var locked = new byte[NonceBytes + text.Length + TagBytes];
        RandomNumberGenerator.Fill(locked.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(locked.AsSpan(0, NonceBytes), text, locked.AsSpan(NonceBytes, text.Length), locked.AsSpan(NonceBytes + text.Length), bound);
        return locked;
    }

    private static byte[]? Decrypt(byte[] locked, byte[] key, byte[] bound)
    {
        if (locked.Length < NonceBytes + TagBytes) return null;
        var text = new byte[locked.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        try
        {
            cipher.Decrypt(locked.AsSpan(0, NonceBytes), locked.AsSpan(NonceBytes, text.Length), locked.AsSpan(NonceBytes + text.Length), text, bound);
            return text;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
