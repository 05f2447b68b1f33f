namespace Mainstay.Formats.Tests;

public sealed class ContentLineTests
{
    [Fact]
    public void Has_group_name_parameters_and_value()
    {
        var line = Line("item1.TEL;TYPE=home,\"a,b;c:d\";PREF=1;X:+1 2:3");
        Assert.Equal(("item1", "TEL", "+1 2:3"), (line.Group, line.Name, line.RawValue));
        Assert.Equal(["home", "a,b;c:d"], line.Parameters[0].Values);
        Assert.Equal("1", line.Parameter("pref"));
        Assert.True(line.Parameters[2].IsBare);
    }

    [Fact]
    public void Undoes_the_carets_of_rfc_6868() => Assert.Equal("a\n\"b\"^c^x", Line("ADR;LABEL=a^n^'b^'^^c^x:").Parameter("LABEL"));

    [Fact]
    public void Takes_a_quote_that_is_never_closed_for_a_letter()
    {
        var line = Line("TEL;TYPE=\"HOME:123");
        Assert.Equal(("\"HOME", "123"), (line.Parameter("TYPE"), line.RawValue));
    }

    [Fact]
    public void Keeps_empty_parameters() => Assert.Equal("ADR;HOME;;TYPE=:x", Line("ADR;HOME;;TYPE=:x").ToString());

    [Theory]
    [InlineData("no colon")]
    [InlineData("two words:1")]
    [InlineData(":value")]
    [InlineData(".TEL:1")]
    [InlineData("Zoë:1")]
    [InlineData(";TYPE=a:1")]
    public void Without_a_name_it_is_damaged_and_kept_raw(string text)
    {
        var line = Line(text);
        Assert.True(line.IsDamaged);
        Assert.Equal(text, line.RawValue);
    }

    [Theory]
    [InlineData("")]
    [InlineData("A B")]
    [InlineData("BEGIN")]
    [InlineData("N:")]
    public void Cannot_be_made_with_a_name_that_is_none(string name) => Assert.Throws<ArgumentException>(() => new ContentLine(name, ""));

    [Fact]
    public void A_line_break_cannot_get_into_a_raw_value() => Assert.Equal("a\\nb\\nEND:VCARD", new ContentLine("NOTE", "a\r\nb\nEND:VCARD\0").RawValue);

    private static ContentLine Line(string text) => Cards.Card("VERSION:3.0", text).Properties[1].Line;
}
