#pragma warning disable CA5350 // apps that make codes know HMAC-SHA1, and many know nothing else
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Mainstay.Accounts;

/// <summary>Codes of six digits that an app and the server both make from one secret and the time, by RFC 6238 over RFC 4226.</summary>
public static class Totp
{
    /// <summary>As long as what HMAC-SHA1 gives, as RFC 4226 recommends.</summary>
    public const int SecretBytes = 20;

    private const int Digits = 6, Seconds = 30, Modulus = 1_000_000;

    /// <summary>One step either side, for who types slowly and clocks that are not quite the same.</summary>
    private const int Around = 1;

    /// <summary>From here on it is the clock that is wrong, and not somebody who types slowly.</summary>
    private const int Apart = 10;

    /// <summary>
    /// So far back it is looked what a clock that is behind would show, only to be able to say so: half a day. Never ahead: that would
    /// tell whoever guesses a code that opens in some hours.
    /// </summary>
    private const int Furthest = 12 * 60 * 60 / Seconds;

    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / Seconds;

    public static string Code(byte[] secret, long step) => Number(secret, step).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>What somebody typed, in the digits of any script; null when it is no code at all.</summary>
    public static string? Tidy(string typed)
    {
        var signs = typed.Where(c => !char.IsWhiteSpace(c) && c != '-').Select(c => CharUnicodeInfo.GetDecimalDigitValue(c)).Take(Digits + 1).ToList();
        return signs.Count == Digits && signs.TrueForAll(d => d >= 0) ? string.Concat(signs) : null;
    }

    /// <summary>What a code is that somebody typed at this moment.</summary>
    /// <param name="secret">What theirs are made of.</param>
    /// <param name="typed">As it was typed.</param>
    /// <param name="now">At this moment.</param>
    /// <param name="last">The step of the last code that was used: it and those before open nothing any more.</param>
    public static JudgedCode Judge(byte[] secret, string typed, DateTimeOffset now, long last)
    {
        if (Tidy(typed) is not { } tidy) return new(CodeIs.Wrong);
        var (number, here) = (int.Parse(tidy, CultureInfo.InvariantCulture), StepAt(now));
        var near = Enumerable.Range(-Around, 2 * Around + 1).Select(away => here + away).Where(step => Number(secret, step) == number).ToList();
        if (near.Exists(step => step > last)) return new(CodeIs.Right, near.First(step => step > last));
        if (near.Count > 0) return new(CodeIs.Used);
        foreach (var away in Enumerable.Range(Apart, Furthest - Apart + 1))
            if (Number(secret, here - away) == number) return new(CodeIs.OfAnotherTime) { Behind = TimeSpan.FromSeconds(away * Seconds) };
        return new(CodeIs.Wrong);
    }

    // Section 5.3 of RFC 4226: four bytes from where the last half byte points.
    private static int Number(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)], mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        HMACSHA1.HashData(secret, counter, mac);
        return (BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0xF)..]) & int.MaxValue) % Modulus;
    }
}

/// <summary>What a code turned out to be.</summary>
/// <param name="Is">Whether it opens.</param>
/// <param name="Step">Of a right one, the step it belongs to.</param>
public sealed record JudgedCode(CodeIs Is, long Step = 0)
{
    /// <summary>Of one of another time, how far the clock that made it is behind this one.</summary>
    public TimeSpan Behind { get; init; }
}

public enum CodeIs { Wrong, Right, Used, OfAnotherTime }
