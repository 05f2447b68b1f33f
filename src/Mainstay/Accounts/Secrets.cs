using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Mainstay.Accounts;

/// <summary>Secrets that open doors: made by chance, kept only as hashes. They are long enough that a plain hash gives nothing away.</summary>
public static partial class Secrets
{
    private const int Bytes = 32, LinkLetters = 28;

    /// <summary>Neither 0 nor O, neither 1 nor I, for what is copied by hand; and nothing that could be taken for the end of a sentence.</summary>
    internal const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>256 bits, fit for a cookie and an address.</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>138 bits in few letters, for an address that is sent to somebody.</summary>
    public static string MakeForLink() => RandomNumberGenerator.GetString(Alphabet, LinkLetters);

    /// <summary>What was copied, as it was made; anything else is nothing.</summary>
    public static string TidyOfLink(string copied) => copied.Trim() is { Length: LinkLetters } secret ? secret.ToLowerInvariant() : "";

    /// <summary>What stands in a text where a secret was.</summary>
    public const string Hidden = "[…]";

    /// <summary>A text without the secrets in the addresses this program makes, and without keys for programs: who reads it opens nothing. Addresses of others stay as they are.</summary>
    public static string Hide(string text) => Opening().Replace(text, Hidden);

    /// <summary>Whether <see cref="Hide"/> took something out of it. Who only quotes and leaves words out is not meant.</summary>
    public static bool AreHidden(string text) => Closed().IsMatch(text);

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>What stands before a secret: in the addresses that are opened by one, and in a key for programs.</summary>
    private const string Before = @"/answer/|/join/|/card/|/calendar/|/setup\?key=|/sign-in/link\?key=|" + ApiToken.Prefix;

    /// <summary>As <see cref="Make"/> and <see cref="MakeForLink"/> make them.</summary>
    [GeneratedRegex("(?<=" + Before + ")(?:[A-Za-z0-9_-]{43}|[a-z2-9]{28})(?![A-Za-z0-9_-])")]
    private static partial Regex Opening();

    [GeneratedRegex("(?:" + Before + @")\[…\]")]
    private static partial Regex Closed();
}
