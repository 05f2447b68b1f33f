using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Mainstay.Formats.Tests;

public sealed class VCardWriterTests
{
    [Theory]
    [InlineData(VCardVersion.V21)]
    [InlineData(VCardVersion.V30)]
    [InlineData(VCardVersion.V40)]
    public void Reading_what_was_written_gives_the_same_card(VCardVersion version) =>
        Check.One(Cards.Thorough, Prop.ForAll(Cards.Arbitrary(version), card =>
        {
            var again = Cards.Read(Cards.Bytes(card)).Single().Card!;
            Assert.Equal(Cards.Fingerprint(card), Cards.Fingerprint(again));
        }));

    [Theory]
    [InlineData(VCardVersion.V30)]
    [InlineData(VCardVersion.V40)]
    public void No_line_is_longer_than_75_octets_and_no_letter_is_cut(VCardVersion version) =>
        Check.One(Cards.Thorough, Prop.ForAll(Cards.Text.ToArbitrary(), text =>
        {
            var written = Cards.Bytes(new VCard(version, [new("NOTE", text + text + text)]));
            var lines = Encoding.Latin1.GetString(written).Split("\r\n");
            Assert.All(lines, line => Assert.True(line.Length <= 75));
            Assert.All(lines, line => Assert.True(System.Text.Unicode.Utf8.IsValid(Encoding.Latin1.GetBytes(line))));
        }));

    [Fact]
    public void Writes_parameters_that_need_quotes_and_carets()
    {
        var card = new VCard(VCardVersion.V40, [new("ADR", ";;1 Main St;;;;", [new("LABEL", "Ada \"the\" 1^st,\nLondon")])]);
        Assert.Contains("ADR;LABEL=\"Ada ^'the^' 1^^st,^nLondon\":;;1 Main St;;;;", VCardWriter.Text(card), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_utf_8_where_another_charset_was_declared()
    {
        byte[] bytes = [.. Cards.Latin("BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=ISO-8859-1:M\xFCller\nEND:VCARD\n")];
        var written = VCardWriter.Text(Cards.Read(bytes).Single().Card!);
        Assert.Contains("N;CHARSET=UTF-8:Müller\r\n", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_comments_and_damaged_lines_where_they_were()
    {
        var card = Cards.Card("VERSION:3.0", "# mine", "FN:Ada", "no property at all", "N:;Ada;;;");
        Assert.Equal("BEGIN:VCARD\r\nVERSION:3.0\r\n# mine\r\nFN:Ada\r\nno property at all\r\nN:;Ada;;;\r\nEND:VCARD\r\n", VCardWriter.Text(card));
    }

    [Fact]
    public void Ends_base64_of_version_2_1_with_a_blank_line()
    {
        var card = new VCard(VCardVersion.V21, [new("PHOTO", new string('A', 100), [new("ENCODING", "BASE64")])]);
        Assert.Contains("AAA\r\n AAA", VCardWriter.Text(card), StringComparison.Ordinal);
        Assert.Contains("AAA\r\n\r\nEND:VCARD", VCardWriter.Text(card), StringComparison.Ordinal);
    }
}
