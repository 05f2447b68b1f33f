using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Mainstay.Formats.Tests;

/// <summary>Cards for the tests: short ones written out, random ones generated, and how two of them are compared.</summary>
internal static class Cards
{
    /// <summary>The same cards in every run, as in the laws of the other tests: a run that fails must fail again when it is looked into.</summary>
    public static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(60).WithReplay(20260501, 7);

    /// <summary>Reads one card out of lines; the lines are joined by LF and put between BEGIN and END.</summary>
    public static VCard Card(params string[] lines) => Read("BEGIN:VCARD\n" + string.Join('\n', lines) + "\nEND:VCARD\n").Single().Card!;

    public static IReadOnlyList<VCardResult> Read(string text) => VCardReader.Read(text);

    public static IReadOnlyList<VCardResult> Read(byte[] bytes, VCardLimits? limits = null) => [.. VCardReader.Read(new MemoryStream(bytes), limits)];

    public static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Bytes(VCard card)
    {
        var stream = new MemoryStream();
        VCardWriter.Write(stream, card);
        return stream.ToArray();
    }

    /// <summary>One line for each property, with all that a round trip must keep.</summary>
    public static IEnumerable<string> Fingerprint(VCard card) => card.Properties.SelectMany(property =>
        new[] { $"{property.Group}|{property.Name.ToUpperInvariant()}|{string.Join(';', property.Parameters.Select(Fingerprint))}|{property.RawValue}" }
            .Concat(property.Card is null ? [] : Fingerprint(property.Card).Select(line => "  " + line)));

    public static Arbitrary<VCard> Arbitrary(VCardVersion version) => Gen.Sized(size =>
        from count in Gen.Choose(0, 12)
        from properties in Property(version, 2).ListOf(count)
        select new VCard(version, [new("VERSION", version switch { VCardVersion.V21 => "2.1", VCardVersion.V30 => "3.0", _ => "4.0" }), .. properties])).ToArbitrary();

    public static Gen<string> Text { get; } =
        from letters in Gen.Frequency(
            (10, Gen.Choose(0x20, 0x7E)), (3, Gen.Elements(',', ';', ':', '\\', '"', '^', '=', ' ', '\t', '\'').Select(letter => (int)letter)),
            (2, Gen.Choose(0xA0, 0x24F)), (1, Gen.Choose(0x4E00, 0x9FFF)), (1, Gen.Choose(0x1F300, 0x1F6FF))).ListOf()
        select string.Concat(letters.Select(char.ConvertFromUtf32));

    private static Gen<string> Name { get; } = Gen.Frequency(
        (5, Gen.Elements("FN", "N", "TEL", "EMAIL", "ADR", "NOTE", "org", "X-ABLabel", "x-custom", "NICKNAME", "BDAY", "URL", "AGENT")),
        (1, Gen.Elements("ABCdef-_019".ToCharArray()).NonEmptyListOf().Select(letters => "X" + string.Concat(letters))));

    private static Gen<ContentParameter> Parameter { get; } = Gen.Frequency(
        (3, from name in Gen.Elements("TYPE", "type", "PREF", "VALUE", "LANGUAGE", "X-P", "LABEL", "SORT-AS")
            from values in (from text in Text from breaks in Gen.Elements("", "", "\n") select text + breaks).NonEmptyListOf()
            select new ContentParameter(name, [.. values])),
        (1, Gen.Elements("HOME", "work", "PREF", "x-word").Select(ContentParameter.Bare)));

    private static Gen<VCardProperty> Property(VCardVersion version, int depth) =>
        from kind in Gen.Choose(0, 12)
        from name in Name
        from raw in Text
        from parameters in Parameter.ListOf().Select(list => list.Take(4))
        from grouped in Gen.Elements(null, null, "item1", "Group-2")
        from bytes in Gen.Choose(0, 255).ListOf()
        from nested in depth == 0 ? Gen.Constant(new List<VCardProperty>()) : Property(version, depth - 1).ListOf(2).Select(list => list.ToList())
        select kind switch
        {
            0 => new VCardProperty("PHOTO", Convert.ToBase64String([.. bytes.Select(value => (byte)value)]), [.. parameters, new("ENCODING", version == VCardVersion.V21 ? "BASE64" : "b")], grouped),
            1 => new VCardProperty("NOTE", string.Concat(Encoding.UTF8.GetBytes(raw).Select(value => $"={value:X2}")) + "x", [.. parameters, new("ENCODING", "QUOTED-PRINTABLE")], grouped),
            2 when depth > 0 => new VCardProperty(new ContentLine("AGENT", "", [.. parameters], grouped), version, new VCard(version, [new("VERSION", version == VCardVersion.V21 ? "2.1" : version == VCardVersion.V30 ? "3.0" : "4.0"), .. nested])),
            _ => new VCardProperty(name, raw, [.. parameters], grouped),
        };

    // CHARSET is the one parameter that writing may change, because what we write is UTF-8.
    private static string Fingerprint(ContentParameter parameter) =>
        parameter.Is("CHARSET") ? "CHARSET" : $"{parameter.Name.ToUpperInvariant()}={string.Join('\u0001', parameter.Values)}";
}
