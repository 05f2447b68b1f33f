using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Exchange;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Exchange;

/// <summary>Asks, favours, wishes and opportunities that are removed come back as they were.</summary>
public class ExchangeRemovalTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Everything_that_is_removed_comes_back_as_it_was(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var need = await house.Need(SupportKind.Knowledge, "Pricing");
        var ask = await house.Ask(grace, "Look at my prices", a => a with { NeedId = need, HowLong = "20", InReturn = "A test", Then = [alan] });
        await house.Store.Word(ask.Id, "In my own words: [link]", Stop);
        await house.Store.SayAnswer(ask.Id, new(AskReplyKind.Yes, "Gladly"), house.Today, house.Clock, Stop);
        await house.Store.SayOutcome(ask.Id, Outcome.Helped, house.Today, house.Clock, Stop);
        var favour = (await house.Again().AllFavours(Stop)).Single().Favour.Id;
        var wish = (await house.Store.AddWish(new(alan, "Visas", new(2026, 4, 1)), house.Today, house.Clock, Stop)).Id;
        await house.Store.CloseWish(wish, house.Today, Stop);
        var door = (await house.Store.AddOpportunity(new(grace, "A talk"), house.Today, house.Clock, Stop)).Id;
        await house.Store.SayBecame(door, OpportunityState.CameThrough, "Two clinics called", house.Today, Stop);
        var before = await Everything(house);

        var changes = new List<Guid>
        {
            await house.Again().RemoveAsk(ask.Id, house.Clock, Stop), await house.Again().RemoveFavour(favour, house.Clock, Stop),
            await house.Again().RemoveWish(wish, house.Clock, Stop), await house.Again().RemoveOpportunity(door, house.Clock, Stop),
        };
        var gone = await Everything(house);
        foreach (var change in changes.AsEnumerable().Reverse()) await house.TakeBack(change);

        Assert.Equal("[[],[],[],[],[]]", gone);
        Assert.Equal(before, await Everything(house));
        foreach (var change in changes) await house.TakeBack(change); // twice is as once
        Assert.Equal(before, await Everything(house));
    }

    [Theory, OnBoth]
    public async Task Who_is_next_stays_as_long_as_anything_is_asked_for_the_same(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, katherine) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Katherine Johnson"));
        var first = await house.Ask(grace, "Look at my prices", a => a with { Then = [alan, katherine] });
        await house.Store.SayAnswer(first.Id, new(AskReplyKind.No), house.Today, house.Clock, Stop);
        var second = await house.Ask(alan, "Look at my prices", a => a with { After = first.Id });

        var one = await house.Again().RemoveAsk(first.Id, house.Clock, Stop);
        Assert.Equal([katherine], (await house.NextAfter(second)).Select(p => p.Person.Id));
        var other = await house.Again().RemoveAsk(second.Id, house.Clock, Stop);
        Assert.Equal(0, await house.Again().AskNexts.CountAsync(Stop));
        await house.TakeBack(one);
        await house.TakeBack(other);

        Assert.Equal([alan, katherine], await house.Again().AskNexts.OrderBy(n => n.Position).Select(n => n.PersonId).ToListAsync(Stop));
        Assert.Equal([katherine], (await house.NextAfter(second)).Select(p => p.Person.Id));
    }

    [Theory, OnBoth]
    public async Task Links_stay_revoked_and_another_is_made(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ask = await house.Ask(await house.Know("Grace Hopper"), "Look at my prices");
        var secret = await house.Store.MakeAskLink(ask.Id, house.Today, house.Clock, Stop);

        await house.TakeBack(await house.Again().RemoveAsk(ask.Id, house.Clock, Stop));

        await Assert.ThrowsAsync<Gone>(() => house.Again().OpenLink(secret, house.Clock, Stop));
        var another = await house.Again().MakeAskLink(ask.Id, house.Today, house.Clock, Stop);
        Assert.Equal(ask.Id, (await house.Again().OpenLink(another, house.Clock, Stop)).Link.SubjectId);
    }

    [Theory, OnBoth]
    public async Task An_ask_that_was_written_again_stays_away_while_that_is_open(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var ask = await house.Ask(grace, "Look at my prices");
        var change = await house.Again().RemoveAsk(ask.Id, house.Clock, Stop);
        var again = await house.Ask(grace, "look at my PRICES");

        var refused = await Assert.ThrowsAsync<AskedAlready>(() => house.TakeBack(change));
        Assert.Equal("You have asked Grace Hopper this already, and the answer is still open.", refused.Reason.InWords());
        await house.Again().WithdrawAsk(again.Id, house.Today, house.Clock, Stop);
        await house.TakeBack(change);

        Assert.Equal(2, (await house.Again().AllAsks(house.Today, Stop)).Count);
    }

    [Theory, OnBoth]
    public async Task Of_an_ask_comes_one_favour_and_none_names_an_ask_that_is_gone(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ask = await house.Ask(await house.Know("Grace Hopper"), "Look at my prices");
        await house.Store.SayAnswer(ask.Id, new(AskReplyKind.Yes), house.Today, house.Clock, Stop);
        await house.Store.SayOutcome(ask.Id, Outcome.Helped, house.Today, house.Clock, Stop);
        var change = await house.Again().RemoveFavour((await house.Again().AllFavours(Stop)).Single().Favour.Id, house.Clock, Stop);
        await house.Again().SayOutcome(ask.Id, Outcome.Partly, house.Today, house.Clock, Stop);

        await Assert.ThrowsAsync<Conflict>(() => house.TakeBack(change));
        await house.Again().RemoveFavour((await house.Again().AllFavours(Stop)).Single().Favour.Id, house.Clock, Stop);
        await house.Again().RemoveAsk(ask.Id, house.Clock, Stop);
        await house.TakeBack(change);

        Assert.Null((await house.Again().AllFavours(Stop)).Single().Favour.AskId);
    }

    [Theory, OnBoth]
    public async Task What_belonged_to_somebody_who_is_gone_for_good_cannot_be_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var ask = await house.Ask(alan, "Look at my prices", a => a with { Then = [grace] });
        var asked = await house.Again().RemoveAsk(ask.Id, house.Clock, Stop);
        var wish = await house.Again().RemoveWish((await house.Store.AddWish(new(grace, "Visas"), house.Today, house.Clock, Stop)).Id, house.Clock, Stop);
        await house.Again().TrashPerson(grace, house.Clock, Stop);
        await house.Again().RemoveForGood(grace, house.Services.GetServices<IPersonLeaves>(), Stop);

        var refused = await Assert.ThrowsAsync<NotFound>(() => house.TakeBack(wish));
        await house.TakeBack(asked);

        Assert.Equal("This can no longer be taken back.", refused.Reason.InWords());
        Assert.Equal((1, 0), (await house.Again().Asks.CountAsync(Stop), await house.Again().AskNexts.CountAsync(Stop)));
    }

    [Theory, OnBoth]
    public async Task Removed_and_taken_back_by_several_at_once_it_is_there_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var ask = await house.Ask(grace, "Look at my prices", a => a with { Then = [alan] });
        var stores = Enumerable.Range(0, 4).Select(_ => house.Again()).ToList();

        var removed = await Task.WhenAll(stores.Select(async store =>
        {
            try
            {
                return await store.RemoveAsk(ask.Id, house.Clock, Stop);
            }
            catch (NotFound)
            {
                return Guid.Empty;
            }
        }));
        var change = Assert.Single(removed, c => c != Guid.Empty);
        var rooms = house.Services.GetServices<IPutBack>().ToList();
        await Task.WhenAll(stores.Select(store => store.TakeBack(change, rooms, house.Clock, Stop)));

        Assert.Equal((1, 1), (await house.Again().Asks.CountAsync(Stop), await house.Again().AskNexts.CountAsync(Stop)));
    }

    [Theory, OnBoth]
    public async Task Bob_removes_nothing_and_takes_nothing_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var door = await house.Store.AddOpportunity(new(grace, "A talk"), house.Today, house.Clock, Stop);
        var change = await house.Again().RemoveAsk((await house.Ask(grace, "Look at my prices")).Id, house.Clock, Stop);
        var bob = await house.Bob();

        await Assert.ThrowsAsync<NotFound>(() => bob.RemoveOpportunity(door.Id, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.TakeBack(change, house.Services.GetServices<IPutBack>(), house.Clock, Stop));
        Assert.Equal((1, 0), (await house.Again().Opportunities.CountAsync(Stop), await house.Again().Asks.CountAsync(Stop)));
    }

    private static async Task<string> Everything(TestHouse house)
    {
        var store = house.Again();
        return JsonSerializer.Serialize(new object[]
        {
            await store.Asks.OrderBy(a => a.Id).ToListAsync(Stop), await store.AskNexts.OrderBy(n => n.Id).ToListAsync(Stop), await store.Favours.OrderBy(f => f.Id).ToListAsync(Stop),
            await store.Wishes.OrderBy(w => w.Id).ToListAsync(Stop), await store.Opportunities.OrderBy(o => o.Id).ToListAsync(Stop),
        });
    }
}
