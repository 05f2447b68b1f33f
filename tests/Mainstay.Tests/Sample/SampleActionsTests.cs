using Mainstay.People;
using Mainstay.Sample;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Sample;

public class SampleActionsTests
{
    [Theory, OnBoth]
    public async Task Fills_a_network_of_sixty_people_that_has_something_to_say_today(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.FillWithSample(house.Today, house.Clock, TestContext.Current.CancellationToken);

        Assert.Equal(60, await house.Again().People.CountAsync(TestContext.Current.CancellationToken));
        var kinds = (await house.Type("today", "--json")).Fine().Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("kind").GetString()).ToList();
        Assert.Contains("due", kinds);
        Assert.Contains("birthday", kinds);
        Assert.Contains("task", kinds);
    }

    [Theory, OnBoth]
    public async Task Is_not_shown_to_Bob(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.FillWithSample(house.Today, house.Clock, TestContext.Current.CancellationToken);

        Assert.False(await (await house.Bob()).People.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Is_the_same_on_the_same_day()
    {
        var day = new DateOnly(2026, 5, 1);

        Assert.Equal(Told(SampleNetwork.On(day)), Told(SampleNetwork.On(day)));
        Assert.NotEqual(Told(SampleNetwork.On(day)), Told(SampleNetwork.On(day.AddDays(1))));
    }

    [Fact]
    public void Everybody_has_an_address_of_their_own_that_reaches_nobody()
    {
        var addresses = SampleNetwork.On(new DateOnly(2026, 5, 1)).SelectMany(p => p.Details.Emails).Select(e => e.Value).ToList();

        Assert.Equal(60, addresses.Distinct().Count());
        Assert.All(addresses, a => Assert.EndsWith("@example.org", a, StringComparison.Ordinal));
    }

    private static string Told(IReadOnlyList<SamplePerson> people) => System.Text.Json.JsonSerializer.Serialize(people);
}
