using Mainstay.People;
using Mainstay.Tests.Archive;

namespace Mainstay.Tests.Api;

public class ExportApiTests
{
    [Theory, OnBoth]
    public async Task Gives_everybody_or_everything(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await FullHouse.Fill(house);
        await using var site = await TestSite.Open(house);

        var cards = (await site.Ask("/api/export")).Fine();
        var older = (await site.Ask("/api/export?format=vcard&version=3.0")).Fine();
        var rows = (await site.Ask("/api/export?format=csv")).Fine();
        var all = (await site.Ask("/api/export?format=json")).Fine();

        Assert.Contains("VERSION:4.0", cards.Text, StringComparison.Ordinal);
        Assert.Equal("attachment; filename=\"people.vcf\"", cards.Headers["Content-Disposition"]);
        Assert.Equal("text/vcard; charset=utf-8", cards.Headers["Content-Type"]);
        Assert.Contains("VERSION:3.0", older.Text, StringComparison.Ordinal);
        Assert.StartsWith("First Name", rows.Text, StringComparison.Ordinal);
        Assert.Equal(3, all["people"].GetArrayLength());
    }

    [Theory]
    [InlineData("format=pdf", "format")]
    [InlineData("format=csv&version=3.0", "version")]
    [InlineData("version=2.1", "version")]
    public async Task Says_what_it_cannot_write(string query, string field)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        Assert.NotEmpty((await site.Ask("/api/export?" + query)).Wrong(field));
    }

    [Theory, OnBoth]
    public async Task Nothing_of_Bobs_goes_out(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await (await house.Bob()).AddPerson(new() { Name = "Katherine Johnson" }, house.Clock, TestContext.Current.CancellationToken);
        await using var site = await TestSite.Open(house);

        foreach (var format in new[] { "vcard", "csv", "json" }) Assert.DoesNotContain("Katherine", (await site.Ask("/api/export?format=" + format)).Fine().Text, StringComparison.Ordinal);
    }
}
