using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rounds;

/// <summary>Offers are answered or run out, and the next is asked; pairs say how it goes, and part without blame.</summary>
public static class OfferActions
{
    /// <summary>A mentor accepts or passes. Both at the same moment for the last place: one is accepted.</summary>
    public static Task<RoundPair> AnswerOffer(this Store store, Guid me, Guid id, bool accept, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.SeatOf(me, stop, SpaceRole.Guest);
        var (pair, now) = (await store.RoundPairs.SingleOrDefaultAsync(p => p.Id == id && p.MentorId == me, stop) ?? throw new NotFound("Rounds.NoSuchPair"), clock.GetUtcNow().UtcDateTime);
        if (pair.State == PairState.Accepted && accept) return pair;
        await store.Settle(pair.RoundId, now, stop, asks: false); // what ran out a moment ago ran out
        if (pair.State != PairState.Offered) throw new Conflict("Rounds.OfferOver");
        if (accept)
        {
            var (round, places) = (pair.RoundId, (await store.SignUpOf(pair.RoundId, me, stop))?.Places ?? 0);
            if (await store.RoundPairs.CountAsync(p => p.RoundId == round && p.MentorId == me && p.State == PairState.Accepted, stop) >= places) throw new Conflict("Rounds.NoPlaceLeft", places);
            (pair.State, pair.AcceptedAt, pair.LastSignOn) = (PairState.Accepted, now, today);
        }
        else (pair.State, pair.EndedAt) = (PairState.Declined, now);
        await store.SaveChangesAsync(stop);
        await store.Settle(pair.RoundId, now, stop);
        return pair;
    }, stop);

    /// <summary>How it went after the first meeting. Not a fit: the pair ends, nobody is to blame, and both are asked about with the next.</summary>
    public static Task<RoundPair> SayFit(this Store store, Guid me, Guid id, PairFit fit, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (pair, now) = (await store.PairToSign(me, id, stop), clock.GetUtcNow().UtcDateTime);
        Mistaken.ThrowIf(new Problems().When(!Enum.IsDefined(fit), "fit", "Rounds.NoFit"));
        if (pair.MenteeId == me) pair.MenteeFit = fit;
        else pair.MentorFit = fit;
        pair.LastSignOn = today;
        if (fit == PairFit.NotAFit) (pair.State, pair.EndedAt) = (PairState.Ended, now);
        await store.SaveChangesAsync(stop);
        if (fit == PairFit.NotAFit) await store.Settle(pair.RoundId, now, stop);
        return pair;
    }, stop);

    /// <summary>The two met: they are not silent.</summary>
    public static Task<RoundPair> SayMet(this Store store, Guid me, Guid id, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var pair = await store.PairToSign(me, id, stop);
        pair.LastSignOn = today;
        await store.SaveChangesAsync(stop);
        return pair;
    }, stop);

    /// <summary>Whatever ran out or fell apart in the circle's rounds by now: the next is asked. Done twice, it is done once.</summary>
    /// <returns>How many rounds were settled.</returns>
    public static async Task<int> SettleRounds(this Store store, DateTime now, CancellationToken stop)
    {
        var (gone, blocks, alive) = (store.Members.Where(m => m.LeftAt != null), store.MemberBlocks, store.RoundPairs.Where(p => p.State == PairState.Offered || p.State == PairState.Accepted));
        var due = await alive.Where(p => p.State == PairState.Offered && p.DeadlineAt <= now || gone.Any(m => m.Id == p.MenteeId || m.Id == p.MentorId) || blocks.Any(b => b.ById == p.MenteeId && b.OfId == p.MentorId || b.ById == p.MentorId && b.OfId == p.MenteeId)).Select(p => p.RoundId)
            .Union(store.RoundSignUps.Where(s => gone.Any(m => m.Id == s.MemberId)).Select(s => s.RoundId)).ToListAsync(stop);
        foreach (var round in due) await store.AllOrNothing(() => store.Settle(round, now, stop), stop);
        return due.Count;
    }

    /// <summary>Ends what cannot go on, and asks the next for every mentee who has nobody, in the order they signed up.</summary>
    internal static async Task<int> Settle(this Store store, Guid id, DateTime now, CancellationToken stop, bool asks = true)
    {
        if (await store.Rounds.SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round) return 0; // removed a moment ago
        var gone = store.Members.Where(m => m.LeftAt != null);
        await store.RoundSignUps.Where(s => s.RoundId == id && gone.Any(m => m.Id == s.MemberId)).ExecuteDeleteAsync(stop);
        if (round.Kind != RoundKind.Mentoring || round.State < RoundState.Published) return 0;
        var (cast, pairs) = (await store.CastOf(id, stop), await store.RoundPairs.Where(p => p.RoundId == id).ToListAsync(stop));
        foreach (var pair in pairs.Where(p => p.IsAlive))
        {
            if (!cast.MayPair(pair.MenteeId, pair.MentorId)) (pair.State, pair.EndedAt) = (PairState.Ended, now);
            else if (pair.State == PairState.Offered && pair.DeadlineAt <= now) (pair.State, pair.EndedAt) = (PairState.Lapsed, now);
        }
        foreach (var full in pairs.Where(p => p.State == PairState.Offered).GroupBy(p => p.MentorId).Where(g => pairs.Count(p => p.State == PairState.Accepted && p.MentorId == g.Key) >= cast[g.Key]!.SignUp.Places).ToList())
            foreach (var pair in full) (pair.State, pair.EndedAt) = (PairState.Lapsed, now);
        if (asks && round.State == RoundState.Published) store.AskNext(round, cast, pairs, now, stop);
        return await store.SaveChangesAsync(stop);
    }

    private static void AskNext(this Store store, Round round, RoundCast cast, List<RoundPair> pairs, DateTime now, CancellationToken stop)
    {
        var (met, asked) = (pairs.Where(p => p.IsAlive).Select(p => p.MenteeId).ToHashSet(), pairs.Select(p => (p.MenteeId, p.MentorId)).ToHashSet());
        var free = cast.Mentors.Where(m => !m.SignUp.IsPaused).ToDictionary(m => m.Id, m => m.SignUp.Places - pairs.Count(p => p.IsAlive && p.MentorId == m.Id));
        bool CanAsk(Guid mentee, Guid mentor) => free.GetValueOrDefault(mentor) > 0 && !asked.Contains((mentee, mentor));
        var waiting = cast.Mentees.Where(m => !m.SignUp.IsPaused && !met.Contains(m.Id) && free.Keys.Any(mentor => CanAsk(m.Id, mentor) && cast.MayPair(m.Id, mentor))).ToList();
        if (waiting.Count == 0 || Choices(round, cast, stop) is not { } choices) return;
        foreach (var mentee in waiting)
        {
            if (choices[mentee.Id].FirstOrDefault(c => CanAsk(mentee.Id, c.Mentor)) is not { } next) continue;
            pairs.Add(store.Offer(round, next, now));
            free[next.Mentor]--;
        }
    }

    /// <summary>Null when the round has grown too large to be reckoned, and so nobody is asked.</summary>
    private static IReadOnlyDictionary<Guid, IEnumerable<KeptPair>>? Choices(Round round, RoundCast cast, CancellationToken stop)
    {
        try
        {
            return cast.Choices(RoundPlan.Read(round.Plan), stop);
        }
        catch (Mistaken)
        {
            return null;
        }
    }

    private static async Task<RoundPair> PairToSign(this Store store, Guid me, Guid id, CancellationToken stop)
    {
        await store.SeatOf(me, stop, SpaceRole.Guest);
        var pair = await store.RoundPairs.SingleOrDefaultAsync(p => p.Id == id && (p.MentorId == me || p.MenteeId == me), stop);
        return pair switch { null => throw new NotFound("Rounds.NoSuchPair"), { State: PairState.Accepted } => pair, { State: PairState.Ended } => throw new Conflict("Rounds.PairOver"), _ => throw new NotFound("Rounds.NoSuchPair") };
    }
}
