namespace Mainstay.Formats.Tests;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("Ada@Example.COM", "ada@example.com")]
    [InlineData("  ada@example.com ", "ada@example.com")]
    [InlineData("mailto:Ada@example.com?subject=x", "ada@example.com")]
    [InlineData("\"Ada, Countess\" <ada@example.com>", "ada@example.com")]
    [InlineData("<mailto:ada@example.com>", "ada@example.com")]
    [InlineData("ada+list@example.co.uk", "ada+list@example.co.uk")]
    [InlineData("o'brien@example.com", "o'brien@example.com")]
    [InlineData("ada@bücher.example", "ada@xn--bcher-kva.example")]
    [InlineData("ada@XN--BCHER-KVA.example", "ada@xn--bcher-kva.example")]
    [InlineData("jörg@example.com", "jörg@example.com")]
    [InlineData("jo\u0308rg@example.com", "jörg@example.com")]
    [InlineData("ada@example.com.", "ada@example.com")]
    public void Brings_an_address_into_one_form(string text, string address) => Assert.Equal(address, EmailAddress.Normalise(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Ada")]
    [InlineData("ada@")]
    [InlineData("@example.com")]
    [InlineData("ada@localhost")]
    [InlineData("ada love@example.com")]
    [InlineData("ada@exa mple.com")]
    [InlineData("ada@example..com")]
    [InlineData(".ada@example.com")]
    [InlineData("ada@-example.com")]
    [InlineData("ada@example.com, bob@example.com")]
    [InlineData("a@b@example.com")]
    [InlineData("\uD800@example.com")]
    public void Refuses_what_is_none(string? text) => Assert.Null(EmailAddress.Normalise(text));

    [Fact]
    public void Refuses_what_is_too_long() => Assert.Null(EmailAddress.Normalise(new string('a', 65) + "@example.com"));
}
