using Mainstay.Circles;
using Mainstay.Jobs;
using Mainstay.Matching;
using Mainstay.Rounds;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Rounds;

/// <summary>What a draft does not let pass, what the two do not read, and what goes with whoever leaves.</summary>
public class RoundBoundsTests
{
    private static readonly DateOnly May1 = new(2026, 5, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Hosts_put_nobody_with_more_than_they_can_be_with(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, round) = await Table.Of(house);
        var (grace, alan, katherine) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"), await ring.Join("Katherine Johnson", "katherine@example.org"));
        await ring.Looks(house, round, grace, "pricing");
        await ring.Looks(house, round, katherine, "pricing");
        await ring.Takes(house, round, alan, "pricing", 1);
        await ring.Takes(house, round, ring.Ada, "pricing", 1);

        await ring.Store.PinPair(ring.Ada.Id, round, grace.Id, alan.Id, false, Stop);
        await ring.Store.PinPair(ring.Ada.Id, round, grace.Id, alan.Id, false, Stop); // said again, it is said once
        var twice = await Assert.ThrowsAsync<Mistaken>(() => ring.Store.PinPair(ring.Ada.Id, round, grace.Id, ring.Ada.Id, false, Stop));
        var full = await Assert.ThrowsAsync<Mistaken>(() => ring.Store.PinPair(ring.Ada.Id, round, katherine.Id, alan.Id, false, Stop));

        Assert.Equal("Grace Hopper is put together with somebody already.", twice.Problems.Of("pins")!.InWords());
        Assert.Equal("As many are put together with Alan Turing as there are places: 1.", full.Problems.Of("pins")!.InWords());
        Assert.Single(await ring.Store.PinsOf(round, Stop));

        await ring.Store.Pause(alan.Id, round, true, house.Clock, Stop);
        await ring.Store.DraftRound(ring.Ada.Id, round, new(), Stop);
        Assert.Equal(ring.Ada.Id, Assert.Single(KeptDraft.Read((await ring.Store.RoundHere(round, Stop)).Draft)!.Pairs).Mentor); // who pauses is with nobody, whoever put them together
    }

    [Theory, OnBoth]
    public async Task A_partner_is_put_with_one_other(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, round) = await Table.Of(house, RoundKind.Partners);
        var all = await ring.Come(house, round, 4);

        await ring.Store.PinPair(ring.Ada.Id, round, all[0].Id, all[2].Id, false, Stop);
        await Assert.ThrowsAsync<Mistaken>(() => ring.Store.PinPair(ring.Ada.Id, round, all[3].Id, all[2].Id, false, Stop));
        await ring.Store.PinPair(ring.Ada.Id, round, all[3].Id, all[2].Id, true, Stop); // apart from as many as wished

        Assert.Equal([false, true], (await ring.Store.PinsOf(round, Stop)).Select(p => p.IsApart).Order());
    }

    [Theory, OnBoth]
    public async Task Only_the_draft_that_was_seen_is_published(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, round) = await Table.Of(house);
        var grace = await ring.Join("Grace Hopper", "grace@example.org");
        await ring.Looks(house, round, grace, "pricing");
        await ring.Takes(house, round, ring.Ada, "pricing", 1);
        var seen = KeptDraft.MarkOf((await ring.Store.DraftRound(ring.Ada.Id, round, new(), Stop)).Draft);
        var now = KeptDraft.MarkOf((await ring.Store.DraftRound(ring.Ada.Id, round, new() { Mode = MatchMode.Stable }, Stop)).Draft);

        var other = await Assert.ThrowsAsync<Conflict>(() => ring.Store.PublishRound(ring.Ada.Id, new(round, seen), May1, house.Clock, Stop));

        Assert.Equal("Rounds.OtherDraft", other.Reason.Key);
        Assert.Equal(RoundState.Published, (await ring.Store.PublishRound(ring.Ada.Id, new(round, now), May1, house.Clock, Stop)).State);
    }

    [Theory, OnBoth]
    public async Task The_two_do_not_read_who_wished_for_whom_nor_what_hosts_did(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, round) = await Table.Of(house);
        var (grace, alan) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"));
        await ring.Store.SignUp(grace.Id, round, new() { Side = RoundSide.Mentee, Wants = "pricing", Prefers = [alan.Id] }, May1, house.Clock, Stop);
        await ring.Takes(house, round, alan, "pricing", 1);
        await ring.Store.PinPair(ring.Ada.Id, round, grace.Id, alan.Id, false, Stop);
        await ring.Publish(house, round);
        await ring.Store.AnswerOffer(alan.Id, await ring.Store.RoundPairs.Select(p => p.Id).SingleAsync(Stop), true, May1, house.Clock, Stop);

        var pair = Assert.Single(await ring.Store.PairsOf(round, Stop));
        string[] told = ["Matching.Pinned", "Matching.WishedByMentee"];

        Assert.Equal(told, pair.ReasonsFor(ring.Ada.Id).Select(r => r.Key).Intersect(told));
        foreach (var one in new[] { grace, alan })
        {
            Assert.NotEmpty(pair.ReasonsFor(one.Id));
            Assert.Empty(pair.ReasonsFor(one.Id).Select(r => r.Key).Intersect(told));
        }
    }

    [Theory, OnBoth]
    public async Task Who_leaves_takes_with_them_what_they_said_and_the_rounds_are_looked_at(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, round) = await Table.Of(house, RoundKind.Partners);
        var all = await ring.Come(house, round, 4);
        await ring.Store.PinPair(ring.Ada.Id, round, all[0].Id, all[1].Id, false, Stop);
        await ring.Store.PinPair(ring.Ada.Id, round, all[2].Id, all[0].Id, true, Stop);
        await ring.Publish(house, round);
        var group = (await ring.Store.MyGroup(round, all[0].Id, Stop))!.Group.Id;
        foreach (var one in all.Take(2)) await ring.Store.SayHowItWent(one.Id, group, WeekWent.Done, null, May1, Stop);
        await ring.Store.Alarms.Where(a => a.Job == RoundsJob.Look).ExecuteDeleteAsync(Stop);

        await ring.Store.LeaveCircle(all[0].Id, house.Clock, Stop);

        Assert.Equal(all.Skip(1).Select(a => a.Id).Order(), (await ring.Store.RoundSignUps.Select(s => s.MemberId).ToListAsync(Stop)).Order());
        Assert.Equal(all.Skip(1).Select(a => a.Id).Order(), (await ring.Store.RoundSeats.Select(s => s.MemberId).ToListAsync(Stop)).Order());
        Assert.Equal(all[1].Id, (await ring.Store.RoundChecks.SingleAsync(Stop)).MemberId);
        Assert.Empty(await ring.Store.PinsOf(round, Stop));
        Assert.Equal((ring.Id, house.Clock.GetUtcNow().UtcDateTime), await ring.Store.Alarms.SingleAsync(a => a.Job == RoundsJob.Look, Stop) is var alarm ? (alarm.SpaceId, alarm.DueAt) : default);
    }
}
