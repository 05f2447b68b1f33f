using Mainstay.Archive;
using Mainstay.Formats;
using Mainstay.Tests.Archive;
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
