using System.Text;
using System.Text.Unicode;
using UtfUnknown;

namespace Mainstay.Formats;

/// <summary>
/// Finds out in which character set bytes are written: strict UTF-8 first, then what is declared, then a guess.
/// Only character sets that contain ASCII unchanged are considered, because the structure of a content line or of a
/// CSV row is found before the character set is known.
/// </summary>
public static class Charsets
{
    private const int SampleSize = 64 * 1024;
    private const int FewLetters = 24;

    /// <summary>Windows-1252, what undeclared Western bytes nearly always are (also those that claim ISO 8859-1).</summary>
    public static Encoding Western { get; } = CodePage(1252);

    private static readonly Dictionary<string, Encoding?> BuiltIn = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf-8"] = Encoding.UTF8, ["utf8"] = Encoding.UTF8,
        ["us-ascii"] = null, ["ascii"] = null, ["8bit"] = null,
        ["iso-8859-1"] = Western, ["iso8859-1"] = Western, ["iso_8859-1"] = Western, ["latin1"] = Western, ["latin-1"] = Western,
        ["cp1252"] = Western, ["ansi"] = Western, ["sjis"] = CodePage(932), ["x-sjis"] = CodePage(932), ["cp932"] = CodePage(932),
        ["ms932"] = CodePage(932), ["shift-jis"] = CodePage(932), ["gbk"] = CodePage(936), ["cp936"] = CodePage(936),
        ["cp949"] = CodePage(949), ["cp1250"] = CodePage(1250), ["cp1251"] = CodePage(1251), ["cp1253"] = CodePage(1253),
        ["cp1254"] = CodePage(1254), ["cp1255"] = CodePage(1255), ["cp1256"] = CodePage(1256), ["cp1257"] = CodePage(1257),
    };

    // A guess outside this list (old Macintosh and DOS sets, mostly) is far more often wrong than right for an address book.
    private static readonly HashSet<int> Guessable =
        [932, 936, 949, 950, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, 874, 20866, 21866, 51932, 51949, 54936,
         28591, 28592, 28595, 28597, 28598, 28599, 28605];

    /// <summary>The character set of that name, or null when it is unknown, is plain ASCII, or does not contain ASCII.</summary>
    public static Encoding? Find(string? name)
    {
        var key = (name ?? "").Trim().Trim('"', '\'');
        if (key.Length is 0 or > 40) return null;
        if (BuiltIn.TryGetValue(key, out var known)) return known;
        var found = CodePagesEncodingProvider.Instance.GetEncoding(key);
        return found is not null && found.GetString("A:;=\\"u8) == "A:;=\\" ? found : null;
    }

    /// <summary>Whether a bare word of a vCard 2.1 line names a character set, as in <c>TEL;HOME;UTF-8:</c>.</summary>
    internal static bool IsName(string word) =>
        word.Length > 2 && (BuiltIn.ContainsKey(word) || (word.AsSpan().IndexOfAnyInRange('0', '9') >= 0 && Find(word) is not null));

    /// <summary>
    /// The likeliest character set of bytes that are not UTF-8: <paramref name="hint"/> if the bytes are possible in it,
    /// else a guess by letter statistics, else Windows-1252. Looks at the first 64 KiB.
    /// </summary>
    public static Encoding Guess(ReadOnlySpan<byte> bytes, Encoding? hint = null)
    {
        var sample = bytes.Length > SampleSize ? bytes[..SampleSize] : bytes;
        if (hint is not null && hint.CodePage != Encoding.UTF8.CodePage && TryDecode(hint, sample, out _)) return hint;
        if (!sample.ContainsAnyInRange<byte>(0x80, 0xFF)) return Western;
        var isolated = MostlyIsolated(sample, out var high);
        // The detector is no better than chance on a few single letters, and costs more than reading the whole card.
        if (isolated && high < FewLetters) return Western;
        foreach (var guess in CharsetDetector.DetectFromBytes(sample.ToArray()).Details ?? [])
        {
            if (guess.Confidence < (isolated ? 0.85f : 0.2f)) continue;
            if (guess.Encoding is not { } detected || !Guessable.Contains(detected.CodePage)) continue;
            var encoding = detected.CodePage == 28591 ? Western : CodePage(detected.CodePage);
            if (TryDecode(encoding, sample, out _)) return encoding;
        }

        return Western;
    }

    /// <summary>Decodes; false when the bytes are impossible in that character set (the text then has U+FFFD in it).</summary>
    public static bool TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes, out string text)
    {
        text = encoding.GetString(bytes);
        return encoding.CodePage == Encoding.UTF8.CodePage ? Utf8.IsValid(bytes) : !text.Contains('\uFFFD', StringComparison.Ordinal);
    }

    /// <summary>Decodes bytes whose character set may be declared: as declared if possible, then strict UTF-8, then <paramref name="fallback"/>, then a guess.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding? declared, Encoding? fallback)
    {
        if (declared is not null && TryDecode(declared, bytes, out var text)) return text;
        if (IsNearlyUtf8(bytes, out text)) return text;
        return (fallback is not null && fallback.CodePage != Encoding.UTF8.CodePage ? fallback : Guess(bytes, declared)).GetString(bytes);
    }

    // A text cut in the middle of a letter is still UTF-8; text of another character set has hardly a valid sequence in it.
    private static bool IsNearlyUtf8(ReadOnlySpan<byte> bytes, out string text)
    {
        text = Encoding.UTF8.GetString(bytes);
        if (Utf8.IsValid(bytes)) return true;
        var broken = text.AsSpan().Count('\uFFFD');
        var above = 0;
        foreach (var letter in text) above += letter >= 0x80 ? 1 : 0;
        return broken * 4 <= above;
    }

    // In a Western text a byte above 127 stands alone between ASCII letters; in a Greek, Cyrillic or Japanese one they come in runs.
    private static bool MostlyIsolated(ReadOnlySpan<byte> sample, out int high)
    {
        high = 0;
        var runs = 0;
        var inside = false;
        foreach (var value in sample)
        {
            if (value < 0x80) { inside = false; continue; }
            high++;
            if (!inside) runs++;
            inside = true;
        }

        return high < 2 * runs;
    }

    private static Encoding CodePage(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number) ?? Encoding.GetEncoding(number);
}
