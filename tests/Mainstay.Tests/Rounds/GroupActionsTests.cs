using Mainstay.Circles;
using Mainstay.Jobs;
using Mainstay.Rounds;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mainstay.Tests.Rounds;

/// <summary>Rounds without sides: peer groups, accountability partners, and coffee that comes again.</summary>
public class GroupActionsTests
{
    private static readonly DateOnly May1 = new(2026, 5, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Nobody_meets_anybody_twice_before_they_must_however_many_look(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, round) = await Table.Of(house, RoundKind.Coffee);
        var all = await ring.Come(house, round, 4);
        await ring.Publish(house, round);
        var met = new HashSet<string>();

        for (var turn = 1; turn <= 3; turn++)
        {
            foreach (var two in await ring.Store.GroupsOf(round, null, Stop)) Assert.True(met.Add(string.Join('-', two.Members.Select(m => m.Id).Order())), $"{turn}");
            house.Clock.Pass(TimeSpan.FromDays(14));
            await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => ring.Store.ChangeCoffee(house.Today, Stop), Stop)));
        }

        Assert.Equal(6, met.Count);
        Assert.Equal(4 * 2, await ring.Store.RoundGroups.CountAsync(Stop)); // each day once
        Assert.Equal(new DateOnly(2026, 6, 26), (await ring.Store.RoundHere(round, Stop)).NextOn);
        await ring.Store.Pause(all[0].Id, round, true, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(14));
        await ring.Store.ChangeCoffee(house.Today, Stop);
        Assert.Equal(3, Assert.Single(await ring.Store.GroupsOf(round, null, Stop)).Members.Count); // who pauses is left out
        Assert.Null(await ring.Store.MyGroup(round, all[0].Id, Stop));
    }

    [Theory, OnBoth]
    public async Task Who_had_a_coffee_in_an_earlier_round_has_another_with_somebody_else(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, first) = await Table.Of(house, RoundKind.Coffee);
        var all = await ring.Come(house, first, 4);
        await ring.Publish(house, first);
        house.Clock.Pass(TimeSpan.FromDays(30));
        var second = (await ring.Store.AnnounceRound(ring.Ada.Id, new() { Kind = RoundKind.Coffee, Title = "Autumn" }, house.Today, house.Clock, Stop)).Id;
        foreach (var one in all) await ring.Store.SignUp(one.Id, second, new(), house.Today, house.Clock, Stop);
        await ring.Publish(house, second);

        async Task<IEnumerable<string>> Twos(Guid round) => (await ring.Store.GroupsOf(round, null, Stop)).Select(g => string.Join('-', g.Members.Select(m => m.Id).Order()));
        Assert.Empty((await Twos(first)).Intersect(await Twos(second)));
    }

    [Theory, OnBoth]
    public async Task Groups_have_four_to_eight_and_keep_who_is_put_together_or_apart(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, round) = await Table.Of(house, RoundKind.Groups);
        var all = await ring.Come(house, round, 3);
        await ring.Store.DraftRound(ring.Ada.Id, round, new(), Stop);
        Assert.Equal(["Rounds.TooFewForGroup"], KeptDraft.Read((await ring.Store.RoundHere(round, Stop)).Draft)!.Alone.Select(a => a.Why.Key).Distinct());
        all = [.. all, .. await ring.Come(house, round, 6, 3)];
        foreach (var one in new[] { all[1], all[2], all[4] }) await ring.Store.Block(all[0].Id, one.Id, Stop); // of other topics than the first: they would be together
        await ring.Store.PinPair(ring.Ada.Id, round, all[3].Id, all[6].Id, false, Stop); // of one topic: they would not
        await Assert.ThrowsAsync<Mistaken>(() => ring.Store.PinPair(ring.Ada.Id, round, all[1].Id, all[0].Id, false, Stop));

        await ring.Publish(house, round);
        var groups = await ring.Store.GroupsOf(round, null, Stop);

        Assert.Equal([4, 5], groups.Select(g => g.Members.Count).Order());
        Assert.DoesNotContain(groups, g => g.Has(all[0].Id) && (g.Has(all[1].Id) || g.Has(all[2].Id) || g.Has(all[4].Id)));
        Assert.Single(groups, g => g.Has(all[3].Id) && g.Has(all[6].Id));
    }

    [Theory, OnBoth]
    public async Task Partners_tell_each_other_and_nobody_else(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, round) = await Table.Of(house, RoundKind.Partners);
        var all = await ring.Come(house, round, 4);
        foreach (var other in all.Skip(1)) // whoever it is
        {
            await ring.Store.SignUp(all[0].Id, round, new() { Prefers = [other.Id] }, May1, house.Clock, Stop);
            await ring.Store.DraftRound(ring.Ada.Id, round, new(), Stop);
            Assert.Contains(KeptDraft.Read((await ring.Store.RoundHere(round, Stop)).Draft)!.Groups, g => g.Members.Contains(all[0].Id) && g.Members.Contains(other.Id));
        }
        await ring.Publish(house, round);
        var mine = (await ring.Store.MyGroup(round, all[0].Id, Stop))!;

        await ring.Store.SayHowItWent(all[0].Id, mine.Group.Id, WeekWent.Partly, "Two of three calls.", May1, Stop);
        await ring.Store.SayHowItWent(all[0].Id, mine.Group.Id, WeekWent.Done, null, May1, Stop);

        Assert.True(mine.Has(all[3].Id));
        Assert.Equal((WeekWent.Done, new DateOnly(2026, 4, 27)), Assert.Single((await ring.Store.MyGroup(round, all[3].Id, Stop))!.Checks) is var check ? (check.Went, check.Week) : default);
        Assert.All(await ring.Store.GroupsOf(round, null, Stop), g => Assert.Empty(g.Checks)); // hosts read nothing of it
        Assert.Empty((await ring.Store.MyGroup(round, all[1].Id, Stop))!.Checks);
        await Assert.ThrowsAsync<NotFound>(() => ring.Store.SayHowItWent(all[1].Id, mine.Group.Id, WeekWent.Done, null, May1, Stop));
        await Assert.ThrowsAsync<NotFound>(() => ring.Store.SayHowItWent(ring.Ada.Id, mine.Group.Id, WeekWent.Done, null, May1, Stop));
    }

    [Theory, OnBoth]
    public async Task While_nobody_looks_a_job_lets_offers_fall_through_and_changes_coffee(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, coffee) = await Table.Of(house, RoundKind.Coffee);
        var all = await ring.Come(house, coffee, 4);
        await ring.Publish(house, coffee);
        var round = (await ring.Store.AnnounceRound(ring.Ada.Id, new() { Title = "Mentoring", OfferDays = 2 }, May1, house.Clock, Stop)).Id;
        await ring.Looks(house, round, all[0], "pricing");
        await ring.Takes(house, round, all[1], "pricing", 1);
        await ring.Takes(house, round, all[2], "law", 1);
        await ring.Publish(house, round);
        using var clockwork = new Clockwork(house.Services.GetServices<IJob>(), house.Services, NullLogger<Clockwork>.Instance);

        for (var hour = 0; hour < 15 * 24; hour += 3)
        {
            await clockwork.Round(Stop);
            house.Clock.Pass(TimeSpan.FromHours(3));
        }

        Assert.Equal([PairState.Lapsed, PairState.Lapsed], await ring.Store.RoundPairs.Select(p => p.State).ToListAsync(Stop));
        Assert.Equal(2, await ring.Store.RoundGroups.MaxAsync(g => g.Turn, Stop));
    }
}
