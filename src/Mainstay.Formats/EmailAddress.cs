using System.Globalization;

namespace Mainstay.Formats;

/// <summary>Mail addresses (RFC 5321, RFC 6531) as keys for matching people across sources.</summary>
public static class EmailAddress
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>
    /// The address in one form: without <c>mailto:</c>, display name and angle brackets, in lower case, the domain in
    /// punycode. Null when the text is not one address.
    /// </summary>
    public static string? Normalise(string? text)
    {
        var address = Bare(text ?? "");
        var at = address.LastIndexOf('@');
        if (at is < 1 or > 64 || address.Length > 254) return null;
        var local = Composed(address[..at].ToLowerInvariant());
        return local is not null && IsLocal(local) && Domain(address[(at + 1)..]) is { } domain ? $"{local}@{domain}" : null;
    }

    private static string Bare(string text)
    {
        if (text.Length > 1000) return "";
        var bare = text.Trim();
        if (bare.EndsWith('>') && bare.LastIndexOf('<') is >= 0 and var open) bare = bare[(open + 1)..^1].Trim();
        if (bare.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) bare = Uri.UnescapeDataString(bare[7..].Split('?')[0]);
        return bare.Trim().TrimEnd(';', ',');
    }

    // NFC, so that two ways to write one accent are one address; null for a lone surrogate.
    private static string? Composed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (rune == System.Text.Rune.ReplacementChar) return null;
        return text.Normalize();
    }

    private static bool IsLocal(string local)
    {
        if (local is ['"', .., '"'] && local.Length > 2) return !local[1..^1].Contains('"', StringComparison.Ordinal);
        if (local.StartsWith('.') || local.EndsWith('.')) return false;
        foreach (var letter in local)
            if (!char.IsLetterOrDigit(letter) && letter < 0x80 && !"!#$%&'*+-/=?^_`{|}~.".Contains(letter, StringComparison.Ordinal)) return false;
        return !local.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter));
    }

    private static string? Domain(string text)
    {
        var domain = text.Trim().TrimEnd('.');
        if (domain.Length is 0 or > 253 || !domain.Contains('.', StringComparison.Ordinal)) return null;
        try
        {
            return Idn.GetAscii(domain).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
