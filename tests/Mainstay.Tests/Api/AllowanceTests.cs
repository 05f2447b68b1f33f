using System.Net;
using Mainstay.Api;

namespace Mainstay.Tests.Api;

public class AllowanceTests
{
    private static readonly Guid Ada = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a02"), Bob = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a03");

    [Fact]
    public void Each_caller_may_ask_so_often_in_a_minute()
    {
        var clock = new StandingClock(new(2026, 5, 1, 12, 0, 20, DateTimeKind.Utc));
        var allowance = new Allowance(2, clock);

        Assert.Null(allowance.Take(Ada));
        Assert.Null(allowance.Take(Ada));
        Assert.Equal(40, allowance.Take(Ada));
        Assert.Null(allowance.Take(Bob));
        clock.Pass(TimeSpan.FromSeconds(39));
        Assert.Equal(1, allowance.Take(Ada));
        clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Null(allowance.Take(Ada));
    }

    [Fact]
    public void Without_a_limit_nobody_waits()
    {
        var allowance = new Allowance(0, new StandingClock(new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc)));

        for (var i = 0; i < 10_000; i++) Assert.Null(allowance.Take(Ada));
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_ask_again()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house, settings => settings with { ApiLimit = 2 });

        (await site.Ask("/api/people")).Fine();
        (await site.Hand("/api/people", new { Name = "Grace Hopper" })).Is(HttpStatusCode.Created);
        var told = (await site.Ask("/api/people")).Is(HttpStatusCode.TooManyRequests);

        Assert.Equal("That is more than 2 requests in a minute. Try again in 60 seconds.", told.Detail);
        Assert.Equal("60", told.Headers["Retry-After"]);
        Assert.Contains("Grace Hopper", await site.Page("/people"), StringComparison.Ordinal);
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        (await site.Ask("/api/people")).Fine();
    }
}
