using Mainstay.Formats;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Tests.People;

public class PersonVCardTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private static readonly PersonDetails Grace = new()
    {
        Name = "Dr. Grace Brewster Hopper",
        Prefix = "Dr.",
        GivenName = "Grace",
        MiddleNames = "Brewster",
        FamilyName = "Hopper; née Murray, A.",
        Nickname = "Amazing Grace, Gracie",
        PhoneticGivenName = "Greys",
        Pronouns = "she/her",
        TimeZone = "America/New_York",
        Notes = "Likes *clocks*; and wire,\nabout a foot of it.",
        HowMet = "At a lecture",
        MetOn = "1984-05",
        MetWhere = "Vassar",
        MetThroughName = "Katherine",
        Emails = [new("grace@navy.example", "work"), new("g@home.example", "Sailing club")],
        Phones = [new("+1 212 555 0199", "mobile"), new("+1 212 555 0198", "work fax")],
        Links = [new("https://hopper.example", "home page")],
        Chats = [new("grace.h", "skype")],
        Addresses = [new("home", "1 Harbour St", "Arlington", "22201", "USA") { Region = "VA", PoBox = "12", Extended = "Flat 2" }],
        Dates = [new("birthday", null, 12, 9), new("anniversary", 1930, 6, 15), new("first compiler", 1952, null, null)],
        Labels = ["Navy", "Board, advisory"],
        Topics = ["compilers"],
        Languages = ["en", "de"],
        Roles = [new("mentor", new DateOnly(2024, 1, 1), null)],
        Relations = [new("spouse", "Vincent"), new("Rubber duck", "Quack")],
        Fields = [new("42", "Shoe size; EU")],
        Photo = new("image/png", Png),
    };

    [Theory]
    [InlineData(VCardVersion.V30)]
    [InlineData(VCardVersion.V40)]
    public void A_person_written_is_read_again_as_the_same_person(VCardVersion version)
    {
        var read = PersonVCard.Read(Again(PersonVCard.Write(Grace, "u-1", version)));

        Assert.Empty(read.LeftOut);
        AssertSame(Grace, read.Details);
    }

    [Theory]
    [InlineData(VCardVersion.V30)]
    [InlineData(VCardVersion.V40)]
    public void A_name_without_parts_stays_without_parts(VCardVersion version)
    {
        var read = PersonVCard.Read(Again(PersonVCard.Write(new PersonDetails { Name = "山田 太郎" }, "u-2", version))).Details;

        Assert.Equal("山田 太郎", read.Name);
        Assert.Null(read.GivenName);
    }

    [Fact]
    public void A_patch_changes_one_thing_and_leaves_the_rest_letter_by_letter()
    {
        const string text = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Johnson;Katherine;;;\r\nFN:Katherine Johnson\r\nitem1.EMAIL;type=INTERNET;type=pref:k@nasa.example\r\nitem1.X-ABLabel:Orbit\r\nTEL;type=CELL;type=VOICE:+1 757 555 0100\r\nX-CUSTOM;X-ODD=\"a;b\":kept\r\nEND:VCARD\r\n";
        var card = Card(text);
        var now = PersonVCard.Read(card).Details with { Phones = [new("+1 757 555 0101", "mobile")] };

        var patched = VCardWriter.Text(PersonVCard.Patch(card, now));

        Assert.Equal(text.Replace("TEL;type=CELL;type=VOICE:+1 757 555 0100", "TEL;TYPE=cell:+1 757 555 0101", StringComparison.Ordinal), patched);
    }

    [Fact]
    public void A_date_that_is_none_is_said_and_left_in_the_card()
    {
        var card = Card("BEGIN:VCARD\nVERSION:3.0\nFN:Alan\nN:;Alan;;;\nBDAY:19723101\nEMAIL:not an address\nEND:VCARD\n");
        var read = PersonVCard.Read(card);

        Assert.Equal(["emails", "dates"], read.LeftOut.Select(p => p.Field).Order(StringComparer.Ordinal).Reverse());
        var patched = PersonVCard.Patch(card, read.Details with { Nickname = "Prof" });
        Assert.Equal("19723101", patched.Text("BDAY"));
        Assert.Equal("not an address", patched.Text("EMAIL"));
    }

    [Theory]
    [InlineData("RELATED;TYPE=spouse;VALUE=text:Ann", "spouse")]
    [InlineData("X-SPOUSE:Ann", "spouse")]
    [InlineData("X-EVOLUTION-SPOUSE:Ann", "spouse")]
    [InlineData("X-MS-SPOUSE:Ann", "spouse")]
    [InlineData("X-KADDRESSBOOK-X-SpouseName:Ann", "spouse")]
    [InlineData("X-EVOLUTION-MANAGER:Ann", "manager")]
    [InlineData("item1.X-ABRELATEDNAMES:Ann\nitem1.X-ABLabel:_$!<Mother>!$_", "mother")]
    [InlineData("X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Ann;14;;;;;;;;;;;;;", "spouse")]
    [InlineData("X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Ann;0;Godmother;;;;;;;;;;;;", "Godmother")]
    public void A_relation_is_read_in_each_of_its_spellings(string line, string kind)
    {
        var read = PersonVCard.Read(Card($"BEGIN:VCARD\nVERSION:3.0\nFN:Grace\n{line}\nEND:VCARD\n"));

        Assert.Equal([new RelationDetails(kind, "Ann")], read.Details.Relations);
    }

    [Theory]
    [InlineData("BDAY:--0314", null, 3, 14)]
    [InlineData("BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-14", null, 3, 14)]
    [InlineData("BDAY:1985-04-12T00:00:00Z", 1985, 4, 12)]
    [InlineData("X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;--03-14;3;;", null, 3, 14)]
    public void A_birthday_is_read_with_and_without_its_year(string line, int? year, int month, int day)
    {
        var read = PersonVCard.Read(Card($"BEGIN:VCARD\nVERSION:3.0\nFN:Grace\n{line}\nEND:VCARD\n"));

        Assert.Equal([new DateDetails("birthday", year, month, day)], read.Details.Dates);
    }

    [Theory]
    [InlineData("IMPP;X-SERVICE-TYPE=Skype;type=HOME:skype:zoe", "zoe", "skype")]
    [InlineData("IMPP:xmpp:zoe@chat.example", "zoe@chat.example", "xmpp")]
    [InlineData("X-JABBER:zoe@chat.example", "zoe@chat.example", "jabber")]
    [InlineData("X-GOOGLE-TALK:zoe", "zoe", "gtalk")]
    public void A_messenger_is_read_in_each_of_its_spellings(string line, string handle, string service)
    {
        var read = PersonVCard.Read(Card($"BEGIN:VCARD\nVERSION:3.0\nFN:Zoë\n{line}\nEND:VCARD\n"));

        Assert.Equal([new Labelled(handle, service)], read.Details.Chats);
    }

    [Fact]
    public void A_photo_is_what_its_bytes_are_and_a_huge_one_is_left_out()
    {
        var huge = new byte[10_000_001];
        Png.CopyTo(huge, 0);
        string Line(byte[] bytes) => $"BEGIN:VCARD\nVERSION:3.0\nFN:Zoë\nPHOTO;ENCODING=b;TYPE=JPEG:{Convert.ToBase64String(bytes)}\nEND:VCARD\n";

        Assert.Equal("image/png", PersonVCard.Read(Card(Line(Png))).Details.Photo?.MediaType);
        var read = PersonVCard.Read(Card(Line(huge)));
        Assert.Null(read.Details.Photo);
        Assert.Equal("People.PhotoTooLarge", Assert.Single(read.LeftOut).Sentence.Key);
    }

    [Theory]
    [InlineData("-0500", "Etc/GMT+5")]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("-05:00; EST; Raleigh/North America", "Etc/GMT+5")]
    [InlineData("+05:30", "Asia/Kolkata")]
    [InlineData("+530", "Asia/Kolkata")]
    [InlineData("-0330", "America/St_Johns")]
    [InlineData("+1245", "Pacific/Chatham")]
    [InlineData("+14", "Etc/GMT-14")]
    [InlineData("-5", "Etc/GMT+5")]
    [InlineData("UTC", "Etc/UTC")]
    [InlineData("-14", null)]
    [InlineData("+05:17", null)]
    [InlineData("+05:90", null)]
    [InlineData("Foo/Bar", null)]
    public void A_zone_is_a_name_or_an_offset(string written, string? zone) =>
        Assert.Equal(zone, PersonVCard.Read(Card($"BEGIN:VCARD\nVERSION:3.0\nFN:Zoë\nTZ:{written}\nEND:VCARD\n")).Details.TimeZone);

    [Theory]
    [InlineData("Foo/Bar")]
    [InlineData("+05:17")]
    public void A_zone_that_is_none_is_said_and_left_in_the_card(string written)
    {
        var card = Card($"BEGIN:VCARD\nVERSION:4.0\nFN:Zoë\nTZ:{written}\nEND:VCARD\n");
        var read = PersonVCard.Read(card);

        var problem = Assert.Single(read.LeftOut);
        Assert.Equal(("timeZone", new Reason("People.UnknownZone", written)), (problem.Field, problem.Sentence));
        Assert.Equal(written, PersonVCard.Patch(card, read.Details with { Nickname = "Zo" }).Text("TZ"));
    }

    [Fact]
    public void A_relation_that_only_another_card_can_name_is_known_as_such()
    {
        var card = Card("BEGIN:VCARD\nVERSION:4.0\nFN:Grace\nRELATED;TYPE=friend:urn:uuid:2\nRELATED;TYPE=spouse;VALUE=text:Vincent\nEND:VCARD\n");

        Assert.Equal([new RelationDetails("spouse", "Vincent")], PersonVCard.Read(card).Details.Relations);
        Assert.Equal([new CardReference("friend", "urn:uuid:2")], PersonVCard.References(card));
    }

    [Fact]
    public void Every_card_of_the_corpora_patched_with_itself_stays_as_it_is()
    {
        foreach (var file in Corpora.Files("vcard"))
            foreach (var card in VCardReader.Read(File.OpenRead(file)).Select(r => r.Card).OfType<VCard>().Where(c => c.Version != VCardVersion.V21 && c.First("FN") is not null && c.First("N") is not null))
                Assert.Equal(VCardWriter.Text(card), VCardWriter.Text(PersonVCard.Patch(card, PersonVCard.Read(card).Details)));
    }

    [Fact]
    public void Every_card_of_the_corpora_is_read_again_from_a_card_of_ours()
    {
        foreach (var file in Corpora.Files("vcard"))
            foreach (var card in VCardReader.Read(File.OpenRead(file)).Select(r => r.Card).OfType<VCard>())
                foreach (var version in (VCardVersion[])[VCardVersion.V30, VCardVersion.V40])
                {
                    var details = PersonVCard.Read(card).Details;
                    if (PersonNames.Shown(details).Length > 0) AssertSame(details with { Name = PersonNames.Shown(details) }, PersonVCard.Read(Again(PersonVCard.Write(details, "u", version))).Details);
                }
    }

    internal static void AssertSame(PersonDetails expected, PersonDetails actual) =>
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(expected), System.Text.Json.JsonSerializer.Serialize(actual));

    private static VCard Card(string text) => VCardReader.Read(text)[0].Card!;

    private static VCard Again(VCard card) => Card(VCardWriter.Text(card));
}
