namespace Mainstay.Formats;

/// <summary>Reads DATE and DATE-TIME values (RFC 5545 §3.3.4, §3.3.5) leniently.</summary>
internal static class CalendarTimeText
{
    /// <summary>
    /// <c>YYYYMMDD[THHMM[SS]][Z|±HHMM]</c>, also with the dashes and colons of ISO 8601. A time with an offset becomes UTC,
    /// 24:00 the next day's beginning, a leap second the second before. Floating unless it says more.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CalendarTime time)
    {
        time = default;
        text = text.Trim();
        Span<char> digits = stackalloc char[14];
        var (count, at, offset) = Digits(text, digits);
        if (count is not (8 or 12 or 14) || Number(digits[..4]) is not (> 0 and var year)) return false;
        int month = Number(digits[4..6]), day = Number(digits[6..8]);
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        var date = new DateTime(year, month, day);
        if (count == 8)
        {
            time = new(date, CalendarTimeKind.Day, null);
            return at == text.Length;
        }

        int hour = Number(digits[8..10]), minute = Number(digits[10..12]), second = count == 14 ? Number(digits[12..14]) : 0;
        if (hour > 24 || minute > 59 || second > 60 || (hour == 24 && minute + second > 0)) return false;
        var ticks = date.Ticks + (hour * 3600L + minute * 60 + Math.Min(second, 59)) * TimeSpan.TicksPerSecond;
        return Tie(text[at..], offset, ticks, out time);
    }

    // The digits up to an offset or a Z, where those stop, and whether there is an offset.
    private static (int Count, int At, bool Offset) Digits(ReadOnlySpan<char> text, Span<char> digits)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsAsciiDigit(letter) && count < 14) digits[count++] = letter;
            else if (count > 8 && letter is '+' or '-' && count >= 12) return (count, i, true);
            else if (letter is 'Z' or 'z' && count >= 12) return (count, i, false);
            else if (letter is not ('T' or 't' or '-' or ':' or ' ') || (letter is 'T' or 't' && count != 8)) return (0, i, false);
        }

        return (count, text.Length, false);
    }

    private static bool Tie(ReadOnlySpan<char> rest, bool isOffset, long ticks, out CalendarTime time)
    {
        time = default;
        if (isOffset)
        {
            if (!UtcOffset.TryParse(rest, out var offset)) return false;
            ticks -= offset.Ticks;
        }
        else if (rest.Length > 1)
        {
            return false;
        }

        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks) return false;
        time = new(new(ticks), rest.Length > 0 ? CalendarTimeKind.Utc : CalendarTimeKind.Floating, null);
        return true;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits) number = number * 10 + digit - '0';
        return number;
    }
}
