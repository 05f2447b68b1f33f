using Mainstay.Rhythm;
using Mainstay.Tests.Rhythm;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Web;

public class TodayActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_finished_card_leaves_and_is_not_replaced_that_day(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var people = await Due(house, 9);
        var morning = await Deal(house);
        Assert.Equal(7, morning.Length);

        await house.Touch(house.Today, TouchKind.Call, people[morning[0]]);

        Assert.Equal(morning[1..], await Deal(house));
        house.Clock.MoveTo(new(2026, 5, 2));
        Assert.Equal(7, (await Deal(house)).Length);
        Assert.DoesNotContain(morning[0], await Deal(house));
    }

    [Theory, OnBoth]
    public async Task Less_than_seven_leave_room_for_what_comes_later_in_the_day(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Due(house, 2);
        Assert.Equal(2, (await Deal(house)).Length);

        await house.Store.Promise(new() { Text = "Send the slides", DueOn = house.Today }, house.Clock, Stop);

        Assert.Equal(3, (await Deal(house)).Length);
    }

    [Theory, OnBoth]
    public async Task Two_who_ask_at_once_are_dealt_the_same_seven(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Due(house, 12);
        var sources = house.Services.GetRequiredService<TodaySources>();
        var stores = Enumerable.Range(0, 6).Select(_ => house.Again()).ToList();

        var dealt = await Task.WhenAll(stores.Select(store => Task.Run(() => store.DealToday(sources, house.Today, Stop), Stop)));

        Assert.Equal(7, await house.Again().DealtCards.CountAsync(Stop));
        Assert.All(dealt, cards => Assert.Equal(dealt[0].Select(c => c.Subject), cards.Select(c => c.Subject)));
    }

    [Theory, OnBoth]
    public async Task Another_day_is_told_without_dealing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Due(house, 3);

        Assert.Equal(3, (await house.Store.CardsOn(house.Services.GetRequiredService<TodaySources>(), new(2026, 6, 1), Stop)).Count);
        Assert.Empty(await house.Store.DealtCards.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task A_card_put_aside_is_gone_for_the_day_and_can_be_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var people = await Due(house, 2);
        var morning = await Deal(house);

        await house.Store.PutAside("due", people[morning[0]], house.Today, Stop);
        Assert.Equal(morning[1..], await Deal(house));
        await house.Store.TakeBack("due", people[morning[0]], house.Today, Stop);
        Assert.Equal(morning, await Deal(house));
        await house.Store.PutAside("due", people[morning[0]], house.Today, Stop);
        house.Clock.MoveTo(new(2026, 5, 2));
        Assert.Equal(2, (await Deal(house)).Length);
        await Assert.ThrowsAsync<NotFound>(() => house.Store.PutAside("due", Guid.CreateVersion7(), house.Today, Stop));
    }

    [Theory, OnBoth]
    public async Task Cards_of_long_ago_are_forgotten(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Due(house, 1);
        await Deal(house);

        house.Clock.MoveTo(new(2026, 6, 1));
        await Deal(house);

        Assert.Equal([new DateOnly(2026, 6, 1)], await house.Again().DealtCards.Select(c => c.On).ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Keeps_to_the_week_and_deals_one_even_when_it_is_spent(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var people = await Due(house, 4); // each takes an hour
        var alan = await house.Know("Alan");
        await house.Store.SetWeeklyMinutes(180, Stop);
        await house.Store.Record(new() { People = [alan], On = new(2026, 4, 27), Kind = TouchKind.Call, Minutes = 60 }, house.Today, house.Clock, Stop); // Monday
        await house.Store.Record(new() { People = [alan], On = new(2026, 4, 26), Kind = TouchKind.Call, Minutes = 600 }, house.Today, house.Clock, Stop); // Sunday before

        var morning = await Deal(house);
        Assert.Equal(2, morning.Length);
        await house.Touch(house.Today, TouchKind.Reaction, people[morning[0]]);
        Assert.Equal(morning[1..], await Deal(house));

        await house.Store.SetWeeklyMinutes(1, Stop);
        house.Clock.MoveTo(new(2026, 5, 2));
        Assert.Single(await Deal(house));
    }

    [Theory, OnBoth]
    public async Task Is_not_shown_to_Bob(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var people = await Due(house, 2);
        var morning = await Deal(house);
        var bob = await house.Bob();
        var sources = house.Services.GetRequiredService<TodaySources>();

        Assert.Equal(["setup"], (await bob.DealToday(sources, house.Today, Stop)).Select(c => c.Kind));
        Assert.Equal(["setup"], (await bob.CardsOn(sources, new(2026, 7, 1), Stop)).Select(c => c.Kind));
        await Assert.ThrowsAsync<NotFound>(() => bob.PutAside("due", people[morning[0]], house.Today, Stop));
        Assert.Equal(morning, await Deal(house));
    }

    private static async Task<string[]> Deal(TestHouse house) =>
        [.. (await house.Again().DealToday(house.Services.GetRequiredService<TodaySources>(), house.Today, Stop)).Select(c => c.PersonName ?? c.Kind)];

    /// <summary>So many people of the core whom Ada last met in January.</summary>
    private static async Task<Dictionary<string, Guid>> Due(TestHouse house, int count)
    {
        var people = new Dictionary<string, Guid>();
        for (var i = 0; i < count; i++)
        {
            var id = people[$"Person {i}"] = await house.Know($"Person {i}");
            await house.Store.SetLayer(id, Layer.Core, Stop);
            await house.Touch(new DateOnly(2026, 1, 1).AddDays(i), TouchKind.Meeting, id);
        }
        return people;
    }
}
