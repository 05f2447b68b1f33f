using System.Text;
using System.Text.Unicode;

namespace Mainstay.Formats;

/// <summary>Turns the bytes of a complete card into a <see cref="VCard"/>: character sets, heads, values, problems.</summary>
internal sealed class CardDecoder
{
    private readonly LineDecoder _lines = new();

    public VCardResult Decode(ReadOnlySpan<byte> buffer, CardFrame frame)
    {
        var problems = new List<FormatProblem>();
        var card = DecodeCard(buffer, frame, problems);
        problems.Sort((one, two) => one.Line.CompareTo(two.Line));
        return new(frame.Line, card, problems);
    }

    private VCard DecodeCard(ReadOnlySpan<byte> buffer, CardFrame frame, List<FormatProblem> problems)
    {
        if (frame.Headless) problems.Add(FormatProblem.Note(frame.Line, FormatFault.CardWithoutBegin));
        if (frame.NulLine > 0) problems.Add(FormatProblem.Note(frame.NulLine, FormatFault.Nuls));
        if (!frame.Ended) problems.Add(FormatProblem.Damage(frame.Line, FormatFault.CardWithoutEnd));
        var charset = Encoding.UTF8;
        var bytes = BytesOf(buffer, frame);
        if (!Utf8.IsValid(bytes)) charset = _lines.GuessCharset(buffer, frame.Items);
        var lines = new List<(ContentLine Line, VCard? Card)>(frame.Items.Count);
        foreach (var item in frame.Items)
        {
            if (item.Child is not null) Attach(lines, DecodeCard(buffer, item.Child, problems), item.Number);
            else if (IsMark(buffer.Slice(item.Start, item.Length))) problems.Add(FormatProblem.Damage(item.Number, FormatFault.BrokenMark));
            else lines.Add((_lines.Decode(buffer, item, charset, problems), null));
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
        if (version != VCardVersion.V21 && card.First("FN") is null) problems.Add(FormatProblem.Note(number, FormatFault.CardWithoutFormattedName));
        if (version != VCardVersion.V40 && card.First("N") is null) problems.Add(FormatProblem.Note(number, FormatFault.CardWithoutName));
        return card;
    }
}
