using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Rounds;

/// <summary>Members sign up for a round, say it anew, pause, and withdraw whenever they like, without a word why.</summary>
public static class SignUpActions
{
    /// <summary>Signs somebody up, or changes what they said. Who takes part in a published round may still change it.</summary>
    public static Task<RoundSignUp> SignUp(this Store store, Guid me, Guid id, NewSignUp said, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.SeatOf(me, stop);
        var (round, now) = (await store.RoundHere(id, stop), clock.GetUtcNow().UtcDateTime);
        Mistaken.ThrowIf(said.Check(round.Kind));
        var row = await store.RoundSignUps.SingleOrDefaultAsync(s => s.RoundId == id && s.MemberId == me, stop);
        if (round.State == RoundState.Over || row is null && !round.IsOpenOn(today)) throw new Conflict("Rounds.SignUpOver");
        row ??= store.Add(new RoundSignUp { RoundId = id, MemberId = me, At = now }).Entity;
        var named = said.Avoid.Concat(said.Prefers).ToList();
        var known = await store.Members.Where(m => named.Contains(m.Id) && m.Id != me).Select(m => m.Id).ToListAsync(stop);
        (row.Side, row.Places) = round.Kind == RoundKind.Mentoring ? (said.Side, said.Side == RoundSide.Mentee ? 0 : said.Places) : (RoundSide.None, 0);
        (row.Wants, row.Offers, row.Times) = (MemberActions.Listed(said.Wants), MemberActions.Listed(said.Offers), MemberActions.Listed(said.Times));
        (row.Organization, row.AvoidsColleagues, row.Note) = (Filled(said.Organization), said.AvoidsColleagues, Filled(said.Note));
        (row.Avoid, row.Prefers) = (Ids(said.Avoid, known), Ids(said.Prefers, known));
        await store.SaveChangesAsync(stop);
        await store.Settle(id, now, stop);
        return row;
    }, stop);

    /// <summary>Withdraws somebody. Who waited for them is asked about with the next; nobody learns why.</summary>
    public static Task<int> Withdraw(this Store store, Guid me, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.SeatOf(me, stop, SpaceRole.Guest);
        await store.RoundHere(id, stop);
        if (await store.RoundSignUps.Where(s => s.RoundId == id && s.MemberId == me).ExecuteDeleteAsync(stop) == 0) throw new NotFound("Rounds.NotSignedUp");
        var (seats, groups) = (store.RoundSeats, store.RoundGroups.Where(g => g.RoundId == id));
        var (last, pins) = (await groups.MaxAsync(g => (int?)g.Turn, stop), store.RoundPins.Where(p => p.RoundId == id && (p.OneId == me || p.OtherId == me)));
        await seats.Where(s => s.MemberId == me && groups.Any(g => g.Id == s.GroupId && g.Turn == last)).ExecuteDeleteAsync(stop);
        await pins.ExecuteDeleteAsync(stop);
        await store.Settle(id, clock.GetUtcNow().UtcDateTime, stop);
        return 1;
    }, stop);

    /// <summary>Sits out until they say otherwise: no new offers, no coffee.</summary>
    public static Task<int> Pause(this Store store, Guid me, Guid id, bool pause, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.SeatOf(me, stop, SpaceRole.Guest);
        var row = await store.RoundSignUps.SingleOrDefaultAsync(s => s.RoundId == id && s.MemberId == me, stop) ?? throw new NotFound("Rounds.NotSignedUp");
        row.IsPaused = pause;
        await store.SaveChangesAsync(stop);
        await store.Settle(id, clock.GetUtcNow().UtcDateTime, stop);
        return 1;
    }, stop);

    private static string? Ids(IEnumerable<Guid> said, List<Guid> known) => Filled(string.Join('\n', said.Where(known.Contains).Distinct()));
}
