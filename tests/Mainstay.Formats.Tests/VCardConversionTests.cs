using FsCheck;
using FsCheck.Fluent;

namespace Mainstay.Formats.Tests;

public sealed class VCardConversionTests
{
    [Fact]
    public void Serves_an_old_card_as_3_0()
    {
        var old = Cards.Card("VERSION:2.1", "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Zo=C3=AB, Dr", "TEL;HOME;VOICE;PREF:1", "ADR;WORK:;;1, Main St;A\\;B;;;", "NOTE;ENCODING=QUOTED-PRINTABLE:a, b;=0D=0Ac\\d", "PHOTO;ENCODING=BASE64;TYPE=JPEG:/9j/", "X-ODD;ENCODING=QUOTED-PRINTABLE:p;q=0Ar", "damaged", "BDAY:19850412");
        Assert.Equal(
            [
                "VERSION:3.0", "FN:Zoë\\, Dr Müller", "N:Müller;Zoë\\, Dr", "TEL;TYPE=HOME;TYPE=VOICE;TYPE=PREF:1", "ADR;TYPE=WORK:;;1\\, Main St;A\\;B;;;", "NOTE:a\\, b;\\nc\\\\d",
                "PHOTO;ENCODING=b;TYPE=JPEG:/9j/", "X-ODD:p;q\\nr", "BDAY:1985-04-12",
            ],
            Lines(old.To(VCardVersion.V30)));
    }

    [Fact]
    public void Serves_a_new_card_as_3_0()
    {
        var card = Cards.Card("VERSION:4.0", "FN;PREF=2:Ada L.", "FN;PREF=1:Ada Lovelace", "KIND:group", "MEMBER:urn:uuid:1", "BDAY:--0412", "TEL;VALUE=uri;TYPE=\"home,voice\";PREF=1:tel:+1-2", "PHOTO:data:image/png;base64,AQID", "GEO:geo:1.5,2", "REV:20200101T000000Z", "REV:20210101T000000Z");
        Assert.Equal(
            [
                "VERSION:3.0", "FN;TYPE=pref:Ada Lovelace", "N:;Ada Lovelace;;;", "X-ADDRESSBOOKSERVER-KIND:group", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:1", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12",
                "TEL;TYPE=home,voice;TYPE=pref:+1-2", "PHOTO;ENCODING=b;TYPE=PNG:AQID", "GEO:1.5;2", "REV:20200101T000000Z",
            ],
            Lines(card.To(VCardVersion.V30)).Order(StringComparer.Ordinal).OrderBy(line => Array.FindIndex(["VERSION", "FN", "N:", "X-ADDRESSBOOKSERVER-K", "X-ADDRESSBOOKSERVER-M", "BDAY", "TEL", "PHOTO", "GEO", "REV"], start => line.StartsWith(start, StringComparison.Ordinal))));
    }

    [Fact]
    public void Serves_a_3_0_card_as_4_0()
    {
        var card = Cards.Card("VERSION:3.0", "FN:Ada", "N:;Ada;;;", "X-ADDRESSBOOKSERVER-KIND:group", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12", "TEL;TYPE=HOME,pref:1", "PHOTO;ENCODING=b;TYPE=PNG:AQID", "GEO:1.5;2", "item1.X-A;B=c:d");
        Assert.Equal(["VERSION:4.0", "FN:Ada", "N:;Ada;;;", "KIND:group", "BDAY:--0412", "TEL;TYPE=HOME;PREF=1:1", "PHOTO:data:image/png;base64,AQID", "GEO:geo:1.5,2", "item1.X-A;B=c:d"], Lines(card.To(VCardVersion.V40)));
    }

    [Fact]
    public void Puts_a_nested_card_into_a_text()
    {
        var served = Cards.Card("VERSION:2.1", "N:Ada", "AGENT:", "BEGIN:VCARD", "VERSION:2.1", "N:Alan", "END:VCARD").To(VCardVersion.V30);
        Assert.Equal("Alan", Cards.Read(served.First("AGENT")!.Text).Single().Card!.Text("FN"));
    }

    [Theory]
    [InlineData("PHOTO;ENCODING=b;TYPE=8ƭ;TYPE=M:AQID", "PHOTO;TYPE=8ƭ;TYPE=M:data:application/octet-stream;base64,AQID")]
    [InlineData("PHOTO;ENCODING=b;TYPE=octet-stream;TYPE=/:AQID", "PHOTO;TYPE=/:data:application/octet-stream;base64,AQID")]
    public void Keeps_a_type_that_is_only_the_end_of_what_the_picture_is(string line, string served)
    {
        var once = Cards.Card("VERSION:3.0", "FN:Ada", "N:;Ada;;;", line).To(VCardVersion.V40);
        Assert.Equal(served, once.First("PHOTO")!.ToString());
        Assert.Equal(served, once.To(VCardVersion.V40).First("PHOTO")!.ToString());
    }

    [Theory]
    [InlineData("ORG:Analytical Engines;Research", "Analytical Engines")]
    [InlineData("EMAIL:ada@example.com", "ada@example.com")]
    [InlineData("N:Lovelace;Ada;King;Countess;I", "Countess Ada King Lovelace I")]
    [InlineData("X-A:b", "")]
    public void Finds_a_name_for_a_card_without_one(string line, string name) =>
        Assert.Equal(name, Cards.Card("VERSION:3.0", line).To(VCardVersion.V30).First("FN")!.Text);

    [Theory]
    [InlineData(VCardVersion.V21, VCardVersion.V30)]
    [InlineData(VCardVersion.V21, VCardVersion.V40)]
    [InlineData(VCardVersion.V30, VCardVersion.V30)]
    [InlineData(VCardVersion.V30, VCardVersion.V40)]
    [InlineData(VCardVersion.V40, VCardVersion.V30)]
    [InlineData(VCardVersion.V40, VCardVersion.V40)]
    public void Any_card_is_served_with_one_name_and_the_same_texts_and_twice_is_once(VCardVersion from, VCardVersion to) =>
        Check.One(Cards.Thorough, Prop.ForAll(Cards.Arbitrary(from), card =>
        {
            var served = card.To(to);
            var again = Cards.Read(Cards.Bytes(served)).Single();
            Assert.Empty(again.Problems);
            Assert.Equal(Cards.Fingerprint(served), Cards.Fingerprint(again.Card!));
            Assert.Equal(Cards.Fingerprint(served), Cards.Fingerprint(served.To(to)));
            Assert.Single(served.All("N"));
            Assert.True(to == VCardVersion.V40 ? served.All("FN").Any() : served.All("FN").Count() == 1);
            Assert.Equal(card.All("NOTE").Where(note => note.Binary is null).Select(note => note.Text), served.All("NOTE").Where(note => note.Binary is null).Select(note => note.Text));
        }));

    [Fact]
    public void Is_never_served_as_2_1() => Assert.Throws<ArgumentOutOfRangeException>(() => Cards.Card("VERSION:3.0").To(VCardVersion.V21));

    private static List<string> Lines(VCard card) => [.. card.Properties.Select(property => property.ToString())];
}
