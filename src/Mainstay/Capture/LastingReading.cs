using System.Globalization;
using static Mainstay.Capture.DayWords;

namespace Mainstay.Capture;

/// <summary>Finds how long something took: "for 45 min", "an hour", "1h", "eine halbe Stunde".</summary>
internal sealed class LastingReading(IReadOnlyList<Piece> pieces)
{
    private const int MostMinutes = 24 * 60;

    public SaidSpan? At(int from)
    {
        var at = Word(from) is "for" or "fur" or "about" or "ca" or "etwa" or "rund" ? from + 1 : from;
        if (Word(at) is "about" or "ca" or "etwa" or "fast" or "almost" or "over") at++;
        if (Word(from - 1) is "in" or "every" or "alle" or "vor" || Found(at) is not var (minutes, to) || minutes is < 1 or > MostMinutes) return null;
        if (Word(to) is "ago" or "late" or "early") return null;
        return new(from, Word(to) is "long" or "lang" ? to + 1 : to) { Minutes = minutes };
    }

    private (int Minutes, int To)? Found(int at)
    {
        if (Half(at) is { } half) return half;
        if (Joined(Word(at)) is { } joined) return (joined, at + 1);
        if (Amount(at) is not { } amount) return null;
        if (MinuteUnits.Contains(Word(at + 1))) return ((int)amount, at + 2);
        if (!HourUnits.Contains(Word(at + 1))) return null;
        var (hours, to) = ((int)(amount * 60), at + 2);
        if (Word(to) is "and" or "und" && Word(to + 1) is "a" && Word(to + 2) is "half") return (hours + 30, to + 3);
        var more = Word(to) is "and" or "und" ? to + 1 : to;
        return Amount(more) is { } minutes && MinuteUnits.Contains(Word(more + 1)) ? (hours + (int)minutes, more + 2) : (hours, to);
    }

    /// <summary>"half an hour", "an hour and a half", "eine halbe Stunde", "anderthalb Stunden"</summary>
    private (int Minutes, int To)? Half(int at)
    {
        if (Word(at) is "half" && Word(at + 1) is "an" or "a" && HourUnits.Contains(Word(at + 2))) return (30, at + 3);
        if (Word(at) is "a" && Word(at + 1) is "half" && HourUnits.Contains(Word(at + 2))) return (30, at + 3);
        if (Word(at) is "eine" or "ne" && Word(at + 1) is "halbe" && HourUnits.Contains(Word(at + 2))) return (30, at + 3);
        if (Word(at) is "half-hour" or "halbstundig") return (30, at + 1);
        return Word(at) is "anderthalb" or "eineinhalb" && HourUnits.Contains(Word(at + 1)) ? (90, at + 2) : null;
    }

    /// <summary>"45min", "1h", "2hrs"</summary>
    private static int? Joined(string word)
    {
        var digits = word.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 4 || digits == word.Length) return null;
        var (number, unit) = (int.Parse(word[..digits], CultureInfo.InvariantCulture), word[digits..].TrimStart('-'));
        return MinuteUnits.Contains(unit) ? number : HourUnits.Contains(unit) ? number * 60 : null;
    }

    private double? Amount(int at)
    {
        var word = Word(at).Replace(',', '.');
        if (double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 2000) return number;
        return Numbers.TryGetValue(word, out var said) && word is not ("few" or "paar") ? said : null;
    }

    private string Word(int at) => at >= 0 && at < pieces.Count ? pieces[at].Fold : "";
}
