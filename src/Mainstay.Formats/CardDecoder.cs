using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Mainstay.Formats;

/// <summary>Turns the bytes of a complete card into a <see cref="VCard"/>: character sets, heads, values, problems.</summary>
internal sealed class CardDecoder
{
    private const int CachedHeads = 1024;
    private const int CachedLength = 128;
    private const int SmallSample = 200;

    private readonly Dictionary<string, ContentLineHead> _heads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContentLineHead>.AlternateLookup<ReadOnlySpan<char>> _headLookup;
    private Encoding? _lastGuess;

    public CardDecoder() => _headLookup = _heads.GetAlternateLookup<ReadOnlySpan<char>>();

    public VCardResult Decode(ReadOnlySpan<byte> buffer, CardFrame frame)
    {
        var problems = new List<FormatProblem>();
        var card = DecodeCard(buffer, frame, problems);
        problems.Sort((one, two) => one.Line.CompareTo(two.Line));
        return new(frame.Line, card, problems);
    }

    private VCard DecodeCard(ReadOnlySpan<byte> buffer, CardFrame frame, List<FormatProblem> problems)
    {
        if (frame.Headless) problems.Add(FormatProblem.Note(frame.Line, "The card has no BEGIN:VCARD."));
        if (frame.NulLine > 0) problems.Add(FormatProblem.Note(frame.NulLine, "There are NUL characters in the card; they were left out."));
        if (!frame.Ended) problems.Add(FormatProblem.Damage(frame.Line, "The card has no END:VCARD; it may be cut off."));
        var charset = Encoding.UTF8;
        var bytes = BytesOf(buffer, frame);
        if (!Utf8.IsValid(bytes)) charset = GuessCharset(buffer, frame);
        var lines = new List<(ContentLine Line, VCard? Card)>(frame.Items.Count);
        foreach (var item in frame.Items)
        {
            var bytesOfLine = buffer.Slice(item.Start, item.Length);
            if (item.Child is not null) Attach(lines, DecodeCard(buffer, item.Child, problems), item.Number);
            else if (IsMark(bytesOfLine)) problems.Add(FormatProblem.Damage(item.Number, "A BEGIN or END is broken over two lines; it was left out."));
            else lines.Add((DecodeLine(bytesOfLine, item.Number, charset, problems), null));
        }

        return Complete(lines, frame.Line, charset, problems);
    }

    private static bool IsMark(ReadOnlySpan<byte> line) => CardLine.IsBegin(line.TrimStart(" \t"u8)) || CardLine.IsEnd(line.TrimStart(" \t"u8)) || CardLine.IsInlineAgent(line.TrimStart(" \t"u8));

    // A nested card is the value of the AGENT before it; without one it stands as a property of its own.
    private static void Attach(List<(ContentLine Line, VCard? Card)> lines, VCard card, long number)
    {
        if (lines.Count > 0 && lines[^1] is { Card: null, Line: { RawValue: "" } agent } && agent.Is("AGENT")) lines[^1] = (agent, card);
        else lines.Add((new(new(null, "AGENT", []), "", number), card));
    }

    private ContentLine DecodeLine(ReadOnlySpan<byte> line, long number, Encoding charset, List<FormatProblem> problems)
    {
        line = line.TrimStart(" \t"u8);
        if (line.Length > 0 && line[0] == '#') return Raw(line, number, charset);
        var colon = ContentLineHead.Begins(line) ? ContentLineHead.End(line) : -1;
        var head = colon > 0 ? Head(line[..colon], charset) : null;
        if (head is not null) return new(head, Value(head, line, colon, charset), number);
        problems.Add(FormatProblem.Damage(number, line.Contains((byte)':')
            ? "The line does not begin with a property name; it is kept as it is."
            : "The line has no colon, so it is no property; it is kept as it is.", Math.Max(colon, 1)));
        return Raw(line, number, charset);
    }

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

    private Encoding GuessCharset(ReadOnlySpan<byte> buffer, CardFrame frame)
    {
        Encoding? hint = null;
        var sample = new List<byte>();
        foreach (var item in frame.Items)
        {
            var line = buffer.Slice(item.Start, item.Length);
            var colon = ContentLineHead.Begins(line) ? ContentLineHead.End(line) : -1;
            var declared = colon > 0 && colon <= CachedLength && Head(line[..colon], Charsets.Western) is { } head ? Declared(head) : null;
            hint ??= declared is { CodePage: not 65001 } ? declared : null;
            if (declared is null && sample.Count < 65536 && !Utf8.IsValid(line)) sample.AddRange(line);
        }

        // A name of three Cyrillic letters is no sample; the cards before it in the file tell more.
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

    private static ReadOnlySpan<byte> BytesOf(ReadOnlySpan<byte> buffer, CardFrame frame)
    {
        int from = buffer.Length, to = 0;
        foreach (var item in frame.Items)
        {
            if (item.Child is not null) continue;
            from = Math.Min(from, item.Start);
            to = Math.Max(to, item.Start + item.Length);
        }

        return from < to ? buffer[from..to] : [];
    }

    private static VCard Complete(List<(ContentLine Line, VCard? Card)> lines, long number, Encoding charset, List<FormatProblem> problems)
    {
        var version = VCardVersions.Of(lines, number, problems);
        var properties = new List<VCardProperty>(lines.Count);
        foreach (var (line, nested) in lines) properties.Add(new(line, version, nested, charset));
        var card = new VCard(version, properties, number);
        if (version != VCardVersion.V21 && card.First("FN") is null) problems.Add(FormatProblem.Note(number, "The card has no FN (formatted name)."));
        if (version != VCardVersion.V40 && card.First("N") is null) problems.Add(FormatProblem.Note(number, "The card has no N (name)."));
        return card;
    }
}
