using System.Text;
using Mainstay.Cards;
using Mainstay.Formats;
using Mainstay.People;
using Mainstay.Web;

namespace Mainstay.Tests.Cards;

public class CardVCardTests
{
    [Fact]
    public void An_address_book_reads_what_stands_on_the_card()
    {
        var card = Read(CardVCard.Of(CardsCast.Text.Tidy(), ["I make engines weave.", "Looking for: A; B, C"]));
        var person = PersonVCard.Read(card).Details;

        Assert.Equal("3.0", card.Text("VERSION"));
        Assert.Equal(("Ada Lovelace", "she/her", "ada@example.org", "+44 20 7946 0000"), (person.Name, person.Pronouns, Assert.Single(person.Emails).Value, Assert.Single(person.Phones).Value));
        Assert.Equal(["https://ada.example", "https://example.org/talks?x=1&y=2"], person.Links.Select(l => l.Value));
        Assert.Equal(("Analytical Engines; Ltd", "Programs for engines", "I make engines weave.\nLooking for: A; B, C"), (card.First("ORG")!.ComponentText(0), card.Text("TITLE"), card.Text("NOTE")));
    }

    [Fact]
    public void Nothing_is_in_it_that_does_not_stand_on_the_card()
    {
        var card = Read(CardVCard.Of(new() { Name = "Ada" }, []));

        Assert.Equal(["FN", "N", "VERSION"], card.Properties.Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_name_cannot_bring_a_line_of_its_own()
    {
        var card = CardVCard.Of(new() { Name = "Ada\r\nEMAIL:eve@evil.example", Headline = "x\nURL:https://evil.example", Organization = "a\rTEL:1" }, ["y\nTEL:2"]);

        var read = Read(card);
        Assert.Null(read.First("EMAIL") ?? read.First("URL") ?? read.First("TEL"));
    }

    [Theory]
    [InlineData("Ada Lovelace", "Ada-Lovelace.vcf")]
    [InlineData("Jürgen Größe", "Jurgen-Groe.vcf")]
    [InlineData("林", "contact.vcf")]
    [InlineData("a\"; filename=\"evil.exe", "a-filenameevilexe.vcf")]
    [InlineData("../../etc/passwd", "etcpasswd.vcf")]
    [InlineData("x\r\nSet-Cookie: a=b", "xSet-Cookie-ab.vcf")]
    [InlineData("- -", "contact.vcf")]
    public void The_file_is_named_in_plain_letters(string name, string file) => Assert.Equal(file, CardVCard.FileName(new() { Name = name }));

    [Fact]
    public void For_a_square_there_is_no_more_than_can_be_read_well()
    {
        var fits = CardVCard.ForSquare(CardsCast.Text.Tidy());
        var much = CardVCard.ForSquare(new() { Name = "Ada", Headline = new string('ä', 200) });

        Assert.Equal(0, CardVCard.TooLongBy(fits));
        Assert.DoesNotContain("weave", fits, StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetByteCount(much) - 400, CardVCard.TooLongBy(much));
        Assert.True(CardVCard.TooLongBy(much) > 0);
        var square = QrCode.Of(fits, sturdy: false);
        Assert.Equal(fits, CardsCast.Read(square.IsDark, square.Side));
        Assert.True(QrCode.Of(new string('a', 400), sturdy: false).Side <= 77, "A square of so many letters is too fine for a phone.");
    }

    private static VCard Read(string text) => VCardReader.Read(text).Single().Card!;
}
