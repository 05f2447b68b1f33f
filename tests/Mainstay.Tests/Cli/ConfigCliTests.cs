using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Mainstay.Storage;

namespace Mainstay.Tests.Cli;

public class ConfigCliTests
{
    [Fact]
    public async Task Says_each_setting_and_where_it_comes_from()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        var config = (await house.Type("config", "--json")).Fine().Json.EnumerateArray().ToDictionary(s => s.GetProperty("name").GetString()!, s => (s.GetProperty("value").GetString(), s.GetProperty("source").GetString()));

        Assert.Equal((house.Settings.Data, "MAINSTAY_DATA"), config["data"]);
        Assert.Equal((house.Settings.SqliteFile, "default"), config["database"]);
        Assert.Equal(("http://localhost:5150", "default"), config["urls"]);
        Assert.Equal(("6000", "default"), config["apiLimit"]);
        Assert.Equal(("PATH", "default"), config["postgresTools"]);
    }

    [Fact]
    public async Task The_document_names_each_setting()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var paragraph = await File.ReadAllTextAsync(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/cli.md")), TestContext.Current.CancellationToken);
        var from = paragraph.IndexOf("The names are", paragraph.IndexOf("### `config`", StringComparison.Ordinal), StringComparison.Ordinal);

        var named = Regex.Matches(paragraph[from..paragraph.IndexOf(';', from)], "`(\\w+)`").Select(m => m.Groups[1].Value);

        Assert.Equal((await house.Type("config", "--json")).Fine().Json.EnumerateArray().Select(s => s.GetProperty("name").GetString()), named);
    }

    private static string Here([CallerFilePath] string path = "") => path;

    [Fact]
    public async Task An_option_wins_and_nothing_is_made()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var elsewhere = Path.Combine(house.Settings.Data, "elsewhere");

        var answer = (await house.Type("config", "--data", elsewhere)).Fine();

        Assert.Contains("--data", answer.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(elsewhere));
    }

    [Theory]
    [InlineData("Host=db;Username=ada;Password=s3cret", "host=db;username=ada;password=***")]
    [InlineData("Host=db;SSL Password=s3cret", "host=db;ssl password=***")]
    [InlineData("Host=db;PWD='s3;cret'", "host=db;pwd=***")]
    [InlineData("s3cret", "***")]
    public void Secrets_are_stars(string connection, string shown) => Assert.Equal(shown, SettingsList.WithoutSecrets(connection));
}
