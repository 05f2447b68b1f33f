using Mainstay.Exchange;
using Mainstay.Giving;
using Mainstay.Insights;
using Mainstay.Learnings;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Pulse;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Mainstay.Tests.Exchange;
using Mainstay.Tests.Rhythm;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Insights;

/// <summary>The year on its page, from the command line and for programs.</summary>
public class YearDoorsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task It_tells_what_the_rooms_know_of_it_and_nothing_of_another(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, _) = await Fill(house);

        var year = await Told(house, 2025);
        var before = await Told(house, 2024);
        var running = await Told(house, 2026);

        Assert.Equal(["touches", "cameIn", "faded", "help", "given", "learned"], year.Parts.Select(p => p.Kind));
        Assert.Equal(["Alan Turing"], year.Parts[1].Names.Select(n => n.Name));
        Assert.Equal(["Grace Hopper"], year.Parts[2].Names.Select(n => n.Name));
        Assert.Equal(["On pricing"], year.Parts[4].Names.Select(n => n.Name));
        Assert.Equal((1, 2024, false), (year.Parts[0].Chart!.Series[0].Months[2], year.First, year.IsRunning));
        Assert.Equal(["touches", "cameIn"], before.Parts.Select(p => p.Kind));
        Assert.True(running.IsRunning);
        Assert.Equal(["needs"], running.Parts.Select(p => p.Kind));
        Assert.True((await Told(house, 2020)).IsEmpty);
        await house.Again().TrashPerson(grace, house.Clock, Stop);
        Assert.DoesNotContain("faded", (await Told(house, 2025)).Parts.Select(p => p.Kind));
    }

    [Theory, OnBoth]
    public async Task Every_door_tells_the_same_and_none_how_the_owner_felt(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Fill(house);
        await house.Again().KeepPulse(new() { Energy = 2, Note = "Unmistakable words", On = new(2025, 3, 4) }, house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var (page, empty, odd) = (await site.Page("/year?year=2025"), await site.Page("/year?year=2019"), await site.Page("/year?year=then"));
        var api = (await site.Ask("/api/year?year=2025")).Fine();
        (await site.Ask("/api/year?year=2027")).Wrong("year");
        var typed = (await house.Type("year", "2025")).Fine().Out;
        var json = (await house.Type("year", "--json")).Fine().Json;

        Assert.Contains("Every touch that you noted counts once", typed, StringComparison.Ordinal);
        Assert.Contains("<li>M<small>1</small></li><li>A<small>0</small></li>", page, StringComparison.Ordinal);
        Assert.All((string[])[page, typed], t => Assert.Contains("1 touch with 1 person.", t, StringComparison.Ordinal));
        Assert.Contains("You were helped once, by one person.", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/year?year=2024\"", page, StringComparison.Ordinal);
        Assert.Contains("Nothing is noted of 2019.", empty, StringComparison.Ordinal);
        Assert.Contains("2026 in the life of your support system", odd, StringComparison.Ordinal);
        Assert.Equal("touches", api.Json.GetProperty("parts")[0].GetProperty("kind").GetString());
        Assert.Equal((2026, "2026-05-01"), (json.GetProperty("year").GetInt32(), json.GetProperty("until").GetString()));
        Assert.All((string[])[page, typed, api.Text], t => Assert.DoesNotContain("Unmistakable", t, StringComparison.Ordinal));
        Assert.Equal(2, (await house.Type("year", "2027")).Code);
    }

    [Theory, OnBoth]
    public async Task Every_door_says_what_was_asked(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ask = await house.Ask(await house.Know("Grace Hopper"), "Look at my prices");
        await house.Again().SendAsk(ask.Id, house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        Assert.Contains($"<a href=\"/asks/{ask.Id}\"><bdi>Look at my prices</bdi></a>", await site.Page("/year"), StringComparison.Ordinal);
        Assert.Contains("Look at my prices", (await house.Type("year")).Fine().Out, StringComparison.Ordinal);
        Assert.Equal("Look at my prices", (await site.Ask("/api/year")).Fine().Json.GetProperty("parts").EnumerateArray().Single(p => p.GetProperty("kind").GetString() == "asks").GetProperty("names")[0].GetString());
    }

    [Theory, OnBoth]
    public async Task Bobs_year_knows_nothing_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Fill(house);

        var year = await house.Services.GetRequiredService<YearQueries>().Year(await house.Bob(), 2025, house.Ada, house.Today, Stop);

        Assert.Empty(year.Parts);
    }

    private static async Task<(Guid Grace, Guid Alan)> Fill(TestHouse house)
    {
        var (store, grace, alan) = (house.Store, await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        foreach (var on in (DateOnly[])[new(2024, 2, 1), new(2024, 3, 1)]) await store.Record(new() { People = [grace], On = on, Kind = TouchKind.Call }, house.Today, house.Clock, Stop);
        await store.Record(new() { People = [alan], On = new(2025, 3, 1), Kind = TouchKind.Call }, house.Today, house.Clock, Stop);
        await store.NoteFavour(new() { PersonId = alan, Way = Way.Received, What = "Read the pitch", On = new(2025, 4, 1) }, house.Today, house.Clock, Stop);
        await store.NoteGift(new() { Kind = GiftKind.Talk, What = "On pricing", Since = new(2025, 5, 1) }, house.Today, house.Clock, Stop);
        await store.NoteLearning(new() { Text = "Ask first", On = new(2025, 6, 1) }, house.Today, house.Clock, Stop);
        await store.AddNeed(new() { Kind = SupportKind.Knowledge, Topic = "Pricing" }, house.Clock, Stop);
        return (grace, alan);
    }

    private static Task<Year> Told(TestHouse house, int year) => house.Services.GetRequiredService<YearQueries>().Year(house.Again(), year, house.Ada, house.Today, Stop);
}
