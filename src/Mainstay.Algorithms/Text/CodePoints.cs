using System.Globalization;
using System.Text;

namespace Mainstay.Algorithms.Text;

/// <summary>What a code point is to the tokeniser.</summary>
internal enum CodePointKind : byte
{
    Separator,
    Letter,
    Digit,

    /// <summary>A mark or an invisible sign that belongs to what stands ahead of it.</summary>
    Extend,

    /// <summary>A letter of a script written without spaces.</summary>
    Unspaced,

    /// <summary>An apostrophe or the like: part of a word only between letters.</summary>
    Joiner,
}

/// <summary>
/// Kind and folded form of every code point, worked out a page of 256 at a time on first use. A page is immutable once
/// published, and two threads that build the same one build equal ones.
/// </summary>
internal sealed class CodePoints
{
    /// <summary>In <see cref="single"/>: the folded form is not one UTF-16 unit, see <see cref="several"/>.</summary>
    private const char Several = '\uFFFF';

    /// <summary>ASCII folded, so that plain text asks neither for a page nor for the Unicode tables of the system.</summary>
    private static ReadOnlySpan<byte> Ascii =>
        "                                 !\"#$%&'()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz[\\]^_'abcdefghijklmnopqrstuvwxyz{|}~ "u8;

    private static readonly CodePoints?[] Pages = new CodePoints?[0x1100];

    private readonly char[] single = new char[256];
    private readonly string?[] several = new string?[256];
    private readonly CodePointKind[] kinds = new CodePointKind[256];

    private CodePoints(int first)
    {
        for (var i = 0; i < 256; i++)
        {
            var folded = CodePointFolding.Fold(first + i);
            // A few Arabic signs fold to a spaced accent or a whole phrase: no part of any word.
            kinds[i] = folded.Contains(' ') ? CodePointKind.Separator : KindOf(first + i);
            single[i] = folded.Length == 1 ? folded[0] : Several;
            several[i] = folded.Length == 1 ? null : folded;
        }
    }

    public static CodePointKind Kind(int codePoint) =>
        codePoint < 0x80 ? AsciiKind(codePoint) : Page(codePoint).kinds[codePoint & 0xFF];

    /// <summary>The folded form when it is one UTF-16 unit.</summary>
    public static bool FoldsToOne(int codePoint, out char folded)
    {
        folded = codePoint < 0x80 ? (char)Ascii[codePoint] : Page(codePoint).single[codePoint & 0xFF];
        return folded != Several;
    }

    /// <summary>The folded form when it is not one UTF-16 unit; possibly empty.</summary>
    public static string FoldsTo(int codePoint) => Page(codePoint).several[codePoint & 0xFF] ?? "";

    /// <summary>The code point at <paramref name="index"/> and how many UTF-16 units it takes; U+FFFD for half a pair.</summary>
    public static int At(ReadOnlySpan<char> text, int index, out int length)
    {
        length = 1;
        var unit = text[index];
        if (!char.IsSurrogate(unit)) return unit;
        Rune.DecodeFromUtf16(text[index..], out var rune, out length);
        return rune.Value;
    }

    private static CodePoints Page(int codePoint) => Pages[codePoint >> 8] ?? Build(codePoint >> 8);

    private static CodePoints Build(int page)
    {
        var built = new CodePoints(page << 8);
        Volatile.Write(ref Pages[page], built);
        return built;
    }

    private static CodePointKind AsciiKind(int unit) =>
        (uint)((unit | 0x20) - 'a') < 26 ? CodePointKind.Letter
        : (uint)(unit - '0') < 10 ? CodePointKind.Digit
        : unit == '\'' ? CodePointKind.Joiner : CodePointKind.Separator;

    private static CodePointKind KindOf(int codePoint)
    {
        if (codePoint is '\'' or 0x2019 or 0x2018 or 0x02BC or 0x02BB or 0xFF07 or 0x00B7 or 0x05F3 or 0x05F4) return CodePointKind.Joiner;
        switch (CharUnicodeInfo.GetUnicodeCategory(codePoint))
        {
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber:
                return IsUnspaced(codePoint) ? CodePointKind.Unspaced : CodePointKind.Letter;
            case UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber:
                return CodePointKind.Digit;
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark:
                return CodePointKind.Extend;
            case UnicodeCategory.Format:
                return CodePointKind.Extend;
            default:
                return CodePointKind.Separator;
        }
    }

    /// <summary>Letters of Han, kana, Hangul, Thai, Lao, Myanmar, Khmer and Bopomofo.</summary>
    private static bool IsUnspaced(int c) => c is
        (>= 0x0E01 and <= 0x0EDF) or (>= 0x1000 and <= 0x109F) or (>= 0x1100 and <= 0x11FF) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x3005 and <= 0x3007) or (>= 0x3021 and <= 0x31FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xA960 and <= 0xA97C) or (>= 0xAC00 and <= 0xD7FB) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF66 and <= 0xFFDC)
        or (>= 0x20000 and <= 0x3FFFF);
}
