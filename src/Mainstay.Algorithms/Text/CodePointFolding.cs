using System.Globalization;
using System.Text;

namespace Mainstay.Algorithms.Text;

/// <summary>The folded form of a single code point. Slow; <see cref="CodePoints"/> remembers the answers.</summary>
internal static class CodePointFolding
{
    public static string Fold(int codePoint)
    {
        if (Special(codePoint) is { } special) return special;
        switch (CharUnicodeInfo.GetUnicodeCategory(codePoint))
        {
            case UnicodeCategory.Surrogate:
                return "\uFFFD";
            case UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                return " ";
            case UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse:
                return char.ConvertFromUtf32(codePoint);
        }
        return StaysComposed(codePoint) ? FoldPart(new(codePoint)) : FoldParts(char.ConvertFromUtf32(codePoint).Normalize(NormalizationForm.FormKD));
    }

    /// <summary>
    /// Han has nothing to decompose; kana and Hangul syllables would come apart into what nobody searches for. The few
    /// katakana without a hiragana to stand for them (30F7 to 30FA) do come apart, to what hiragana with a mark gives.
    /// </summary>
    private static bool StaysComposed(int c) =>
        c is (>= 0x3041 and <= 0x309A) or (>= 0x30A1 and <= 0x30F6) or (>= 0x30FB and <= 0x30FE)
            or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3);

    private static string FoldParts(string decomposed)
    {
        var folded = new StringBuilder();
        foreach (var part in decomposed.EnumerateRunes()) folded.Append(FoldPart(part));
        return folded.ToString();
    }

    private static string FoldPart(Rune part)
    {
        var category = Rune.GetUnicodeCategory(part);
        if (IsDropped(part.Value, category)) return "";
        if (category == UnicodeCategory.DashPunctuation) return "-";
        if (category == UnicodeCategory.DecimalDigitNumber) return ((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(part.ToString(), 0))).ToString();
        if (IsKatakana(part.Value)) return ((char)(part.Value - 0x60)).ToString();
        var lower = Rune.ToLowerInvariant(part);
        return Special(lower.Value) ?? lower.ToString();
    }

    /// <summary>The katakana that have a hiragana of the same sound.</summary>
    private static bool IsKatakana(int c) => c is (>= 0x30A1 and <= 0x30F6) or 0x30FD or 0x30FE;

    /// <summary>
    /// Accents of the Latin, Greek and Cyrillic scripts, the vowel points of Hebrew, Arabic and Syriac, the Arabic
    /// lengthening stroke, and whatever is invisible. The vowel signs of Indic and Thai letters are no accents and stay.
    /// </summary>
    private static bool IsDropped(int c, UnicodeCategory category) => category switch
    {
        UnicodeCategory.Format => true,
        UnicodeCategory.EnclosingMark => true,
        UnicodeCategory.ModifierLetter => c == 0x0640,
        UnicodeCategory.NonSpacingMark => c is (>= 0x0300 and <= 0x074A) or (>= 0x08CA and <= 0x08FF) or (>= 0x1AB0 and <= 0x1AFF)
            or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF) or (>= 0xFE00 and <= 0xFE2F) or (>= 0xE0100 and <= 0xE01EF)
            or 0xFB1E,
        _ => false,
    };

    /// <summary>What neither lower case nor decomposition brings together, by the lower-case form.</summary>
    private static string? Special(int lower) => lower switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' or 'ɖ' => "d",
        'þ' => "th",
        'ı' => "i",
        'ħ' => "h",
        'ŧ' => "t",
        'ŋ' => "n",
        'ĸ' => "k",
        'ƒ' => "f",
        'ə' => "e",
        'ς' => "σ",
        'ґ' => "г",
        0x0649 or 0x06CC => "\u064A",
        0x0629 or 0x06C1 => "\u0647",
        0x06A9 => "\u0643",
        '´' or '`' or 0x02B9 or 0x02BB or 0x02BC or 0x1FFD or 0x2018 or 0x2019 or 0x201B or 0x2032 => "'",
        _ => null,
    };
}
