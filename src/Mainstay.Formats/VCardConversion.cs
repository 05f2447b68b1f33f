namespace Mainstay.Formats;

/// <summary>
/// Brings a card into the strict form of version 3.0 or 4.0, as it may be served: VERSION first, exactly one FN and N,
/// single properties once, no damaged lines, quoted-printable, CHARSET and bare types translated, binary values,
/// preferences, group cards, positions and yearless birthdays in the words of the target version. Unknown properties,
/// groups and parameters stay. Doing it twice changes nothing more.
/// </summary>
public static class VCardConversion
{
    private const string Unnamed = "application/octet-stream";
    private static readonly string[] Singles = ["UID", "REV", "PRODID", "BDAY", "ANNIVERSARY", "GENDER", "KIND", "N"];
    private static readonly string[] Structured = ["N", "ADR", "ORG", "GENDER"];
    private static readonly string[] Lists = ["NICKNAME", "CATEGORIES"];

    /// <param name="card">It stays as it is.</param>
    /// <param name="version">3.0 or 4.0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Version 2.1 is only read.</exception>
    public static VCard To(this VCard card, VCardVersion version)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (version is not (VCardVersion.V30 or VCardVersion.V40)) throw new ArgumentOutOfRangeException(nameof(version), "Cards are served as 3.0 or 4.0.");
        var properties = new List<VCardProperty> { new("VERSION", version.Text()) };
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var name = card.Preferred("FN");
        foreach (var property in card.Properties)
        {
            if (property.IsDamaged || property.Is("VERSION") || property.Is("BEGIN") || property.Is("END")) continue;
            if (property.Is("FN") && version == VCardVersion.V30 && property != name) continue;
            var converted = Convert(property, card.Version, version);
            if (Singles.Contains(converted.Name, StringComparer.OrdinalIgnoreCase) && !seen.Add(converted.Name)) continue;
            properties.Add(converted);
        }

        Complete(properties, card);
        return new(version, properties);
    }

    private static void Complete(List<VCardProperty> properties, VCard card)
    {
        var formatted = properties.Find(property => property.Is("FN"))?.Text.Trim();
        if (formatted is null) properties.Insert(1, new("FN", TextValue.Escape(formatted = NameFor(card))));
        // A name is never cut into family and given by guessing; as the given name it shows whole.
        if (!properties.Exists(property => property.Is("N"))) properties.Insert(2, new("N", $";{TextValue.EscapePart(formatted)};;;"));
    }

    private static string NameFor(VCard card)
    {
        if (card.First("N") is { } name && FullName(name) is { Length: > 0 } full) return full;
        foreach (var other in (string[])["NICKNAME", "ORG", "EMAIL", "TEL", "IMPP", "URL"])
            if (card.First(other) is { } property && property.ComponentText(0).Trim() is { Length: > 0 } text) return text;
        return "";
    }

    // Prefix, given, additional, family, suffix.
    private static string FullName(VCardProperty name) =>
        string.Join(' ', ((int[])[3, 1, 2, 0, 4]).Select(index => name.ComponentText(index)).Where(part => part.Length > 0));

    private static VCardProperty Convert(VCardProperty property, VCardVersion from, VCardVersion to)
    {
        var name = VCardWords.Name(property.Name, to);
        var parameters = VCardWords.Parameters(property, to);
        if (property.Card is { } nested) return Make(property, name, TextValue.Escape(VCardWriter.Text(nested.To(to))), parameters, to);
        if (property.Binary is { } bytes && property.RawValue.Length > 0) return Binary(property, bytes, parameters, to);
        var (value, extra) = Value(property, from, to);
        if (extra is not null) parameters.Add(extra);
        return Make(property, name, value, parameters, to);
    }

    private static (string Value, ContentParameter? Extra) Value(VCardProperty property, VCardVersion from, VCardVersion to)
    {
        if (property.Is("BDAY") || property.Is("ANNIVERSARY") || property.Is("X-ABDATE")) return VCardDate.Write(property, to);
        if (property.Is("GEO")) return (VCardWords.Position(property.Decoded.Trim(), to), null);
        if (property.Is("TEL") && to == VCardVersion.V30 && property.RawValue.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)) return (property.RawValue[4..], null);
        if (from != VCardVersion.V21 || Lists.Contains(property.Name, StringComparer.OrdinalIgnoreCase)) return (OneLine(property.Decoded), null);
        if (Structured.Contains(property.Name, StringComparer.OrdinalIgnoreCase))
            return (string.Join(';', property.Components.Select(parts => string.Join(',', parts.Select(TextValue.EscapePart)))), null);
        return (VCardWords.IsText(property.Name) ? TextValue.Escape(property.Text) : OneLine(property.Decoded), null);
    }

    private static VCardProperty Binary(VCardProperty property, byte[] bytes, List<ContentParameter> parameters, VCardVersion to)
    {
        var base64 = System.Convert.ToBase64String(bytes);
        var type = property.MediaType ?? Unnamed;
        parameters.RemoveAll(parameter => parameter.Is("VALUE") || parameter.Is("MEDIATYPE") || (parameter.Is("TYPE") && VCardWords.NamesMedia(parameter, type)));
        if (to == VCardVersion.V40) return Make(property, property.Name, $"data:{type};base64,{base64}", parameters, to);
        parameters.Add(new("ENCODING", "b"));
        if (type != Unnamed) parameters.Add(new("TYPE", VCardWords.Subtype(type).ToUpperInvariant()));
        return Make(property, property.Name, base64, parameters, to);
    }

    private static VCardProperty Make(VCardProperty property, string name, string value, List<ContentParameter> parameters, VCardVersion to) =>
        new(new(new(property.Group, name, parameters), value, property.Line.Number), to);

    private static string OneLine(string text) => text.Replace("\0", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
