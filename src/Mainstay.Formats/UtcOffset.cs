namespace Mainstay.Formats;

/// <summary>UTC-OFFSET values (RFC 5545 §3.3.14).</summary>
internal static class UtcOffset
{
    /// <summary><c>±H[H][[:.]MM[[:.]SS]]</c>, within a day; the sign may be missing.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        text = text.Trim();
        var negative = text is ['-' or '\u2212', ..];
        text = text.TrimStart("+-\u2212");
        Span<int> parts = stackalloc int[3];
        var digits = 0;
        var colon = text.IndexOfAny(':', '.');
        if (colon == 1) digits = 1;
        foreach (var letter in text)
        {
            if (letter is ':' or '.' && digits % 2 == 0) continue;
            if (!char.IsAsciiDigit(letter) || digits >= 6) return false;
            parts[digits / 2] = parts[digits / 2] * 10 + letter - '0';
            digits++;
        }

        if (digits is 0 or 3 or 5 || parts[0] > 23 || parts[1] > 59 || parts[2] > 59) return false;
        offset = new TimeSpan(parts[0], parts[1], parts[2]) * (negative ? -1 : 1);
        return true;
    }
}
