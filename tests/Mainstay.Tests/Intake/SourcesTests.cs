using System.Text;
using Mainstay.Intake;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Tests.Intake;

/// <summary>What is read out of each kind of file, without any database.</summary>
public class SourcesTests
{
    private static readonly ReadingContext Context = new() { Today = new DateOnly(2026, 5, 1), Zone = TimeZoneInfo.Utc };

    [Fact]
    public void Google_since_2024()
    {
        var person = Only("google", """
            First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Relation 1 - Label,Relation 1 - Value,Website 1 - Label,Website 1 - Value,Event 1 - Label,Event 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value
            Grace,Brewster,Hopper,Greys,Dr.,,Amazing Grace,,US Navy,Rear Admiral,Computing,1906-12-09,clocks,,* myContacts ::: Navy,* Work,grace@navy.example ::: g@navy.example,Mobile,+1 555 0199,Home,"1 Harbour St
            Arlington",1 Harbour St,Arlington,,VA,22201,USA,,Spouse,Vincent,Blog,https://hopper.example,Anniversary, --06-15,Shoe size,42
            """);

        Assert.Equal(("Dr.", "Grace", "Brewster", "Hopper", "Amazing Grace", "Greys"), (person.Details.Prefix, person.Details.GivenName, person.Details.MiddleNames, person.Details.FamilyName, person.Details.Nickname, person.Details.PhoneticGivenName));
        Assert.Equal([new Labelled("grace@navy.example", "work"), new Labelled("g@navy.example", "work")], person.Details.Emails);
        Assert.Equal([new Labelled("+1 555 0199", "mobile")], person.Details.Phones);
        Assert.Equal([new Labelled("https://hopper.example", "Blog")], person.Details.Links);
        Assert.Equal([new DateDetails("birthday", 1906, 12, 9), new DateDetails("anniversary", null, 6, 15)], person.Details.Dates);
        Assert.Equal(["Navy"], person.Details.Labels);
        Assert.Equal([new RelationDetails("spouse", "Vincent")], person.Details.Relations);
        Assert.Equal([new Labelled("42", "Shoe size")], person.Details.Fields);
        Assert.Equal([new AddressDetails("home", "1 Harbour St", "Arlington", "22201", "USA") { Region = "VA" }], person.Details.Addresses);
        Assert.Equal([new AffiliationDetails("US Navy", "Rear Admiral", "Computing")], person.Affiliations);
    }

    [Fact]
    public void Google_before_2024_also_in_utf_16()
    {
        const string text = "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Family Name Yomi,Birthday,Gender,Occupation,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title\n佐藤 一郎,一郎,,佐藤,,いちろう,さとう, --03-14,,Baker,\"line1\nline2, \"\"quoted\"\"\",,,* myContacts ::: Work friends,* Work,a@example.com ::: b@example.com,Mobile,+81 90-0000-1111 ::: 03-0000-0000,,Example KK,\n";
        var person = Only("googleOld", text, Encoding.Unicode);

        Assert.Equal(("佐藤 一郎", "いちろう", "line1\nline2, \"quoted\""), (person.Details.Name, person.Details.PhoneticGivenName, person.Details.Notes));
        Assert.Equal(["a@example.com", "b@example.com"], person.Details.Emails.Select(e => e.Value));
        Assert.Equal(["+81 90-0000-1111", "03-0000-0000"], person.Details.Phones.Select(p => p.Value));
        Assert.Equal([new Labelled("Baker", "Occupation")], person.Details.Fields);
        Assert.Equal([new DateDetails("birthday", null, 3, 14)], person.Details.Dates);
    }

    [Fact]
    public void Outlook_of_the_desktop_in_its_code_page()
    {
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var person = Only("outlook", "First Name,Last Name,Title,Web Page,Birthday,Anniversary,Notes,E-mail Address,E-mail 2 Address,Home Phone,Mobile Phone,Home Street,Home Street 2,Home City,Spouse,Children,Company,Job Title,User 1,Priority,Categories\nZoë,Müller,Dr.,,0/0/00,6/15/1990,,zoe@example.com,z@example.com,,0170 1234567,Gasse 1,Hof,Köln,Ann,Bo; Cy,Société Générale,,odd,Normal,Friends;Work\n", western);

        Assert.Equal(("Zoë", "Müller", "Dr."), (person.Details.GivenName, person.Details.FamilyName, person.Details.Prefix));
        Assert.Equal([new DateDetails("anniversary", 1990, 6, 15)], person.Details.Dates);
        Assert.Equal([new RelationDetails("spouse", "Ann"), new RelationDetails("child", "Bo"), new RelationDetails("child", "Cy")], person.Details.Relations);
        Assert.Equal([new AddressDetails("home", "Gasse 1\nHof", "Köln", null, null)], person.Details.Addresses);
        Assert.Equal(["Friends", "Work"], person.Details.Labels);
        Assert.Equal([new Labelled("odd", "User 1")], person.Details.Fields);
        Assert.Equal("Société Générale", Assert.Single(person.Affiliations).Organization);
    }

    [Fact]
    public void Outlook_of_the_desktop_in_German()
    {
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var person = Only("outlook", "\"Anrede\",\"Vorname\",\"Weitere Vornamen\",\"Nachname\",\"Suffix\",\"Firma\",\"Abteilung\",\"Position\",\"Straße geschäftlich\",\"Straße geschäftlich 2\",\"Ort geschäftlich\",\"Region geschäftlich\",\"Postleitzahl geschäftlich\",\"Land/Region geschäftlich\",\"Weiterer Ort\",\"Telefon geschäftlich\",\"Telefon privat\",\"Mobiltelefon\",\"Benutzer 1\",\"E-Mail-Adresse\",\"E-Mail-Typ\",\"E-Mail: Angezeigter Name\",\"E-Mail 2: Adresse\",\"Geburtstag\",\"Jahrestag\",\"Kategorien\",\"Kinder\",\"Name des/der Vorgesetzten\",\"Notizen\",\"Partner\",\"Priorität\",\"Privat\",\"Webseite\"\r\n\"Dr.\",\"Jürgen\",\"Karl\",\"Groß\",\"\",\"Müller & Söhne\",\"Einkauf\",\"Leiter\",\"Königsallee 1\",\"Hof\",\"Düsseldorf\",\"NRW\",\"40212\",\"Deutschland\",\"Köln\",\"+49 211 123456\",\"0211 654321\",\"0170 1234567\",\"eigen\",\"juergen@example.de\",\"SMTP\",\"Jürgen Groß\",\"j@example.de\",\"12.3.1980\",\"0.0.00\",\"Freunde;Arbeit\",\"Bo; Cy\",\"Ann\",\"mag Züge\",\"Eva\",\"Normal\",\"Aus\",\"https://gross.example\"\r\n", western);

        Assert.Equal(("Dr.", "Jürgen", "Karl", "Groß", "mag Züge"), (person.Details.Prefix, person.Details.GivenName, person.Details.MiddleNames, person.Details.FamilyName, person.Details.Notes));
        Assert.Equal(["juergen@example.de", "j@example.de"], person.Details.Emails.Select(e => e.Value));
        Assert.Equal([new Labelled("0170 1234567", "mobile"), new Labelled("+49 211 123456", "work"), new Labelled("0211 654321", "home")], person.Details.Phones);
        Assert.Equal([new AddressDetails("work", "Königsallee 1\nHof", "Düsseldorf", "40212", "Deutschland") { Region = "NRW" }, new AddressDetails("other", null, "Köln", null, null)], person.Details.Addresses);
        Assert.Equal([new DateDetails("birthday", 1980, 3, 12)], person.Details.Dates);
        Assert.Equal(["Freunde", "Arbeit"], person.Details.Labels);
        Assert.Equal([new RelationDetails("spouse", "Eva"), new RelationDetails("child", "Bo"), new RelationDetails("child", "Cy"), new RelationDetails("manager", "Ann")], person.Details.Relations);
        Assert.Equal(["https://gross.example"], person.Details.Links.Select(l => l.Value));
        Assert.Equal([new Labelled("eigen", "Benutzer 1")], person.Details.Fields);
        Assert.Equal([new AffiliationDetails("Müller & Söhne", "Leiter", "Einkauf")], person.Affiliations);
    }

    [Fact]
    public async Task A_German_table_of_ones_own_is_not_taken_for_Outlook()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var file = house.File("own.csv", "Vorname,Nachname,E-Mail-Adresse,Mobiltelefon,Rolle,Gruppe\nGrace,Hopper,g@example.org,0170 1234567,Rat,A\n");

        Assert.Equal("table", Assert.Single(FileSource.Open([new(file, "own.csv")], (_, table) => table.Guess)).Format);
    }

    [Fact]
    public void Outlook_of_the_web()
    {
        var person = Only("outlookWeb", "First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,E-mail Address,Home Phone,Business Phone,Mobile Phone,IMAddress,Job Title,Department,Company,Business Street,Business City,Business Country/Region,Personal Web Page,Birthday\nAlan,,Turing,,OBE,Prof,,,alan@bletchley.example,,+44 20 7946 0000,,alan.t,Fellow,Maths,King's,Parade 1,Cambridge,UK,https://turing.example,1912-06-23\n");

        Assert.Equal(("OBE", "Prof"), (person.Details.Suffix, person.Details.Nickname));
        Assert.Equal([new Labelled("+44 20 7946 0000", "work")], person.Details.Phones);
        Assert.Equal([new AddressDetails("work", "Parade 1", "Cambridge", null, "UK")], person.Details.Addresses);
        Assert.Equal([new AffiliationDetails("King's", "Fellow", "Maths")], person.Affiliations);
    }

    [Theory]
    [InlineData("Home State,Home ZipCode,Organization")]
    [InlineData("Home County,Home Post Code,Organisation")]
    public void Thunderbird_on_both_sides_of_the_ocean(string words)
    {
        var person = Only("thunderbird", $"First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Mobile Number,Birth Year,Birth Month,Birth Day,Custom 1,{words},\nRory,W,Rory W,,rory@example.com,r@example.com,0170,,3,4,own,Kent,CT1,Acme,\n");

        Assert.Equal("Rory W", person.Details.Name);
        Assert.Equal([new DateDetails("birthday", null, 3, 4)], person.Details.Dates);
        Assert.Equal([new AddressDetails("home", null, null, "CT1", null) { Region = "Kent" }], person.Details.Addresses);
        Assert.Equal([new Labelled("own", "Custom 1")], person.Details.Fields);
        Assert.Equal("Acme", Assert.Single(person.Affiliations).Organization);
    }

    [Theory]
    [InlineData("First Name,Last Name,URL,Email Address,Company,Position,Connected On", "05 Mar 2024")]
    [InlineData("Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am", "5. März 2024")]
    [InlineData("Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connexion le", "5 mars 2024")]
    [InlineData("Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el", "5 mar 2024")]
    [InlineData("Nome,Cognome,URL,Indirizzo email,Azienda,Posizione,Collegato il", "5 mar 2024")]
    [InlineData("Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em", "5 de mar de 2024")]
    [InlineData("Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op", "5 mrt 2024")]
    public void LinkedIn_connections_in_seven_languages(string header, string date)
    {
        var person = Only("linkedInConnections", $"\uFEFFNotizen:\r\n\"bla, bla\"\r\n\r\n{header}\r\nZoë,\"O'Brien, PhD 🚀\",https://de.linkedin.com/in/zo%C3%AB-example/,zoe@example.com,\"Acme, Inc.\",\"Engineer \"\"Platform\"\"\",{date}\r\n");

        Assert.Equal(("linkedin.com/in/zoë-example", "2024-03-05", "LinkedIn"), (person.Identity, person.Details.MetOn, person.Details.HowMet));
        Assert.Equal("Zoë O'Brien, PhD 🚀", person.Details.Name);
        Assert.Equal([new AffiliationDetails("Acme, Inc.", "Engineer \"Platform\"")], person.Affiliations);
    }

    [Fact]
    public void LinkedIn_connections_without_profiles_are_known_by_name_and_day()
    {
        var first = Only("linkedInConnections", "First Name,Last Name,Email Address,Company,Position,Connected On\nAlan,Turing,,Bletchley Park,Codebreaker,01-Jan-2019\n");
        var later = Only("linkedInConnections", "First Name,Last Name,Email Address,Company,Position,Connected On\nAlan,Turing,,King's,Fellow,01 Jan 2019\n");

        Assert.Equal(first.Identity, later.Identity);
    }

    [Fact]
    public void Facebook_friends_are_decoded_twice()
    {
        var rows = Rows("facebook", """{"friends_v2":[{"name":"Ren\u00c3\u00a9 Example","timestamp":1609459200},{"name":"Alice Example"},{}]}""");

        Assert.Equal(["René Example", "Alice Example"], rows.OfType<IncomingPerson>().Select(p => p.Details.Name));
        Assert.Equal("2021-01-01", rows.OfType<IncomingPerson>().First().Details.MetOn);
        Assert.Equal((1L, 99), (Assert.Single(rows.OfType<Unusable>()).Row, rows.OfType<Unusable>().Single().Column));
        Assert.Equal((4L, 3), Rows("facebook", "{\n\"friends\": [\n  {\"name\": \"Ann\"},\n  {}\n]}").OfType<Unusable>().Select(u => (u.Row, u.Column)).Single());
    }

    [Fact]
    public void A_list_of_friends_without_end_is_read_to_its_limit_and_no_further()
    {
        var opened = new List<Endless>();

        var no = Assert.Throws<CannotBeDone>(() => FileSource.Recognise("your_friends.json", () =>
        {
            opened.Add(new());
            return opened[^1];
        }));

        Assert.Equal("Intake.JsonTooLarge", no.Reason.Key);
        Assert.InRange(opened.Max(o => o.Position), 100_000_000, 101_000_000);
    }

    [Fact]
    public void An_address_in_the_name_field_is_an_address()
    {
        var person = Only("google", "First Name,Last Name,Phonetic First Name,E-mail 1 - Label,E-mail 1 - Value\ngrace@navy.example,,,,\n");

        Assert.Equal(("grace@navy.example", "grace@navy.example"), (person.Details.Name, Assert.Single(person.Details.Emails).Value));
    }

    [Fact]
    public void A_date_that_is_none_costs_only_itself()
    {
        var person = Only("google", "First Name,Last Name,Phonetic First Name,E-mail 1 - Label,Birthday\nGrace,Hopper,,,0000-12-09\n");

        Assert.Empty(person.Details.Dates);
        Assert.Equal(new RowProblem(2, new("Intake.NotKeptOf", "Birthday", "Grace Hopper", new Reason("People.NotADate", "0000-12-09"))), Assert.Single(person.LeftOut));
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_row_is_said_and_that_the_rest_was_not_read()
    {
        var rows = Rows("linkedInConnections", "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAlan,Tu\"ring,,,,,,too wide\n" + new string('x', 45_000_000));

        Assert.Equal(["Words.FaultMisplacedQuote", "Words.FaultRowTooWide"], rows.OfType<Remark>().Select(r => r.What.Key));
        Assert.Equal(("Words.FaultRowTooLong", true), (Assert.Single(rows.OfType<Unusable>()).Why.Key, rows.OfType<Unusable>().Single().IsEnd));
    }

    [Fact]
    public void Groups_of_cards_become_labels_of_their_members()
    {
        var rows = Rows("vcard", "BEGIN:VCARD\nVERSION:3.0\nFN:Choir\nN:Choir;;;;\nX-ADDRESSBOOKSERVER-KIND:group\nX-ADDRESSBOOKSERVER-MEMBER:urn:uuid:g-1\nEND:VCARD\n" + Bring.Card("Grace Hopper", "UID:g-1", "CATEGORIES:Navy") + Bring.Card("Alan Turing", "UID:a-1"));

        Assert.Equal(["Navy", "Choir"], rows.OfType<IncomingPerson>().First().Details.Labels);
        Assert.Empty(rows.OfType<IncomingPerson>().Last().Details.Labels);
        Assert.Equal("Intake.GroupBecameLabel", Assert.Single(rows.OfType<Unusable>()).Why.Key);
    }

    [Fact]
    public void Who_the_owner_is_cannot_be_said_from_one_conversation_alone()
    {
        const string text = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT,FOLDER\nc1,Grace,https://www.linkedin.com/in/grace-example,Ada,https://www.linkedin.com/in/ada-owns,2026-04-01 10:00:00 UTC,Hi,INBOX\n";

        Assert.Equal("Intake.WhoIsMe", Assert.IsType<Unusable>(Assert.Single(Rows("linkedInMessages", text))).Why.Key);
        var known = Context with { IsSomebodyElse = p => p == "linkedin.com/in/grace-example" };
        Assert.Equal(Mainstay.Rhythm.Direction.In, Assert.IsType<IncomingTouch>(Assert.Single(Rows("linkedInMessages", text, context: known))).Direction);
        var own = Context with { OwnProfiles = new HashSet<string> { "linkedin.com/in/grace-example" } };
        Assert.Equal(Mainstay.Rhythm.Direction.Out, Assert.IsType<IncomingTouch>(Assert.Single(Rows("linkedInMessages", text, context: own))).Direction);
    }

    [Fact]
    public void What_happens_tomorrow_has_not_happened_and_an_instant_is_today_where_the_owner_is()
    {
        var touches = Rows("touches", "date,person,kind\n2026-05-01,Grace,call\n2026-05-02,Grace,call\n2026-05-01,Grace,telepathy\n");
        Assert.Equal(new DateOnly(2026, 5, 1), Assert.Single(touches.OfType<IncomingTouch>()).On);
        Assert.Equal(["Intake.TouchInFuture", "Intake.UnknownKind"], touches.OfType<Unusable>().Select(u => u.Why.Key));
        Assert.EndsWith("message, mail or reaction.", touches.OfType<Unusable>().Last().Why.InWords(new("en")), StringComparison.Ordinal);

        const string text = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT,FOLDER\nc1,Grace,https://www.linkedin.com/in/grace-example,Ada,https://www.linkedin.com/in/ada-owns,{0},Hi,INBOX\n";
        var known = Context with { IsSomebodyElse = p => p == "linkedin.com/in/grace-example" };
        List<Incoming> Message(string date, string zone) => Rows("linkedInMessages", text.Replace("{0}", date, StringComparison.Ordinal), context: known with { Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) });
        Assert.Equal(new DateOnly(2026, 5, 1), Assert.IsType<IncomingTouch>(Assert.Single(Message("2026-05-02 02:00:00 UTC", "America/New_York"))).On);
        Assert.Equal("Intake.TouchInFuture", Assert.IsType<Unusable>(Assert.Single(Message("2026-05-02 02:00:00 UTC", "Europe/Berlin"))).Why.Key);
        Assert.Equal("Intake.TouchInFuture", Assert.IsType<Unusable>(Assert.Single(Message("2026-05-02", "America/New_York"))).Why.Key);
    }

    [Fact]
    public void Of_several_photos_each_is_said_on_its_own_line()
    {
        var person = Only("vcard", Bring.Card("Grace Hopper", "PHOTO;VALUE=uri:https://example.org/a.png", "NOTE:between", "PHOTO;VALUE=uri:https://example.org/b.png"));

        Assert.Equal([5L, 7L], person.LeftOut.Select(p => p.Row));
    }

    [Fact]
    public void A_message_counts_on_the_owners_day()
    {
        var auckland = Context with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland"), IsSomebodyElse = p => p == "linkedin.com/in/grace-example" };
        const string text = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT,FOLDER\nc1,Grace,https://www.linkedin.com/in/grace-example,Ada,https://www.linkedin.com/in/ada-owns,2026-04-01 23:00:00 UTC,Hi,INBOX\n";

        Assert.Equal(new DateOnly(2026, 4, 2), Assert.IsType<IncomingTouch>(Assert.Single(Rows("linkedInMessages", text, context: auckland))).On);
    }

    [Fact]
    public void A_zip_within_a_zip_is_named_and_never_opened()
    {
        var inner = IntakeCliTests.Zip(("Connections.csv", Bring.Connections));
        var readings = FileSource.Recognise("export.zip", () => new MemoryStream(Zipped(("inner.zip", inner), ("Connections.csv", System.Text.Encoding.UTF8.GetBytes(Bring.Connections)))));

        Assert.Equal(["linkedInConnections", "zip"], readings.Select(r => r.Format));
        Assert.Equal(new Reason("Intake.ZipInZip", "inner.zip"), Assert.IsType<Remark>(Assert.Single(readings[^1].Rows(Context))).What);
    }

    [Fact]
    public void Zips_within_zips_without_end_are_refused_after_a_look_at_the_outermost()
    {
        var zip = IntakeCliTests.Zip(("Connections.csv", Bring.Connections));
        for (var deep = 0; deep < 2_000; deep++) zip = Zipped(("again.zip", zip));
        var opened = 0;

        var no = Assert.Throws<CannotBeDone>(() => FileSource.Recognise("deep.zip", () => ++opened < 10 ? new MemoryStream(zip) : throw new InvalidOperationException("Opened too often.")));

        Assert.Equal("Intake.ZipOnlyZips", no.Reason.Key);
    }

    private static byte[] Zipped(params (string Name, byte[] Bytes)[] files)
    {
        using var written = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(written, System.IO.Compression.ZipArchiveMode.Create, true))
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name, System.IO.Compression.CompressionLevel.NoCompression).Open();
                entry.Write(bytes);
            }
        return written.ToArray();
    }

    [Fact]
    public void LinkedIns_zip_is_read_whole_and_what_was_not_used_is_named()
    {
        var zip = IntakeCliTests.Zip(("Basic/Connections.csv", Bring.Connections), ("Basic/messages.csv", Bring.Messages), ("Basic/Skills.csv", "Name\nCompilers\n"),
            ("Basic/Invitations.csv", "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\nBo,Ada,\"1/31/24, 9:15 AM\",,INCOMING,https://www.linkedin.com/in/bo,https://www.linkedin.com/in/ada-owns\n"));

        var readings = FileSource.Recognise("export.zip", () => new MemoryStream(zip));

        Assert.Equal(["linkedInConnections", "linkedInMessages", "linkedInInvitations", "zip"], readings.Select(r => r.Format));
        Assert.Equal(new Reason("Intake.ZipNotUsed", "Basic/Skills.csv"), Assert.IsType<Remark>(Assert.Single(readings[^1].Rows(Context))).What);
        Assert.Equal(["linkedin.com/in/ada-owns"], readings.SelectMany(r => r.OwnProfiles()));
        Assert.Equal(new Reason("Intake.InvitationOnly", "Bo"), Assert.IsType<Unusable>(Assert.Single(readings[2].Rows(Context))).Why);
    }

    [Fact]
    public void Every_file_of_the_corpora_is_read_or_refused_with_a_reason()
    {
        foreach (var file in Corpora.Files("vcard").Concat(Corpora.Files("csv")))
        {
            var rows = FileSource.Open([file]).SelectMany(r => r.Rows(Context)).ToList();
            Assert.NotEmpty(rows);
            Assert.All(rows.OfType<Unusable>(), u => Assert.NotEmpty(u.Why.InWords()));
        }
    }

    /// <summary>A list that begins and never ends.</summary>
    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)'[', offset, count);
            Position += count;
            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private static IncomingPerson Only(string format, string text, Encoding? encoding = null) => Assert.IsType<IncomingPerson>(Assert.Single(Rows(format, text, encoding)));

    private static List<Incoming> Rows(string format, string text, Encoding? encoding = null, ReadingContext? context = null)
    {
        encoding ??= new UTF8Encoding(false);
        var bytes = (byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
        var reading = Assert.Single(FileSource.Recognise("file", () => new MemoryStream(bytes)));
        Assert.Equal(format, reading.Format);
        return [.. reading.Rows(context ?? Context)];
    }
}
