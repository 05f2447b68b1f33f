namespace Mainstay.Formats.Tests;

public sealed class VCardPropertyTests
{
    [Theory]
    [InlineData("a\\, b\\; c\\nd\\\\e\\:f", "a, b; c\nd\\e:f")]
    [InlineData("A;B\\C\\;D:E\\\\", "A;B\\C;D:E\\")]
    [InlineData("205246\\;\\;\\,\\;", "205246;;,;")]
    [InlineData("ends with \\", "ends with \\")]
    [InlineData("\\\\;", "\\;")]
    [InlineData("C:\\Data", "C:\\Data")]
    public void Undoes_the_escapes_of_a_text(string raw, string text) => Assert.Equal(text, Property($"NOTE:{raw}").Text);

    [Fact]
    public void Divides_a_name_into_components_and_lists()
    {
        var name = Property("N:Stevenson;John;Philip,Paul;Dr.;Jr.,M.D.\\, x,");
        Assert.Equal([["Stevenson"], ["John"], ["Philip", "Paul"], ["Dr."], ["Jr.", "M.D., x", ""]], name.Components);
        Assert.Equal("Philip Paul", name.ComponentText(2));
        Assert.Equal("", name.ComponentText(7));
    }

    [Fact]
    public void Divides_only_at_semicolons_in_version_2_1() =>
        Assert.Equal([[""], ["A;B\\"], ["C\\;"], ["D"], [":E, F"]], Property(";A\\;B\\\\;C\\\\\\;;D;\\:E, F", "2.1", "N:").Components.Select(part => part.ToArray()));

    [Fact]
    public void Divides_a_list_without_empty_ones() => Assert.Equal(["Jim", "Jimmie, jr."], Property("NICKNAME:Jim, Jimmie\\, jr.,,").Texts);

    [Theory]
    [InlineData("TEL;HOME;VOICE;PREF:1", "2.1", "home pref voice")]
    [InlineData("TEL;TYPE=HOME,Voice;type=pref:1", "3.0", "home pref voice")]
    [InlineData("TEL;TYPE=\"home,voice\";PREF=1:1", "4.0", "home pref voice")]
    [InlineData("TEL;WORK;utf-8;QUOTED-PRINTABLE;ENCODING=8BIT:1", "2.1", "work")]
    [InlineData("TEL:1", "3.0", "")]
    public void Gives_the_types_alike_in_all_versions(string line, string version, string types) =>
        Assert.Equal(types, string.Join(' ', Property(line, version, "").Types));

    [Theory]
    [InlineData("EMAIL;PREF=7:a", 7)]
    [InlineData("EMAIL;PREF=0:a", 1)]
    [InlineData("EMAIL;TYPE=Pref:a", 1)]
    [InlineData("EMAIL;PREF:a", 1)]
    [InlineData("EMAIL:a", null)]
    public void Gives_the_preference_as_a_number(string line, int? preference) => Assert.Equal(preference, Property(line).Preference);

    [Theory]
    [InlineData("BDAY:19850412", "1985-04-12")]
    [InlineData("BDAY:1985-04-12T10:22:00Z", "1985-04-12")]
    [InlineData("BDAY;VALUE=DATE:1985-04", "1985-04")]
    [InlineData("BDAY:1985", "1985")]
    [InlineData("BDAY:--0412", "--04-12")]
    [InlineData("BDAY:--04-12", "--04-12")]
    [InlineData("BDAY:---12", "---12")]
    [InlineData("BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29", "--02-29")]
    [InlineData("BDAY:1604-02-29", "1604-02-29")]
    [InlineData("BDAY:4501-01-01", null)]
    [InlineData("BDAY:16010101", null)]
    [InlineData("BDAY:0/0/00", null)]
    [InlineData("BDAY:19723101", null)]
    [InlineData("BDAY:T102200", null)]
    [InlineData("BDAY;VALUE=text:circa 1800", null)]
    public void Reads_dates_as_far_as_they_go(string line, string? date) => Assert.Equal(date, Property(line).Date?.ToString());

    [Theory]
    [InlineData("PHOTO:data:image/png;base64,AQID", "010203", "image/png")]
    [InlineData("PHOTO;ENCODING=b;TYPE=PNG:AQID", "010203", "image/png")]
    [InlineData("PHOTO;ENCODING=b:AQ", "01", null)]
    [InlineData("KEY;ENCODING=b:_-8", "FFEF", null)]
    [InlineData("NOTE:data:text/plain,a%20b", "612062", "text/plain")]
    public void Reads_binary_values(string line, string hex, string? type)
    {
        Assert.Equal(hex, Convert.ToHexString(Property(line).Binary!));
        Assert.Equal(type, Property(line).MediaType);
    }

    [Theory]
    [InlineData("PHOTO;ENCODING=b:AQ:ID")]
    [InlineData("PHOTO;ENCODING=b:A")]
    [InlineData("PHOTO;VALUE=uri:http://example.com/a.png")]
    public void Has_no_bytes_when_they_are_broken_or_elsewhere(string line) => Assert.Null(Property(line).Binary);

    private static VCardProperty Property(string value, string version = "3.0", string name = "") => Cards.Card("VERSION:" + version, name + value).Properties[1];
}
