using Mainstay.Circles;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rounds;

/// <summary>A round in a list.</summary>
/// <param name="Round">Which.</param>
/// <param name="SignedUp">How many members take part.</param>
/// <param name="IsMine">Whoever looks is one of them.</param>
public sealed record RoundLine(Round Round, int SignedUp, bool IsMine);

/// <summary>A pair with those who are in it.</summary>
public sealed record PairLine(RoundPair Pair, Member Mentee, Member Mentor)
{
    public Member Other(Guid me) => Mentee.Id == me ? Mentor : Mentee;

    /// <summary>What somebody in it said after the first meeting.</summary>
    public PairFit? FitOf(Guid me) => Pair.MenteeId == me ? Pair.MenteeFit : Pair.MentorFit;

    /// <summary>Why they are a pair: whom somebody wished for, and what hosts did, is not told to the two.</summary>
    public IReadOnlyList<Reason> ReasonsFor(Guid me) => [.. KeptReason.Read(Pair.Reasons).Where(r => me != Mentee.Id && me != Mentor.Id || r.Key != "Matching.Pinned" && !r.Key.StartsWith("Matching.Wished", StringComparison.Ordinal))];
}

public static class RoundQueries
{
    private const int Most = 200;

    /// <summary>The rounds of the circle: those that run first, then the newest.</summary>
    public static async Task<IReadOnlyList<RoundLine>> RoundsHere(this Store store, CircleSeat seat, CancellationToken stop)
    {
        var (me, signUps, members) = (seat.Id, store.RoundSignUps, store.Members.Where(m => m.LeftAt == null));
        var all = await store.Rounds.AsNoTracking().OrderBy(r => r.State == RoundState.Over).ThenByDescending(r => r.Id).Take(Most)
            .Select(r => new { r, Count = signUps.Count(s => s.RoundId == r.Id && members.Any(m => m.Id == s.MemberId)), IsMine = signUps.Any(s => s.RoundId == r.Id && s.MemberId == me) }).ToListAsync(stop);
        return [.. all.Select(x => new RoundLine(x.r, x.Count, x.IsMine))];
    }

    public static async Task<Round> RoundHere(this Store store, Guid id, CancellationToken stop) =>
        await store.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) ?? throw new NotFound("Rounds.NoSuchRound");

    public static Task<List<RoundPin>> PinsOf(this Store store, Guid round, CancellationToken stop) => store.RoundPins.AsNoTracking().Where(p => p.RoundId == round).OrderBy(p => p.Id).ToListAsync(stop);

    public static Task<RoundSignUp?> SignUpOf(this Store store, Guid round, Guid me, CancellationToken stop) =>
        store.RoundSignUps.AsNoTracking().SingleOrDefaultAsync(s => s.RoundId == round && s.MemberId == me, stop);

    /// <summary>Everybody who signed up and is still here, with what keeps them apart.</summary>
    internal static async Task<RoundCast> CastOf(this Store store, Guid round, CancellationToken stop)
    {
        var (members, signUps) = (store.Members.Where(m => m.LeftAt == null), store.RoundSignUps.Where(s => s.RoundId == round));
        var all = await signUps.Join(members, s => s.MemberId, m => m.Id, (s, m) => new { s, m }).OrderBy(x => x.s.At).ThenBy(x => x.s.Id).AsNoTracking().ToListAsync(stop);
        var blocks = await store.MemberBlocks.Where(b => signUps.Any(s => s.MemberId == b.ById) && signUps.Any(s => s.MemberId == b.OfId)).Select(b => new { b.ById, b.OfId }).ToListAsync(stop);
        var pins = await store.RoundPins.AsNoTracking().Where(p => p.RoundId == round).ToListAsync(stop);
        return new([.. all.Select(x => new SignedUp(x.s, x.m))], blocks.Select(b => (b.ById, b.OfId)), pins);
    }

    /// <summary>What concerns somebody in a round: offers that wait for them as a mentor, and the pairs they are in. That somebody was asked for them they do not see.</summary>
    public static async Task<IReadOnlyList<PairLine>> MyPairs(this Store store, Guid round, Guid me, CancellationToken stop) =>
        await store.Lined(store.RoundPairs.Where(p => p.RoundId == round && (p.MentorId == me && p.State == PairState.Offered || p.State == PairState.Accepted && (p.MentorId == me || p.MenteeId == me))), stop);

    /// <summary>The pairs of a round, for its hosts: those who accepted, the silent longest first.</summary>
    public static async Task<IReadOnlyList<PairLine>> PairsOf(this Store store, Guid round, CancellationToken stop)
    {
        var all = await store.Lined(store.RoundPairs.Where(p => p.RoundId == round && p.State == PairState.Accepted), stop);
        return [.. all.OrderBy(p => p.Pair.LastSignOn).ThenBy(p => p.Mentee.SortKey, StringComparer.Ordinal)];
    }

    /// <summary>Until when one of those asked for somebody has time to answer; null when nobody is asked.</summary>
    public static Task<DateTime?> AskedForMe(this Store store, Guid round, Guid me, CancellationToken stop) =>
        store.RoundPairs.Where(p => p.RoundId == round && p.MenteeId == me && p.State == PairState.Offered).MaxAsync(p => (DateTime?)p.DeadlineAt, stop);

    private static async Task<IReadOnlyList<PairLine>> Lined(this Store store, IQueryable<RoundPair> pairs, CancellationToken stop)
    {
        var members = store.Members.Where(m => m.LeftAt == null);
        var all = await pairs.Join(members, p => p.MenteeId, m => m.Id, (p, mentee) => new { p, mentee }).Join(members, x => x.p.MentorId, m => m.Id, (x, mentor) => new { x.p, x.mentee, mentor }).AsNoTracking().ToListAsync(stop);
        return [.. all.OrderBy(x => x.p.OfferedAt).ThenBy(x => x.p.Id).Select(x => new PairLine(x.p, x.mentee, x.mentor))];
    }
}
