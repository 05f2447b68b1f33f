using Mainstay.Cards;

namespace Mainstay.Tests.Cards;

public class CardTextTests
{
    [Theory]
    [InlineData("ada.example", "https://ada.example")]
    [InlineData("www.ada.example/talks?x=1#y", "https://www.ada.example/talks?x=1#y")]
    [InlineData("  http://ada.example  ", "http://ada.example")]
    [InlineData("https://münchen.example/ä", "https://münchen.example/ä")]
    public void An_address_on_the_web_is_kept_whole(string typed, string kept)
    {
        var text = CardsCast.Text with { Links = [typed] };

        Assert.Empty(text.Check());
        Assert.Equal([kept], text.Tidy().Links);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt://ada.example/%0aalert(1)")]
    [InlineData("javascript:alert(1)//ada.example")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:ada@example.org")]
    [InlineData("https://ada:secret@bank.example")]
    [InlineData("bank.example@evil.example")]
    [InlineData("//evil.example")]
    [InlineData("https://")]
    [InlineData("https:ada")]
    [InlineData("ada")]
    [InlineData("ht\ttps://ada.example")]
    [InlineData("https://ada.example/\u202e x")]
    public void What_is_no_address_on_the_web_is_refused(string typed) =>
        Assert.Equal("Cards.NotALink", (CardsCast.Text with { Links = [typed] }).Check().Of("links")?.Key);

    [Theory]
    [InlineData("ada")]
    [InlineData("@example.org")]
    [InlineData("ada@")]
    [InlineData("a@b@c")]
    [InlineData("ada@example.org?bcc=eve@evil.example")]
    [InlineData("ada@example.org\r\nBcc: eve@evil.example")]
    [InlineData("<ada@example.org>")]
    public void What_is_no_mail_address_is_refused(string typed) =>
        Assert.Equal("Cards.NotAMail", (CardsCast.Text with { Mail = typed }).Check().Of("mail")?.Key);

    [Theory]
    [InlineData("call me")]
    [InlineData("12")]
    [InlineData("+44;phone-context=evil")]
    [InlineData("123456789012345678901234567890123456789012345678901")]
    public void What_is_no_phone_number_is_refused(string typed) =>
        Assert.Equal("Cards.NotAPhone", (CardsCast.Text with { Phone = typed }).Check().Of("phone")?.Key);

    [Fact]
    public void Too_much_and_odd_letters_are_said_beside_their_field()
    {
        var problems = new NewCard(new string('a', 101), new()
        {
            Name = "Ada\r\nBcc: x", Headline = new string('b', 201), Pitch = new string('c', 1001), Seeks = "a\0b", Links = ["a.example", "b.example", "c.example", "d.example", "e.example", "f.example"],
        }).Check();

        Assert.Equal(("Cards.TooLong", "Cards.OneLine", "Cards.TooLong", "Cards.TooLong", "Cards.OddLetters", "Cards.TooManyLinks"),
            (problems.Of("audience")?.Key, problems.Of("name")?.Key, problems.Of("headline")?.Key, problems.Of("pitch")?.Key, problems.Of("seeks")?.Key, problems.Of("links")?.Key));
        Assert.Equal(("Cards.AudienceMissing", "Cards.NameMissing"), (new NewCard("  ", new() { Name = " " }).Check() is var none ? (none.Of("audience")?.Key, none.Of("name")?.Key) : default));
    }

    [Fact]
    public void What_is_empty_is_left_out() => Assert.Equivalent(new CardText { Name = "Ada" }, new CardText { Name = " Ada ", Pronouns = " ", Headline = "", Mail = "\n", Links = ["", " "], Pitch = "\r\n" }.Tidy(), strict: true);
}
