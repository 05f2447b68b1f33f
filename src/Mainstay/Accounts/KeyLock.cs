using System.Security.Cryptography;
using System.Text;
using Mainstay.Words;

namespace Mainstay.Accounts;

/// <summary>
/// Locks the keys in the database by a password that only the servers know: AES-GCM (NIST SP 800-38D) with a key of 256 bits that PBKDF2 with HMAC-SHA512 (RFC 8018)
/// makes of it. What is locked is bound to its name. Without a password it all stands open.
/// </summary>
internal sealed class KeyLock(string? password)
{
    private const string Begin = "locked:";

    private const int Rounds = 210_000, KeyBytes = 32, SaltBytes = 16, NonceBytes = 12, TagBytes = 16;

    private readonly Dictionary<string, byte[]> keys = [];
    private byte[]? salt;

    public bool IsSet => password is not null;

    public static bool IsLocked(string text) => text.StartsWith(Begin, StringComparison.Ordinal);

    public string Lock(string name, string text)
    {
        if (password is null) return text;
        salt ??= RandomNumberGenerator.GetBytes(SaltBytes);
        var (nonce, tag, plain) = (RandomNumberGenerator.GetBytes(NonceBytes), new byte[TagBytes], Encoding.UTF8.GetBytes(text));
        var locked = new byte[plain.Length];
        using var aes = new AesGcm(KeyOf(salt), TagBytes);
        aes.Encrypt(nonce, plain, locked, tag, Encoding.UTF8.GetBytes(name));
        return Begin + Convert.ToBase64String([.. salt, .. nonce, .. tag, .. locked]);
    }

    public string Open(string name, string text)
    {
        if (!IsLocked(text)) return text;
        if (password is null) throw new CannotBeDone("Accounts.KeysLocked");
        try
        {
            var bytes = Convert.FromBase64String(text[Begin.Length..]).AsSpan();
            salt = bytes[..SaltBytes].ToArray(); // what is locked next takes the same, so that the password is stirred once
            var rest = bytes[SaltBytes..];
            var plain = new byte[rest.Length - NonceBytes - TagBytes];
            using var aes = new AesGcm(KeyOf(salt), TagBytes);
            aes.Decrypt(rest[..NonceBytes], rest[(NonceBytes + TagBytes)..], rest.Slice(NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(name));
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new CannotBeDone("Accounts.KeysPasswordWrong");
        }
    }

    private byte[] KeyOf(byte[] salt)
    {
        var name = Convert.ToHexString(salt);
        if (!keys.TryGetValue(name, out var key)) keys[name] = key = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password!), salt, Rounds, HashAlgorithmName.SHA512, KeyBytes);
        return key;
    }
}
