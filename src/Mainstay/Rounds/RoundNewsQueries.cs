using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rounds;

/// <summary>What a round wants of somebody.</summary>
/// <param name="What">What it is.</param>
/// <param name="Circle">Where.</param>
/// <param name="Round">In which round.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Subject">About which pair or round.</param>
public sealed record RoundNews(RoundNewsKind What, Guid Circle, Guid Round, string Title, Guid Subject)
{
    /// <summary>With whom.</summary>
    public string? Who { get; init; }

    /// <summary>Until when.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>In how many days it ends, or for how many nothing was heard.</summary>
    public int? Days { get; init; }
}

public enum RoundNewsKind { Offer = 0, SignUp = 1, Fit = 2, Silent = 3 }

public static class RoundNewsQueries
{
    private const int Most = 20, FitAfterDays = 7, FitForDays = 35;

    /// <summary>What the rounds in the circles of whoever owns this network want of them.</summary>
    public static async Task<IReadOnlyList<RoundNews>> RoundNews(this Store store, DateOnly today, DateTime now, CancellationToken stop)
    {
        if (await store.NetworkOwner(stop) is not { } me) return [];
        var zone = await store.OwnersZone(stop);
        return [.. await store.Offered(me, now, zone, stop), .. await store.OfPairs(me, today, zone, stop), .. await store.SignUpsEnding(me, today, stop)];
    }

    /// <summary>Offers that wait for me, those that run out first before the others.</summary>
    private static async Task<IEnumerable<RoundNews>> Offered(this Store store, Guid me, DateTime now, TimeZoneInfo zone, CancellationToken stop)
    {
        var all = await store.Lined(me, store.InCirclesOf<RoundPair>(me).Where(p => p.MentorId == me && p.State == PairState.Offered && p.DeadlineAt > now).OrderBy(p => p.DeadlineAt).ThenBy(p => p.Id), stop);
        return all.Select(x => new RoundNews(RoundNewsKind.Offer, x.Pair.SpaceId, x.Pair.RoundId, x.Title, x.Pair.Id) { Who = x.Who, Until = RoundDays.Of(x.Pair.DeadlineAt, zone) });
    }

    /// <summary>In rounds that go on: how the first meeting went, and pairs of whom nothing was heard.</summary>
    private static async Task<IEnumerable<RoundNews>> OfPairs(this Store store, Guid me, DateOnly today, TimeZoneInfo zone, CancellationToken stop)
    {
        var (rounds, silent) = (store.InCirclesOf<Round>(me), today.AddDays(-RoundPair.SilentDays));
        var (from, to) = (today.AddDays(-FitForDays - 1).ToDateTime(default, DateTimeKind.Utc), today.AddDays(2 - FitAfterDays).ToDateTime(default, DateTimeKind.Utc)); // a day more on both sides, wherever they are
        var pairs = store.InCirclesOf<RoundPair>(me).Where(p => p.State == PairState.Accepted && (p.MentorId == me || p.MenteeId == me) && rounds.Any(r => r.SpaceId == p.SpaceId && r.Id == p.RoundId && r.State == RoundState.Published))
            .Where(p => p.LastSignOn <= silent || (p.MenteeId == me ? p.MenteeFit : p.MentorFit) == null && p.AcceptedAt >= from && p.AcceptedAt < to).OrderBy(p => p.AcceptedAt).ThenBy(p => p.Id);
        return from x in await store.Lined(me, pairs, stop)
               let since = today.DayNumber - RoundDays.Of(x.Pair.AcceptedAt!.Value, zone).DayNumber
               let days = x.Pair.SilentOn(today)
               where days is not null || since is >= FitAfterDays and <= FitForDays
               select new RoundNews(days is null ? RoundNewsKind.Fit : RoundNewsKind.Silent, x.Pair.SpaceId, x.Pair.RoundId, x.Title, x.Pair.Id) { Who = x.Who, Days = days };
    }

    /// <summary>The first of these pairs with whom they are, without those who left, and without two who keep apart.</summary>
    private static async Task<List<(RoundPair Pair, string Title, string Who)>> Lined(this Store store, Guid me, IQueryable<RoundPair> pairs, CancellationToken stop)
    {
        var (rounds, members, blocks) = (store.InCirclesOf<Round>(me), store.InCirclesOf<Member>(me).Where(m => m.LeftAt == null), store.InCirclesOf<MemberBlock>(me));
        var all = await pairs.Where(p => members.Any(m => m.SpaceId == p.SpaceId && m.Id == (p.MentorId == me ? p.MenteeId : p.MentorId)))
            .Where(p => !blocks.Any(b => b.SpaceId == p.SpaceId && (b.ById == p.MenteeId && b.OfId == p.MentorId || b.ById == p.MentorId && b.OfId == p.MenteeId))).Take(Most).AsNoTracking()
            .Select(p => new
            {
                p,
                Title = rounds.Where(r => r.SpaceId == p.SpaceId && r.Id == p.RoundId).Select(r => r.Title).First(),
                Who = members.Where(m => m.SpaceId == p.SpaceId && m.Id == (p.MentorId == me ? p.MenteeId : p.MentorId)).Select(m => m.Name).First(),
            }).ToListAsync(stop);
        return [.. all.Select(x => (x.p, x.Title, x.Who))];
    }

    /// <summary>Sign-up for a round that I am not in ends tomorrow or today; for coffee it never does.</summary>
    private static async Task<IEnumerable<RoundNews>> SignUpsEnding(this Store store, Guid me, DateOnly today, CancellationToken stop)
    {
        var (signUps, members, tomorrow) = (store.InCirclesOf<RoundSignUp>(me), store.InCirclesOf<Member>(me), today.AddDays(1));
        var all = await store.InCirclesOf<Round>(me).Where(r => r.Kind != RoundKind.Coffee && r.State < RoundState.Published && r.SignUpUntil >= today && r.SignUpUntil <= tomorrow && !signUps.Any(s => s.SpaceId == r.SpaceId && s.RoundId == r.Id && s.MemberId == me) && members.Any(m => m.SpaceId == r.SpaceId && m.Id == me && m.LeftAt == null))
            .OrderBy(r => r.SignUpUntil).ThenBy(r => r.Id).Take(Most).Select(r => new { r.SpaceId, r.Id, r.Title, r.SignUpUntil }).ToListAsync(stop);
        return all.Select(r => new RoundNews(RoundNewsKind.SignUp, r.SpaceId, r.Id, r.Title, r.Id) { Days = r.SignUpUntil.DayNumber - today.DayNumber });
    }
}
