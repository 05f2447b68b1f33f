using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Mainstay.Formats;

/// <summary>Turns the bytes of unfolded lines into <see cref="ContentLine"/>s: character sets, heads, values. Keeps the heads that come again and again.</summary>
internal sealed class LineDecoder
{
    private const int CachedHeads = 1024;
    private const int CachedLength = 128;
    private const int SmallSample = 200;

    private readonly Dictionary<string, ContentLineHead> _heads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContentLineHead>.AlternateLookup<ReadOnlySpan<char>> _headLookup;
    private Encoding? _lastGuess;

    public LineDecoder() => _headLookup = _heads.GetAlternateLookup<ReadOnlySpan<char>>();

    public ContentLine Decode(ReadOnlySpan<byte> buffer, CardItem item, Encoding charset, List<FormatProblem> problems)
    {
        var whole = buffer.Slice(item.Start, item.Length);
        var line = whole.TrimStart(" \t"u8);
        var indent = whole.Length - line.Length;
        if (line.Length > 0 && line[0] == '#') return Raw(line, item.Number, charset);
        var colon = ContentLineHead.Begins(line) ? ContentLineHead.End(line) : -1;
        var head = colon > 0 ? Head(line[..colon], charset) : null;
        if (head is not null) return new(head, Value(head, line, colon, charset), item.Number) { ValueColumn = item.ColumnBehind(whole[..(indent + colon + 1)], charset) };
        if (line.Contains((byte)':')) problems.Add(Odd(item, colon) with { Column = item.ColumnBehind(whole[..(indent + ContentLineHead.OddAt(line))], charset) });
        else problems.Add(FormatProblem.Damage(item.Number, FormatFault.LineWithoutColon));
        return Raw(line, item.Number, charset);
    }

    // What begins like a property and has no head after all has too many parameters.
    private static FormatProblem Odd(CardItem item, int colon) => colon > 0
        ? FormatProblem.Damage(item.Number, FormatFault.TooManyParameters, ContentLineHead.MaxParameters)
        : FormatProblem.Damage(item.Number, FormatFault.LineWithoutName);

    private static ContentLine Raw(ReadOnlySpan<byte> line, long number, Encoding charset) =>
        new(ContentLineHead.Damaged, Charsets.Decode(line, null, charset), number);

    private ContentLineHead? Head(ReadOnlySpan<byte> bytes, Encoding charset)
    {
        if (bytes.Length > CachedLength || !Ascii.IsValid(bytes)) return ContentLineHead.Parse(Charsets.Decode(bytes, null, charset));
        Span<char> letters = stackalloc char[CachedLength];
        Ascii.ToUtf16(bytes, letters, out var length);
        letters = letters[..length];
        if (_headLookup.TryGetValue(letters, out var known)) return known;
        var head = ContentLineHead.Parse(letters);
        if (head is not null && _heads.Count < CachedHeads) _heads.Add(letters.ToString(), head);
        return head;
    }

    private static string Value(ContentLineHead head, ReadOnlySpan<byte> line, int colon, Encoding charset)
    {
        var value = line[(colon + 1)..];
        if (Ascii.IsValid(value))
        {
            var text = value.Length <= 3 ? Names.Intern(Encoding.ASCII.GetString(value)) : Encoding.ASCII.GetString(value);
            if (!value.ContainsAny((byte)' ', (byte)'\t') || CardLine.TransferOf(line[..colon], []) != Transfer.Base64) return text;
            return text.Replace(" ", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);
        }

        // A card that is UTF-8 as a whole is UTF-8, whatever its CHARSET parameters say.
        return charset.CodePage == Encoding.UTF8.CodePage ? Encoding.UTF8.GetString(value) : Charsets.Decode(value, Declared(head), charset);
    }

    /// <summary>The likeliest character set of lines that are not UTF-8.</summary>
    public Encoding GuessCharset(ReadOnlySpan<byte> buffer, List<CardItem> items)
    {
        Encoding? hint = null;
        var sample = new List<byte>();
        foreach (var item in items)
        {
            var line = buffer.Slice(item.Start, item.Length);
            var colon = ContentLineHead.Begins(line) ? ContentLineHead.End(line) : -1;
            var declared = colon > 0 && colon <= CachedLength && Head(line[..colon], Charsets.Western) is { } head ? Declared(head) : null;
            hint ??= declared is { CodePage: not 65001 } ? declared : null;
            if (declared is null && sample.Count < 65536 && !Utf8.IsValid(line)) sample.AddRange(line);
        }

        // A name of three Cyrillic letters is no sample; what came before it in the file tells more.
        var guess = Charsets.Guess(CollectionsMarshal.AsSpan(sample), hint ?? (sample.Count < SmallSample ? _lastGuess : null));
        if (hint is null && guess != Charsets.Western) _lastGuess = guess;
        return guess;
    }

    private static Encoding? Declared(ContentLineHead head)
    {
        foreach (var parameter in head.Parameters)
            if (parameter.Is("CHARSET")) return Charsets.Find(parameter.Value);
        return null;
    }
}
