using System.Text;
using PhoneNumbers;

namespace Mainstay.Formats;

/// <summary>Phone numbers as keys for matching people across sources.</summary>
public static class PhoneNumber
{
    private const int MaxLength = 80;

    /// <summary>
    /// The number in one form: E.164 (<c>+4961112345</c>) when the text has a country code or
    /// <paramref name="defaultRegion"/> makes it one, else its digits alone. Extension, pauses and what follows them are
    /// left out. Null when there are fewer than three digits or too much else.
    /// </summary>
    /// <param name="text">As people write it: <c>+49 (0611) 123-456 ext. 7</c>, <c>tel:+1-201-555-0123;ext=9</c>.</param>
    /// <param name="defaultRegion">ISO 3166 code of the country for numbers without a country code, such as <c>DE</c>.</param>
    public static string? Normalise(string? text, string? defaultRegion = null)
    {
        var main = Main(text ?? "");
        var digits = Digits(main);
        if (digits.TrimStart('+').Length < 3 || digits.Length > 18 || main.Count(char.IsLetter) > digits.Length) return null;
        if (digits.StartsWith("00", StringComparison.Ordinal) && digits.Length > 8 && defaultRegion is null) digits = "+" + digits[2..];
        if (!digits.StartsWith('+') && defaultRegion is null) return digits;
        // Nothing but a country code and a number: the common case, and it needs no numbering plan.
        if (digits.StartsWith('+') && !HasTrunkZero(main) && digits.Length is > 8 and <= 16) return digits;
        return Parse(digits.StartsWith('+') && !main.TrimStart().StartsWith('+') ? digits : main, defaultRegion) ?? digits;
    }

    private static string? Parse(string main, string? region)
    {
        try
        {
            var number = PhoneNumberUtil.GetInstance().Parse(main, region?.ToUpperInvariant());
            return PhoneNumberUtil.GetInstance().IsPossibleNumber(number) ? PhoneNumberUtil.GetInstance().Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    // A group that begins with zero may be the trunk prefix that people write inside an international number.
    private static bool HasTrunkZero(string main)
    {
        for (var i = 1; i < main.Length; i++)
            if (main[i] == '0' && !char.IsDigit(main[i - 1])) return true;
        return false;
    }

    // What stands before a pause, a wait, an extension.
    private static string Main(string text)
    {
        if (text.Length > MaxLength) return "";
        var main = text.Trim();
        if (main.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) || main.StartsWith("sms:", StringComparison.OrdinalIgnoreCase)) main = main[4..];
        var seen = false;
        for (var i = 0; i < main.Length; i++)
        {
            seen |= char.IsDigit(main[i]);
            if (!seen || !(main[i] is ';' or ',' or '#' or '*' || char.IsLetter(main[i]))) continue;
            // 1-800-FLOWERS cut to 1800 would match every other number that is a word.
            return main.Skip(i).TakeWhile(char.IsAsciiLetterUpper).Count() >= 4 && main[..i].Count(char.IsDigit) < 7 ? "" : main[..i];
        }

        return main.TrimStart('p', 'P', 'w', 'W');
    }

    // Digits of any script, with a plus in front if one stands before the first of them.
    private static string Digits(string main)
    {
        var digits = new StringBuilder();
        foreach (var letter in main)
        {
            if (letter is '+' or '＋' && digits.Length == 0) digits.Append('+');
            else if (char.IsDigit(letter)) digits.Append((char)('0' + (int)char.GetNumericValue(letter)));
        }

        return digits.ToString();
    }
}
