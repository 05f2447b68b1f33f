using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Pulse;
using Mainstay.Rhythm;
using Mainstay.Search;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Pulse;

public class PulseActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_second_one_of_a_day_changes_the_first_and_is_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var first = await Keep(house, new() { Confidence = 7, Energy = 5, Note = "Long day" });
        var second = await Keep(house, new() { Confidence = 8, Supported = 0 });

        Assert.Null(first.Change);
        Assert.Equal((8, null, 0, "Long day"), Values(Assert.Single(await house.Again().AllPulses(Stop))));
        Assert.Null((await Keep(house, new() { Confidence = 8, Supported = 0 })).Change);
        await house.TakeBack(second.Change!.Value);
        await house.TakeBack(second.Change!.Value);
        Assert.Equal((7, 5, null, "Long day"), Values(Assert.Single(await house.Again().AllPulses(Stop))));
        await Keep(house, new() { Energy = 1, Note = "" });
        Assert.Equal((null, 1, null, null), Values(Assert.Single(await house.Again().AllPulses(Stop))));
        await Assert.ThrowsAsync<Conflict>(() => house.TakeBack(second.Change!.Value));
    }

    [Theory, OnBoth]
    public async Task A_removed_one_comes_back_unless_its_day_has_another(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var kept = await Keep(house, new() { Energy = 5 });

        var gone = await house.Again().RemovePulse(kept.Pulse.Id, house.Clock, Stop);
        Assert.Empty(await house.Again().AllPulses(Stop));
        await Keep(house, new() { Energy = 6 });
        await Assert.ThrowsAsync<Conflict>(() => house.TakeBack(gone));
        await house.Again().RemovePulse((await house.Again().AllPulses(Stop))[0].Id, house.Clock, Stop);
        await house.TakeBack(gone);

        Assert.Equal(5, Assert.Single(await house.Again().AllPulses(Stop)).Energy);
    }

    [Theory, OnBoth]
    public async Task What_is_no_answer_is_refused(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);

        Assert.Equal(["confidence"], await Wrong(house, new()));
        Assert.Equal(["energy", "supported"], await Wrong(house, new() { Energy = 11, Supported = -1 }));
        Assert.Equal(["note"], await Wrong(house, new() { Note = new('x', 5_001) }));
        Assert.Equal(["on"], await Wrong(house, new() { Energy = 1, On = house.Today.AddDays(1) }));
        Assert.Equal(["on"], await Wrong(house, new() { Energy = 1, On = new(1899, 1, 1) }));
    }

    [Theory, OnBoth]
    public async Task Today_asks_only_when_that_was_chosen_and_tells_nothing_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Keep(house, new() { Confidence = 3, On = house.Today.AddDays(-10) });
        Assert.Empty(await Cards(house));
        await Assert.ThrowsAsync<CannotBeDone>(() => house.Again().PausePulse(house.Today.AddDays(1), house.Today, Stop));
        await house.Again().SetPulsePlan(new(PulseEvery.Week, DayOfWeek.Friday), house.Today, Stop);

        var card = Assert.Single(await Cards(house));
        Assert.Equal(("How is it going?", "/pulse"), (card.Sentence.InWords(), card.ActionHref));
        Assert.Equal(["You chose to be asked every week."], card.Reasons.Select(r => r.InWords()));
        await house.Again().PausePulse(house.Today.AddDays(3), house.Today, Stop);
        Assert.Empty(await Cards(house));
        Assert.Equal("pausedUntil", (await Assert.ThrowsAsync<Mistaken>(() => house.Again().PausePulse(house.Today, house.Today, Stop))).Problems.Single().Field);
        await house.Again().PausePulse(null, house.Today, Stop);
        Assert.Single(await Cards(house));
        await Keep(house, new() { Energy = 4 });
        Assert.Empty(await Cards(house));
        house.Clock.Pass(TimeSpan.FromDays(7));
        Assert.Single(await Cards(house));
        await house.Again().SetPulsePlan(new(PulseEvery.Never), house.Today, Stop);
        Assert.Empty(await Cards(house));
    }

    [Theory, OnBoth]
    public async Task Beside_it_stands_what_happened_in_the_same_weeks(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (store, grace) = (house.Store, await house.Know("Grace Hopper"));
        await store.Record(new() { People = [grace], On = new(2026, 4, 20), Kind = TouchKind.Call }, house.Today, house.Clock, Stop);
        await store.Record(new() { People = [grace], On = new(2026, 4, 12), Kind = TouchKind.Call }, house.Today, house.Clock, Stop);
        await store.NoteFavour(new() { PersonId = grace, Way = Way.Received, What = "Read the pitch", On = new(2026, 4, 27) }, house.Today, house.Clock, Stop);
        await store.NoteFavour(new() { PersonId = grace, Way = Way.Given, What = "Lent a book", On = new(2026, 4, 27) }, house.Today, house.Clock, Stop);
        Assert.Empty((await house.Again().PulseView(house.Today, Stop)).Weeks);
        await Keep(house, new() { Energy = 4, On = new(2026, 4, 15) });

        Assert.Equal([new(new(2026, 4, 13), 0, 0), new(new(2026, 4, 20), 1, 0), new(new(2026, 4, 27), 0, 1)], (await house.Again().PulseView(house.Today, Stop)).Weeks);
    }

    [Theory, OnBoth]
    public async Task Of_what_happened_beside_it_nobody_in_the_trash_took_part(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await house.Touch(new(2026, 4, 28), TouchKind.Call, grace, alan);
        await house.Touch(new(2026, 4, 28), TouchKind.Call, alan);
        await house.Touch(new(2026, 4, 29), TouchKind.Call, grace);
        await Keep(house, new() { Energy = 4 });
        Assert.Equal([new(new(2026, 4, 27), 3, 0)], (await house.Again().PulseView(house.Today, Stop)).Weeks);

        await house.Again().TrashPerson(alan, house.Clock, Stop);

        Assert.Equal([new(new(2026, 4, 27), 2, 0)], (await house.Again().PulseView(house.Today, Stop)).Weeks);
    }

    [Theory, OnBoth]
    public async Task How_often_and_a_pause_are_kept_both_or_neither(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Again().SetPulsePlan(new(PulseEvery.Week) { QuietUntil = new(2026, 6, 1) }, house.Today, Stop);

        var wrong = await Assert.ThrowsAsync<Mistaken>(() => house.Again().SetPulsePlan(new(PulseEvery.Month) { QuietUntil = house.Today }, house.Today, Stop));
        await Assert.ThrowsAsync<CannotBeDone>(() => house.Again().SetPulsePlan(new(PulseEvery.Never) { QuietUntil = new(2026, 7, 1) }, house.Today, Stop));

        Assert.Equal("pausedUntil", wrong.Problems.Single().Field);
        var plan = (await house.Again().PulsePlan(Stop))!;
        Assert.Equal((PulseEvery.Week, new DateOnly(2026, 6, 1)), (plan.Every, plan.QuietUntil!.Value));
    }

    [Theory, OnBoth]
    public async Task No_search_finds_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        await Keep(house, new() { Energy = 4, Note = "Unmistakable words" });

        foreach (var source in house.Services.GetServices<ISearchResults>()) Assert.Equal(0, (await source.Find(house.Again(), new("Unmistakable", 0, 5), house.Today, Stop)).Total);
    }

    [Theory, OnBoth]
    public async Task Bob_sees_nothing_and_changes_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var kept = await Keep(house, new() { Energy = 4 });
        var change = (await Keep(house, new() { Energy = 5 })).Change!.Value;
        await house.Again().SetPulsePlan(new(PulseEvery.Week), house.Today, Stop);
        var bob = await house.Bob();

        Assert.Empty((await bob.PulseView(house.Today, Stop)).All);
        Assert.Null(await bob.PulsePlan(Stop));
        Assert.Empty(await new PulseCard().Worth(bob, house.Today, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.PulseOf(kept.Pulse.Id, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.RemovePulse(kept.Pulse.Id, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.TakeBack(change, house.Services.GetServices<IPutBack>(), house.Clock, Stop));
        Assert.Equal(5, Assert.Single(await house.Again().AllPulses(Stop)).Energy);
    }

    private static Task<KeptPulse> Keep(TestHouse house, NewPulse pulse) => house.Again().KeepPulse(pulse, house.Today, house.Clock, Stop);

    private static async Task<IEnumerable<string>> Wrong(TestHouse house, NewPulse pulse) => (await Assert.ThrowsAsync<Mistaken>(() => Keep(house, pulse))).Problems.Select(p => p.Field);

    private static Task<IReadOnlyList<Mainstay.Web.TodayItem>> Cards(TestHouse house) => new PulseCard().Worth(house.Again(), house.Today, Stop);

    private static (int?, int?, int?, string?) Values(DayPulse it) => (it.Confidence, it.Energy, it.Supported, it.Note);
}
