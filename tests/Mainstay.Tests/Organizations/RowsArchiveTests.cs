using Mainstay.Archive;
using Mainstay.Formats;
using Mainstay.People;
using Mainstay.Tests.Archive;
using Mainstay.Tests.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Organizations;

public class RowsArchiveTests
{
    [Theory, OnBoth]
    public async Task Google_finds_everything_under_its_own_names(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        await FullHouse.Fill(ada);

        var (header, rows) = await Rows(ada);

        Assert.Equal("First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted",
            string.Join(',', header.Take(25)));
        Assert.Equal(2, rows.Count);
        var grace = rows.Single(r => r["First Name"] == "Grace");
        Assert.Equal("Hopper", grace["Last Name"]);
        Assert.Equal(" --12-09", grace["Birthday"]);
        Assert.Equal("grace@navy.example", grace["E-mail 1 - Value"]);
        Assert.Equal("+1 555 0199", grace["Phone 1 - Value"]);
        Assert.Equal("1 Main St\nFloor 2", grace["Address 1 - Street"]);
        Assert.Equal("* myContacts ::: Navy ::: compilers", grace["Labels"]);
        Assert.Equal("Yale; \"math\", ☕", grace["Organization Name"]);
        Assert.Equal("1930-06-15", grace["Event 1 - Value"]);
        Assert.Equal("'-- starts like a formula", grace["Notes"]);
        Assert.Equal("-- starts like a formula", CsvShield.Unshield(grace["Notes"]));
    }

    [Fact]
    public async Task Nobody_makes_an_empty_table()
    {
        await using var ada = await TestHouse.Build(Engine.Sqlite);

        Assert.Equal("", (await ada.Type("export", "--format", "csv")).Fine().Out);
    }

    [Theory, OnBoth]
    public async Task Read_back_into_an_empty_network_it_gives_the_same_people(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        string[] all = ["=1+2", "+cmd", "-minus", "@at", "'quoted", "'=quoted", "''+twice", "plain", "\t=tab", "=HYPERLINK(\"http://evil.example\",\"x\"),\n@SUM"];
        foreach (var (number, awkward) in all.Index())
            await ada.Store.AddPerson(new() { Name = awkward.Replace('\n', ' ').Trim(), Notes = awkward, Emails = [new($"a{number}@example.org", "'-label")], Labels = ["-work"], Fields = [new("=field", "@own")] }, ada.Clock, TestContext.Current.CancellationToken);
        await ada.Store.AddPerson(new() { Name = "Admiral Hopper", GivenName = "Grace", FamilyName = "Hopper", Notes = "-", Emails = [new("g@example.org")], Labels = ["@"], Fields = [new("x", "y")] }, ada.Clock, TestContext.Current.CancellationToken);
        var table = (await ada.Type("export", "--format", "csv")).Fine().Out;
        await using var elsewhere = await TestHouse.Build(engine);

        (await elsewhere.Type("import", elsewhere.File("people.csv", table))).Fine();

        Assert.Equal(await ada.Names(), await elsewhere.Names());
        Assert.Equal(await Said(ada), await Said(elsewhere));
        Assert.Equal(table, (await elsewhere.Type("export", "--format", "csv")).Fine().Out);
    }

    [Theory, OnBoth]
    public async Task Namesakes_stand_in_an_order_that_is_not_chance(Engine engine)
    {
        var cards = string.Concat(Enumerable.Range(0, 40).Select(i => Bring.Card("Grace Hopper", $"UID:{i * 7 % 40}", $"EMAIL:grace{i * 7 % 40:00}@navy.example")));
        var exports = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            await using var house = await TestHouse.Build(engine);
            await house.ImportText(cards);
            exports.Add((await house.Type("export", "--format", "csv")).Fine().Out);
            Assert.Equal(Enumerable.Range(0, 40).Select(n => $"grace{n:00}@navy.example"), (await house.Type("export", "--format", "json")).Fine().Json.GetProperty("people").EnumerateArray().Select(p => p.GetProperty("details").GetProperty("emails")[0].GetProperty("value").GetString()));
        }
        Assert.Equal(exports[0], exports[1]);
    }

    private static async Task<List<string>> Said(TestHouse house)
    {
        var people = await house.Again().DetailsOf(await house.Store.People.Select(p => p.Id).ToListAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        return [.. people.Values.Select(p => $"{p.Name}|{p.Notes?.Trim()}|{p.Emails[0]}|{p.Labels[0]}|{p.Fields[0]}").Order(StringComparer.Ordinal)];
    }

    private static async Task<(string[] Header, List<Dictionary<string, string>> Rows)> Rows(TestHouse house)
    {
        using var text = new MemoryStream();
        await house.Services.GetServices<IExportFormat>().Single(f => f.Name == "csv").Write(house.Again(), text, null, TestContext.Current.CancellationToken);
        text.Position = 0;
        using var table = CsvTable.Open(text);
        var header = new CsvHeader(table.Head(1)[0]);
        var rows = table.Rows(header).Select(r => header.Row.Fields.Select((name, i) => (name, r[i])).ToDictionary(c => c.name, c => c.Item2)).ToList();
        Assert.Empty(table.Problems);
        return ([.. header.Row.Fields], rows);
    }
}
