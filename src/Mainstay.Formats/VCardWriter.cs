using System.Text;

namespace Mainstay.Formats;

/// <summary>
/// Writes a card as it is, in its own version: every property, comment and damaged line in order, raw values unchanged,
/// as UTF-8 with CR LF. Reading what it wrote gives the same properties again. To serve a card to others, bring it into
/// form first with <see cref="VCardConversion.To"/>.
/// </summary>
public static class VCardWriter
{
    public static void Write(Stream stream, VCard card)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(card);
        ContentLineWriter.Unfolded(stream, "BEGIN:VCARD"u8);
        foreach (var property in card.Properties) WriteProperty(stream, property, card.Version);
        ContentLineWriter.Unfolded(stream, "END:VCARD"u8);
    }

    public static void Write(Stream stream, IEnumerable<VCard> cards)
    {
        ArgumentNullException.ThrowIfNull(cards);
        foreach (var card in cards) Write(stream, card);
    }

    /// <summary>The card as text, with CR LF.</summary>
    public static string Text(VCard card)
    {
        using var stream = new MemoryStream();
        Write(stream, card);
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static void WriteProperty(Stream stream, VCardProperty property, VCardVersion version)
    {
        var line = WithTrueCharset(property);
        if (property.IsQuotedPrintable) ContentLineWriter.SoftBroken(stream, ContentLineWriter.Bytes(line.Head.AppendTo(new()) + ":"), ContentLineWriter.Bytes(line.RawValue));
        else if (version != VCardVersion.V21) ContentLineWriter.Folded(stream, ContentLineWriter.Bytes(line.ToString()));
        else WriteOld(stream, ContentLineWriter.Bytes(line.ToString()), property.IsBase64);
        if (property.Card is not null) Write(stream, property.Card);
    }

    // Unfolding a text of version 2.1 keeps the white space, so only base64, which has none, is folded; a blank line ends it.
    private static void WriteOld(Stream stream, byte[] line, bool isBase64)
    {
        if (!isBase64)
        {
            ContentLineWriter.Unfolded(stream, line);
            return;
        }

        ContentLineWriter.Folded(stream, line);
        ContentLineWriter.Unfolded(stream, []);
    }

    // We write UTF-8, so a CHARSET on letters above ASCII must say so.
    private static ContentLine WithTrueCharset(VCardProperty property)
    {
        var line = property.Line;
        if (line.Parameter("CHARSET") is null || property.IsQuotedPrintable || Ascii.IsValid(line.RawValue)) return line;
        return new(line.Head with { Parameters = [.. line.Parameters.Select(parameter => parameter.Is("CHARSET") ? new(parameter.Name, "UTF-8") : parameter)] }, line.RawValue, line.Number);
    }
}
