using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Mainstay.Formats.Tests;

public sealed class JCardTests
{
    // RFC 7095 §3: types, structured values, lists, groups, extended dates.
    [Fact]
    public void Writes_what_rfc_7095_says()
    {
        var card = Cards.Card("VERSION:4.0", "FN:Zoë, \\n", "N:Müller;Zoë;Ann,Bea;;", "BDAY:--0412", "REV:20200102T030405Z", "TEL;VALUE=uri;TYPE=home,voice:tel:+1-2", "item1.X-ODD;A=b:c\\,d", "CATEGORIES:x,y\\,z", "ANNIVERSARY:20090808T1430-0500");
        Assert.Equal(
            """["vcard",[["version",{},"text","4.0"],["fn",{},"text","Zoë, \n"],["n",{},"text",["Müller","Zoë",["Ann","Bea"],"",""]],["bday",{},"date-and-or-time","--04-12"],["rev",{},"timestamp","2020-01-02T03:04:05Z"],["tel",{"type":["home","voice"]},"uri","tel:+1-2"],["x-odd",{"group":"item1","a":"b"},"unknown","c\\,d"],["categories",{},"text","x","y,z"],["anniversary",{},"date-and-or-time","2009-08-08T14:30-05:00"]]]""",
            JCard.Write(card));
    }

    [Fact]
    public void Reads_what_it_wrote()
    {
        var card = Cards.Card("VERSION:4.0", "FN:Zoë\\, \\n", "N:Müller;Zoë\\;;Ann,Bea;;", "BDAY:--0412", "REV:20200102T030405Z", "TEL;TYPE=home,voice;VALUE=uri:tel:+1-2", "item1.X-ODD;A=b:c\\,d", "CATEGORIES:x,y\\,z", "ANNIVERSARY:20090808T1430-0500");
        Assert.Equal(Cards.Fingerprint(card), Cards.Fingerprint(JCard.Read(JCard.Write(card)).Single().Card!));
    }

    [Fact]
    public void Reading_and_writing_again_changes_nothing() =>
        Check.One(Cards.Thorough, Prop.ForAll(Cards.Arbitrary(VCardVersion.V40), card =>
        {
            var first = JCard.Write(card);
            using var valid = JsonDocument.Parse(first);
            var read = JCard.Read(first).Single();
            Assert.Empty(read.Problems);
            Assert.Equal(card.To(VCardVersion.V40).Properties.Select(property => property.Text.Trim().Length > 0), read.Card!.Properties.Select(property => property.Text.Trim().Length > 0));
            Assert.Equal(Cards.Fingerprint(read.Card), Cards.Fingerprint(JCard.Read(JCard.Write(read.Card)).Single().Card!));
        }));

    [Fact]
    public void Reads_an_array_of_cards() =>
        Assert.Equal(["Ada", "Grace"], JCard.Read("""[["vcard",[["fn",{},"text","Ada"]]],["vcard",[["fn",{},"text","Grace"]]]]""").Select(result => result.Card!.Text("FN")));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[1]")]
    [InlineData("[\"vcard\"]")]
    [InlineData("[\"vcalendar\",[]]")]
    [InlineData("[\"vcard\",[")]
    public void Refuses_what_is_none(string json) => Assert.Equal(ProblemKind.Refusal, JCard.Read(json)[0].Problems.Single().Kind);

    [Fact]
    public void A_broken_property_costs_only_itself()
    {
        var result = JCard.Read("""["vcard",[["fn",{},"text","Ada"],["n"],7,["x y",{},"text",""],["tel",{"type":["a",2]},"text",5,true]]]""").Single();
        Assert.Equal(["FN:Ada", "TEL;TYPE=a,2:5,true"], result.Card!.Properties.Select(property => property.ToString()));
        Assert.Equal(3, result.Problems.Count);
    }
}
