using FsCheck;
using FsCheck.Fluent;

namespace Mainstay.Formats.Tests;

public sealed class TextValueTests
{
    [Fact]
    public void What_is_escaped_is_found_again() => Check.One(Cards.Thorough, Prop.ForAll(Cards.Text.ToArbitrary(), text =>
    {
        Assert.Equal(text, TextValue.Unescape(TextValue.Escape(text)));
        Assert.Equal(text, TextValue.Unescape(TextValue.EscapePart(text)));
    }));

    [Fact]
    public void What_is_joined_is_split_again() => Check.One(Cards.Thorough, Prop.ForAll(Cards.Text.NonEmptyListOf().ToArbitrary(), parts =>
        Assert.Equal(parts, TextValue.Split(string.Join(';', parts.Select(TextValue.EscapePart)), ';').Select(TextValue.Unescape))));

    [Fact]
    public void A_semicolon_in_a_whole_text_stays() => Assert.Equal("a;b\\,c\\nd", TextValue.Escape("a;b,c\r\nd"));
}
