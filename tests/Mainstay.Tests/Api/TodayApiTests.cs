using System.Net;
using System.Text.Json;
using Mainstay.Rhythm;
using Mainstay.Tests.Rhythm;

namespace Mainstay.Tests.Api;

public class TodayApiTests
{
    [Theory, OnBoth]
    public async Task Answers_as_the_command_line_does(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await house.Touch(new(2026, 2, 27), TouchKind.Meeting, grace);
        (await house.Type("cadence", "Grace Hopper", "close")).Fine();
        await using var site = await TestSite.Open(house);

        var today = (await site.Ask("/api/today")).Fine();
        var later = (await site.Ask("/api/today?on=2026-05-02")).Fine();

        Assert.Equal(["due"], today.Each("items", "kind"));
        Assert.True(JsonElement.DeepEquals((await house.Type("today", "--json")).Fine().Json, today.Json), today.Text);
        Assert.True(JsonElement.DeepEquals((await house.Type("today", "--on", "2026-05-02", "--json")).Fine().Json, later.Json), later.Text);
        Assert.Equal("A day is expected, such as 2026-05-01.", (await site.Ask("/api/today?on=tomorrow")).Wrong("on"));
    }

    [Theory, OnBoth]
    public async Task Puts_a_card_aside_and_takes_it_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await house.Touch(new(2026, 2, 27), TouchKind.Meeting, grace);
        (await house.Type("cadence", "Grace Hopper", "close")).Fine();
        await using var site = await TestSite.Open(house);
        Assert.Equal([grace.ToString()], (await site.Ask("/api/today")).Each("items", "subject"));

        (await site.Hand($"/api/today/due/{grace}/aside", null)).Is(HttpStatusCode.NoContent);
        Assert.Empty((await site.Ask("/api/today")).Each("items", "kind"));
        (await site.Hand($"/api/today/due/{grace}/back", null)).Is(HttpStatusCode.NoContent);
        Assert.Equal(["due"], (await site.Ask("/api/today")).Each("items", "kind"));
        (await site.Hand($"/api/today/birthday/{grace}/aside", null)).Is(HttpStatusCode.NotFound);
    }
}
