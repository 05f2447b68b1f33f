using System.Net.Http.Headers;
using System.Text;
using Mainstay.Accounts;
using Mainstay.Intake;
using Mainstay.People;
using Mainstay.Tests.Api;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Intake;

/// <summary>What of somebody could not be kept is said under its heading, of whom, and on which line.</summary>
public class NotKeptTests
{
    private static readonly string Cards = Bring.Card("Grace Hopper", "BDAY:99 Foo 2024", "TZ:Foo/Bar", "EMAIL:not an address");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Of_a_card_each_is_said_with_its_own_line_at_every_door(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        house.Variables["COLUMNS"] = "500";
        var file = house.File("cards.vcf", Cards);
        await using var site = await TestSite.Open(house);

        var said = (await house.Type("import", file, "--dry-run")).Fine().Out;
        var told = (await house.Type("import", file, "--dry-run", "--json")).Fine().Json.GetProperty("files")[0].GetProperty("problems");
        var done = (await site.Hand("/api/imports?name=cards.vcf", Sent(Cards, "text/vcard"))).Is(System.Net.HttpStatusCode.Created);
        var page = await site.Page($"/import/{done["import"].GetString()}");

        const string birthday = "Birthday (Grace Hopper): “99 Foo 2024” is not a date.";
        Assert.Contains($"cards.vcf, line 5: {birthday}", said, StringComparison.Ordinal);
        Assert.Contains("cards.vcf, line 6: Time zone (Grace Hopper): “Foo/Bar” is not a time zone.", said, StringComparison.Ordinal);
        Assert.Contains("cards.vcf, line 7: E-mail (Grace Hopper): “not an address” is not an e-mail address.", said, StringComparison.Ordinal);
        Assert.Equal([5, 6, 7], told.EnumerateArray().Select(p => p.GetProperty("row").GetInt32()));
        Assert.All(told.EnumerateArray(), p => Assert.Equal(["row", "message"], p.EnumerateObject().Select(o => o.Name)));
        Assert.StartsWith(birthday, told[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.StartsWith(birthday, done["files"][0].GetProperty("problems")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains(birthday, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_said_in_the_owners_language()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Store.Spaces.ExecuteUpdateAsync(set => set.SetProperty(s => s.Locale, "de"), Stop);
        house.Variables["COLUMNS"] = "500";

        var said = (await house.Type("import", house.File("karten.vcf", Cards), "--dry-run")).Fine().Out;

        Assert.Contains("karten.vcf, Zeile 5: Geburtstag (Grace Hopper): „99 Foo 2024“ ist kein Datum.", said, StringComparison.Ordinal);
        Assert.Contains("karten.vcf, Zeile 6: Zeitzone (Grace Hopper): „Foo/Bar“ ist keine Zeitzone.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_table_it_is_called_as_its_column_is()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        house.Variables["COLUMNS"] = "500";
        var file = house.File("contacts.csv", "First Name,Last Name,Phonetic First Name,E-mail 1 - Label,E-mail 1 - Value,Birthday,Event 1 - Label,Event 1 - Value\nGrace,Hopper,,,grace@navy.example ::: nowhere,1906-12-09,Anniversary,99 Foo 2024\n");

        var said = (await house.Type("import", file, "--dry-run")).Fine().Out;

        Assert.Contains("contacts.csv, line 2: Event 1 - Value (Grace Hopper): “99 Foo 2024” is not a date.", said, StringComparison.Ordinal);
        Assert.Contains("contacts.csv, line 2: E-mail 1 - Value (Grace Hopper): “nowhere” is not an e-mail address.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_table_without_headings_it_is_called_as_Mainstay_calls_it()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var file = house.File("list.csv", "nowhere,Grace Hopper\nnowhere,Alan Turing\n");

        var readings = FileSource.Open([new(file, "list.csv")], (_, table) => table.Guess with { HasHeader = false, Meanings = [Meaning.Email, Meaning.Name] });
        var problems = (await house.Again().Import(readings, house.Wishes(), Stop)).Files[0].Problems;

        Assert.Equal(["E-mail (Grace Hopper): “nowhere” is not an e-mail address.", "E-mail (Alan Turing): “nowhere” is not an e-mail address."], problems.OrderBy(p => p.Row).Select(p => p.Message.InWords(new("en"))));
    }

    [Theory, OnBoth]
    public async Task Somebody_related_by_the_identity_of_a_card_gets_the_name_in_it_and_who_has_no_card_is_said(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var file = house.File("cards.vcf", Bring.Card("Grace Hopper", "UID:urn:uuid:1", "RELATED;TYPE=friend:urn:uuid:2", "RELATED;TYPE=spouse:urn:uuid:3") + Bring.Card("Alan Turing", "UID:2"));

        var problems = (await house.Import(file)).Files[0].Problems;

        Assert.Equal([new RelationDetails("friend", "Alan Turing")], (await house.Details("Grace Hopper")).Relations.Select(r => r with { OtherId = null }));
        var problem = Assert.Single(problems);
        Assert.Equal((7L, "Relations (Grace Hopper): “urn:uuid:3” is somebody of whom there is no card in these files, and who is not here from another one."), (problem.Row, problem.Message.InWords(new("en"))));
        Assert.Equal((0, 0, 2, 0), await house.Import(file).Counts());
    }

    private static ByteArrayContent Sent(string text, string type) => new(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
}
