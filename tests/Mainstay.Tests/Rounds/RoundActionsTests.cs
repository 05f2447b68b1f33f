using Mainstay.Circles;
using Mainstay.Rounds;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Rounds;

/// <summary>A mentoring round: signed up for, drafted, published, answered, and let fall through.</summary>
public class RoundActionsTests
{
    private static readonly DateOnly May1 = new(2026, 5, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task What_a_mentor_passes_goes_to_the_next_and_nobody_learns_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, round) = await Table.Of(house);
        var (grace, alan, katherine) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"), await ring.Join("Katherine Johnson", "katherine@example.org"));
        await ring.Looks(house, round, grace, "pricing");
        await ring.Takes(house, round, alan, "pricing", 1);
        await ring.Takes(house, round, katherine, "law", 1);

        await ring.Publish(house, round);
        var first = await ring.Store.RoundPairs.SingleAsync(Stop);
        Assert.Equal((alan.Id, PairState.Offered, house.Clock.GetUtcNow().UtcDateTime.AddDays(3)), (first.MentorId, first.State, first.DeadlineAt));
        Assert.Empty(await ring.Store.MyPairs(round, grace.Id, Stop));
        await ring.Store.AnswerOffer(alan.Id, first.Id, false, May1, house.Clock, Stop);

        var next = Assert.Single(await ring.Store.MyPairs(round, katherine.Id, Stop));
        Assert.Empty(await ring.Store.MyPairs(round, alan.Id, Stop));
        Assert.Empty(await ring.Store.MyPairs(round, grace.Id, Stop));
        await Assert.ThrowsAsync<NotFound>(() => ring.Store.AnswerOffer(grace.Id, next.Pair.Id, true, May1, house.Clock, Stop));
        await ring.Store.AnswerOffer(katherine.Id, next.Pair.Id, true, May1, house.Clock, Stop);
        Assert.Equal("Katherine Johnson", Assert.Single(await ring.Store.MyPairs(round, grace.Id, Stop)).Other(grace.Id).Name);
        Assert.Equal(AuditDeed.RoundPublished, (await ring.Store.AuditEntries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).FirstAsync(Stop)).Deed);
    }

    [Theory, OnBoth]
    public async Task Silence_falls_through_at_the_deadline_once_however_many_look(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, round) = await Table.Of(house);
        var (grace, alan, katherine) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"), await ring.Join("Katherine Johnson", "katherine@example.org"));
        await ring.Looks(house, round, grace, "pricing");
        await ring.Takes(house, round, alan, "pricing", 1);
        await ring.Takes(house, round, katherine, "law", 1);
        await ring.Publish(house, round);
        var offered = await ring.Store.RoundPairs.SingleAsync(Stop);

        house.Clock.Pass(TimeSpan.FromDays(3) - TimeSpan.FromMinutes(1));
        Assert.Equal(0, await ring.Store.SettleRounds(Now(house), Stop));
        house.Clock.Pass(TimeSpan.FromMinutes(2));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => ring.Store.SettleRounds(Now(house), Stop), Stop)));

        Assert.Equal([PairState.Lapsed, PairState.Offered], await ring.Store.RoundPairs.OrderBy(p => p.OfferedAt).Select(p => p.State).ToListAsync(Stop));
        await Assert.ThrowsAsync<Conflict>(() => ring.Store.AnswerOffer(alan.Id, offered.Id, true, May1.AddDays(3), house.Clock, Stop));
        house.Clock.Pass(TimeSpan.FromDays(3));
        await ring.Store.SettleRounds(Now(house), Stop);
        Assert.Equal([PairState.Lapsed, PairState.Lapsed], await ring.Store.RoundPairs.Select(p => p.State).ToListAsync(Stop)); // nobody is asked twice
        Assert.Null(await ring.Store.AskedForMe(round, grace.Id, Stop));
    }

    [Theory, OnBoth]
    public async Task The_last_place_is_had_by_one(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, round) = await Table.Of(house);
        var (grace, alan, katherine) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"), await ring.Join("Katherine Johnson", "katherine@example.org"));
        await ring.Looks(house, round, grace, "pricing");
        await ring.Looks(house, round, katherine, "pricing");
        await ring.Takes(house, round, alan, "pricing", 2);
        await ring.Publish(house, round);
        await ring.Takes(house, round, alan, "pricing", 1);
        var offers = await ring.Store.RoundPairs.Select(p => p.Id).ToListAsync(Stop);

        var answers = await Task.WhenAll(offers.Select(id => Task.Run(async () =>
        {
            try
            {
                await ring.Store.AnswerOffer(alan.Id, id, true, May1, house.Clock, Stop);
                return true;
            }
            catch (Conflict)
            {
                return false;
            }
        }, Stop)));

        Assert.Equal([false, true], answers.Order());
        Assert.Equal(1, await ring.Store.RoundPairs.CountAsync(p => p.State == PairState.Accepted, Stop));
        Assert.Equal(0, await ring.Store.RoundPairs.CountAsync(p => p.State == PairState.Offered, Stop));
    }

    [Theory, OnBoth]
    public async Task What_keeps_two_apart_holds_whoever_said_it_and_hosts_read_only_that_it_is_not_possible(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, round) = await Table.Of(house);
        var (grace, alan, katherine) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"), await ring.Join("Katherine Johnson", "katherine@example.org"));
        await ring.Store.SignUp(grace.Id, round, new() { Side = RoundSide.Mentee, Wants = "pricing", Avoid = [alan.Id] }, May1, house.Clock, Stop);
        await ring.Takes(house, round, alan, "pricing", 1);
        await ring.Takes(house, round, katherine, "pricing", 1);
        await ring.Store.Block(katherine.Id, grace.Id, Stop);

        await ring.Store.DraftRound(ring.Ada.Id, round, new(), Stop);
        var draft = KeptDraft.Read((await ring.Store.RoundHere(round, Stop)).Draft)!;
        var wrong = await Assert.ThrowsAsync<Mistaken>(() => ring.Store.PinPair(ring.Ada.Id, round, grace.Id, alan.Id, false, Stop));

        Assert.Empty(draft.Pairs);
        Assert.Equal("Matching.NobodyLeft", Assert.Single(draft.Alone).Why.Key);
        Assert.Equal("Grace Hopper and Alan Turing is not possible.", wrong.Problems.Of("pins")!.InWords());
        await Assert.ThrowsAsync<Conflict>(() => ring.Store.PublishRound(ring.Ada.Id, new(round, null), May1, house.Clock, Stop)); // everybody excludes everybody: nothing to publish
    }

    [Theory, OnBoth]
    public async Task Nobody_and_one_make_a_draft_that_says_so(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, round) = await Table.Of(house);
        var grace = await ring.Join("Grace Hopper", "grace@example.org");

        await ring.Store.DraftRound(ring.Ada.Id, round, new(), Stop);
        Assert.True(KeptDraft.Read((await ring.Store.RoundHere(round, Stop)).Draft) is { IsEmpty: true, Alone.Count: 0 });
        await ring.Looks(house, round, grace, "pricing");
        await ring.Store.DraftRound(ring.Ada.Id, round, new(), Stop);
        Assert.Equal("Matching.NoMentors", Assert.Single(KeptDraft.Read((await ring.Store.RoundHere(round, Stop)).Draft)!.Alone).Why.Key);
    }

    [Theory, OnBoth]
    public async Task A_draft_of_other_sign_ups_is_not_published(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, round) = await Table.Of(house);
        var (grace, alan) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"));
        await ring.Looks(house, round, grace, "pricing");
        await ring.Takes(house, round, alan, "pricing", 1);
        await ring.Store.DraftRound(ring.Ada.Id, round, new(), Stop);
        await ring.Store.Withdraw(alan.Id, round, house.Clock, Stop);

        Assert.Equal("Rounds.Stale", (await Assert.ThrowsAsync<Conflict>(() => ring.Store.PublishRound(ring.Ada.Id, new(round, null), May1, house.Clock, Stop))).Reason.Key);
        await Assert.ThrowsAsync<NotFound>(() => ring.Store.Withdraw(alan.Id, round, house.Clock, Stop));
        await Assert.ThrowsAnyAsync<Refusal>(() => ring.Store.DraftRound(grace.Id, round, new(), Stop)); // hosts draft
        house.Clock.Pass(TimeSpan.FromDays(15));
        await Assert.ThrowsAsync<Conflict>(() => ring.Store.SignUp(alan.Id, round, new() { Side = RoundSide.Mentor }, May1.AddDays(15), house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task Not_a_fit_ends_without_blame_and_the_next_is_asked(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, round) = await Table.Of(house);
        var (grace, alan, katherine) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"), await ring.Join("Katherine Johnson", "katherine@example.org"));
        await ring.Looks(house, round, grace, "pricing");
        await ring.Takes(house, round, alan, "pricing", 1);
        await ring.Takes(house, round, katherine, "law", 1);
        await ring.Publish(house, round);
        var pair = await ring.Store.RoundPairs.SingleAsync(Stop);
        await ring.Store.AnswerOffer(alan.Id, pair.Id, true, May1, house.Clock, Stop);

        await ring.Store.SayFit(grace.Id, pair.Id, PairFit.Good, May1, house.Clock, Stop);
        Assert.Null(Assert.Single(await ring.Store.PairsOf(round, Stop)).Pair.SilentOn(May1.AddDays(20)));
        Assert.Equal(21, Assert.Single(await ring.Store.PairsOf(round, Stop)).Pair.SilentOn(May1.AddDays(21)));
        await ring.Store.SayMet(alan.Id, pair.Id, May1.AddDays(21), Stop);
        Assert.Null(Assert.Single(await ring.Store.PairsOf(round, Stop)).Pair.SilentOn(May1.AddDays(41)));
        house.Clock.Pass(TimeSpan.FromDays(22));
        await ring.Store.SayFit(grace.Id, pair.Id, PairFit.NotAFit, May1.AddDays(22), house.Clock, Stop);

        Assert.Equal(PairState.Offered, Assert.Single(await ring.Store.MyPairs(round, katherine.Id, Stop)).Pair.State);
        Assert.Empty(await ring.Store.MyPairs(round, alan.Id, Stop));
        await Assert.ThrowsAsync<Conflict>(() => ring.Store.SayMet(alan.Id, pair.Id, May1.AddDays(22), Stop));
    }

    [Theory, OnBoth]
    public async Task Who_leaves_or_is_kept_apart_is_in_no_offer_any_more(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, round) = await Table.Of(house);
        var (grace, alan, katherine) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"), await ring.Join("Katherine Johnson", "katherine@example.org"));
        await ring.Looks(house, round, grace, "pricing");
        await ring.Takes(house, round, alan, "pricing", 1);
        await ring.Takes(house, round, katherine, "law", 1);
        await ring.Publish(house, round);

        await ring.Store.LeaveCircle(alan.Id, house.Clock, Stop);
        Assert.Equal(1, await ring.Store.SettleRounds(Now(house), Stop));
        var next = Assert.Single(await ring.Store.MyPairs(round, katherine.Id, Stop));
        await ring.Store.AnswerOffer(katherine.Id, next.Pair.Id, true, May1, house.Clock, Stop);
        await ring.Store.Block(grace.Id, katherine.Id, Stop);
        await ring.Store.SettleRounds(Now(house), Stop);

        Assert.Empty(await ring.Store.MyPairs(round, grace.Id, Stop));
        Assert.Equal(0, await ring.Store.SettleRounds(Now(house), Stop));
    }

    private static DateTime Now(TestHouse house) => house.Clock.GetUtcNow().UtcDateTime;
}
