using System.Net;
using Mainstay.Intake;
using Mainstay.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mainstay.Tests.Hosting;

/// <summary>What is our bug is said as ours, in the product's look, and logged once without what anybody wrote.</summary>
public class FailuresTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_page_that_fails_says_so_with_a_number_that_the_log_knows(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        using var written = Listen(site);
        await Break(house, store => store.Model.FindEntityType(typeof(Mainstay.Rhythm.Touch))!.GetTableName()!);

        using var answer = await site.Browser.GetAsync($"/people/{grace.Id}?said=Hopperesque", Stop);
        var page = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal((HttpStatusCode.InternalServerError, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("Something went wrong on our side. Nothing half done was kept.", page, StringComparison.Ordinal);
        Assert.Contains("<nav", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        ItIsLoggedOnce(written, "GET /people/{id:guid}", page);
    }

    [Theory, OnBoth]
    public async Task A_program_is_told_a_problem(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        using var written = Listen(site);
        await Break(house, store => store.Model.FindEntityType(typeof(Mainstay.Rhythm.Touch))!.GetTableName()!);

        using var answer = await site.Browser.GetAsync($"/api/people/{grace.Id}", Stop);
        var told = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal((HttpStatusCode.InternalServerError, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("Something went wrong on our side.", told, StringComparison.Ordinal);
        ItIsLoggedOnce(written, "GET /api/people/{id:guid}", told);
    }

    [Fact]
    public async Task What_a_failure_quotes_is_not_logged()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var file = Path.Combine(house.Settings.Data, "cards.vcf");
        await File.WriteAllTextAsync(file, "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Grace Hopper\r\nEND:VCARD\r\n", Stop);
        var id = (await house.Type("import", file, "--json")).Fine().Json.GetProperty("import").GetGuid();
        await house.Store.Imports.ExecuteUpdateAsync(set => set.SetProperty(i => i.Report, "{\"files\":{\"Grace Hopperesque\":1}}"), Stop);
        await using var site = await TestSite.Open(house);
        using var written = Listen(site);

        using var answer = await site.Browser.GetAsync($"/api/imports/{id}", Stop);

        ItIsLoggedOnce(written, "GET /api/imports/{id:guid}", await answer.Content.ReadAsStringAsync(Stop));
    }

    private static Written Listen(TestSite site)
    {
        var written = new Written();
        site.Services.GetRequiredService<ILoggerFactory>().AddProvider(written);
        return written;
    }

    private static async Task Break(TestHouse house, Func<Mainstay.Storage.Store, string> table)
    {
        var (store, name) = (house.Again(), table(house.Store));
        var lose = $"ALTER TABLE \"{name}\" RENAME TO \"Lost\"";
        await store.Database.ExecuteSqlRawAsync(lose, Stop);
    }

    private static void ItIsLoggedOnce(Written written, string at, string told)
    {
        var line = Assert.Single(written.Lines, l => l.Contains("Exception", StringComparison.Ordinal));
        Assert.Contains(at, line, StringComparison.Ordinal);
        Assert.Contains(line.Split(' ')[0], told, StringComparison.Ordinal);
        Assert.DoesNotContain(written.Lines, l => l.Contains("Hopper", StringComparison.Ordinal));
    }
}
