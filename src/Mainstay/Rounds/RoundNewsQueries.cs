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
    public DateTime? Until { get; init; }

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
        if (await store.NetworkOwners().Select(a => (Guid?)a).FirstOrDefaultAsync(stop) is not { } me) return [];
        return [.. await store.OfPairs(me, today, now, stop), .. await store.SignUpsEnding(me, today, stop)];
    }

    /// <summary>Offers that wait, how the first meeting went, and pairs of whom nothing was heard.</summary>
    private static async Task<IEnumerable<RoundNews>> OfPairs(this Store store, Guid me, DateOnly today, DateTime now, CancellationToken stop)
    {
        var (rounds, members) = (store.InCirclesOf<Round>(me), store.InCirclesOf<Member>(me).Where(m => m.LeftAt == null));
        var all = await store.InCirclesOf<RoundPair>(me).Where(p => p.MentorId == me && p.State == PairState.Offered && p.DeadlineAt > now || p.State == PairState.Accepted && (p.MentorId == me || p.MenteeId == me))
            .OrderBy(p => p.OfferedAt).Take(Most).AsNoTracking()
            .Select(p => new
            {
                p,
                Title = rounds.Where(r => r.SpaceId == p.SpaceId && r.Id == p.RoundId).Select(r => r.Title).First(),
                Who = members.Where(m => m.SpaceId == p.SpaceId && m.Id == (p.MentorId == me ? p.MenteeId : p.MentorId)).Select(m => m.Name).FirstOrDefault(),
            }).ToListAsync(stop);
        return from x in all
               where x.Who is not null
               let fit = x.p.MenteeId == me ? x.p.MenteeFit : x.p.MentorFit
               let since = x.p.AcceptedAt is { } accepted ? today.DayNumber - DateOnly.FromDateTime(accepted).DayNumber : 0
               let what = x.p.State == PairState.Offered ? RoundNewsKind.Offer : x.p.SilentOn(today) is not null ? RoundNewsKind.Silent : fit is null && since is >= FitAfterDays and <= FitForDays ? RoundNewsKind.Fit : (RoundNewsKind?)null
               where what is not null
               select new RoundNews(what.Value, x.p.SpaceId, x.p.RoundId, x.Title, x.p.Id) { Who = x.Who, Until = x.p.State == PairState.Offered ? x.p.DeadlineAt : null, Days = x.p.SilentOn(today) };
    }

    /// <summary>Sign-up for a round that I am not in ends tomorrow or today.</summary>
    private static async Task<IEnumerable<RoundNews>> SignUpsEnding(this Store store, Guid me, DateOnly today, CancellationToken stop)
    {
        var (signUps, members, tomorrow) = (store.InCirclesOf<RoundSignUp>(me), store.InCirclesOf<Member>(me), today.AddDays(1));
        var all = await store.InCirclesOf<Round>(me).Where(r => r.State < RoundState.Published && r.SignUpUntil >= today && r.SignUpUntil <= tomorrow && !signUps.Any(s => s.SpaceId == r.SpaceId && s.RoundId == r.Id && s.MemberId == me) && members.Any(m => m.SpaceId == r.SpaceId && m.Id == me && m.LeftAt == null))
            .OrderBy(r => r.SignUpUntil).ThenBy(r => r.Id).Take(Most).Select(r => new { r.SpaceId, r.Id, r.Title, r.SignUpUntil }).ToListAsync(stop);
        return all.Select(r => new RoundNews(RoundNewsKind.SignUp, r.SpaceId, r.Id, r.Title, r.Id) { Days = r.SignUpUntil.DayNumber - today.DayNumber });
    }
}
