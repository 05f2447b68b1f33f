using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Jobs;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Rounds;

/// <summary>Hosts announce a round, draft it as often as they like, and publish it.</summary>
public static class RoundActions
{
    /// <summary>Announces a round.</summary>
    public static Task<Round> AnnounceRound(this Store store, Guid me, NewRound round, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.SeatOf(me, stop, SpaceRole.Host);
        Mistaken.ThrowIf(round.Check(today));
        if (round.Id is { } once && await store.Rounds.FirstOrDefaultAsync(r => r.Id == once, stop) is { } already) return already;
        var now = clock.GetUtcNow().UtcDateTime;
        var row = store.Add(new Round
        {
            Id = round.Id ?? Guid.CreateVersion7(), Kind = round.Kind, Title = round.Title.Trim(), About = Filled(round.About), SignUpUntil = round.SignUpUntil ?? today.AddDays(NewRound.UsualSignUpDays), OfferDays = round.OfferDays,
            EveryDays = round.Kind == RoundKind.Coffee ? round.EveryDays ?? NewRound.UsualEveryDays : null, CreatedAt = now,
        }).Entity;
        await store.SaveChangesAsync(stop);
        await store.Wake(RoundsJob.Look, now.AddDays(1), stop); // whoever leaves takes with them what they said
        return row;
    }, stop);

    /// <summary>Says a round anew. What it is stays.</summary>
    public static Task<Round> ChangeRound(this Store store, Guid me, Guid id, NewRound round, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.RoundToLead(me, id, stop);
        var until = round.SignUpUntil ?? row.SignUpUntil;
        Mistaken.ThrowIf((round with { Kind = row.Kind, SignUpUntil = until == row.SignUpUntil ? null : until }).Check(today));
        (row.Title, row.About, row.SignUpUntil, row.OfferDays) = (round.Title.Trim(), Filled(round.About), until, round.OfferDays);
        if (row.Kind == RoundKind.Coffee) row.EveryDays = round.EveryDays ?? row.EveryDays;
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Takes a round away that was not published yet; one that was is ended instead.</summary>
    public static Task<int> RemoveRound(this Store store, Guid me, Guid id, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.RoundToLead(me, id, stop);
        if (row.State >= RoundState.Published) throw new Conflict("Rounds.IsPublished");
        store.Remove(row);
        return await store.SaveChangesAsync(stop);
    }, stop);

    /// <summary>Ends a round: nobody is asked any more, and those who found each other stay together.</summary>
    public static Task<int> EndRound(this Store store, Guid me, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (row, now) = (await store.RoundToLead(me, id, stop), clock.GetUtcNow().UtcDateTime);
        if (row.State != RoundState.Published) throw new Conflict("Rounds.NotPublished");
        (row.State, row.NextOn) = (RoundState.Over, null);
        await store.RoundPairs.Where(p => p.RoundId == id && p.State == PairState.Offered).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PairState.Lapsed).SetProperty(p => p.EndedAt, now), stop);
        return await store.SaveChangesAsync(stop);
    }, stop);

    /// <summary>Two are put together whatever else, or kept apart; said again otherwise, that holds.</summary>
    public static Task<int> PinPair(this Store store, Guid me, Guid id, Guid one, Guid other, bool apart, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.RoundToDraft(me, id, stop);
        var cast = await store.CastOf(id, stop);
        if (row.Kind != RoundKind.Mentoring) (one, other) = RoundCast.InOrder((one, other));
        Mistaken.ThrowIf(new Problems().When(cast[one] is null || cast[other] is null || one == other, "pins", "Rounds.PinWho"));
        await store.RoundPins.Where(p => p.RoundId == id && (p.OneId == one && p.OtherId == other || p.OneId == other && p.OtherId == one)).ExecuteDeleteAsync(stop);
        cast = await store.CastOf(id, stop);
        if (!apart && (row.Kind == RoundKind.Mentoring ? !cast.MayPair(one, other) : cast.AreApart(one, other))) throw new Mistaken(new Problems { { "pins", "Rounds.NotPossible", cast.NameOf(one), cast.NameOf(other) } });
        if (!apart) Mistaken.ThrowIf(Overpinned(row.Kind, cast, one, other));
        store.Add(new RoundPin { RoundId = id, OneId = one, OtherId = other, IsApart = apart });
        return await store.SaveChangesAsync(stop);
    }, stop);

    /// <summary>A mentee has one mentor, a mentor as many as they have places, a partner one other.</summary>
    private static Problems Overpinned(RoundKind kind, RoundCast cast, Guid one, Guid other)
    {
        var (problems, pinned) = (new Problems(), cast.Pinned.ToList());
        bool Taken(Guid who) => pinned.Any(p => p.One == who || p.Other == who);
        if (kind == RoundKind.Partners) return problems.When(Taken(one), "pins", "Rounds.PinnedTwice", cast.NameOf(one)).When(Taken(other), "pins", "Rounds.PinnedTwice", cast.NameOf(other));
        if (kind != RoundKind.Mentoring) return problems;
        var places = cast[other]!.SignUp.Places;
        return problems.When(pinned.Any(p => p.One == one), "pins", "Rounds.PinnedTwice", cast.NameOf(one)).When(pinned.Count(p => p.Other == other) >= places, "pins", "Rounds.PinnedFull", cast.NameOf(other), places);
    }

    public static Task<int> Unpin(this Store store, Guid me, Guid id, Guid pin, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.RoundToDraft(me, id, stop);
        return await store.RoundPins.Where(p => p.RoundId == id && p.Id == pin).ExecuteDeleteAsync(stop);
    }, stop);

    /// <summary>Drafts a round, as often as wished: nobody is told, and nothing of the draft before stays.</summary>
    public static Task<Round> DraftRound(this Store store, Guid me, Guid id, RoundPlan plan, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.RoundToDraft(me, id, stop);
        Mistaken.ThrowIf(plan.Check());
        var cast = await store.CastOf(id, stop);
        var draft = row.Kind == RoundKind.Mentoring ? cast.DraftPairs(plan, stop) : cast.DraftGroups(row.Kind, plan, await store.MeetingsOf(row, stop), stop);
        (row.Plan, row.Draft, row.State) = (plan.Write(), draft.Write(), RoundState.Drafted);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Publishes the draft as it was seen: mentors are asked, groups know of each other. When a sign-up changed since, it is drafted again first.</summary>
    public static Task<Round> PublishRound(this Store store, Guid me, DraftSeen seen, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (id, now) = (seen.Round, clock.GetUtcNow().UtcDateTime);
        var row = await store.RoundToDraft(me, id, stop);
        if (KeptDraft.Read(row.Draft) is not { } draft) throw new Conflict("Rounds.NoDraft");
        if (seen.Mark is { } mark && mark != KeptDraft.MarkOf(row.Draft)) throw new Conflict("Rounds.OtherDraft");
        if (draft.Of != (await store.CastOf(id, stop)).Of) throw new Conflict("Rounds.Stale");
        if (draft.IsEmpty) throw new Conflict("Rounds.NothingToPublish");
        (row.State, row.Draft, row.PublishedAt) = (RoundState.Published, null, now);
        foreach (var pair in draft.Pairs) store.Offer(row, pair, now);
        store.Seat(row, draft.Groups, 1, today);
        if (row.Kind == RoundKind.Coffee) row.NextOn = today.AddDays(row.EveryDays ?? NewRound.UsualEveryDays);
        store.Note(AuditDeed.RoundPublished, me, null, now);
        await store.SaveChangesAsync(stop);
        await store.Wake(RoundsJob.Look, now, stop);
        return row;
    }, stop);

    /// <summary>Asks a mentor whether they take a mentee on, until the deadline.</summary>
    internal static RoundPair Offer(this Store store, Round round, KeptPair pair, DateTime now) => store.Add(new RoundPair
    {
        RoundId = round.Id, MenteeId = pair.Mentee, MentorId = pair.Mentor, Score = pair.Score, Rank = pair.Rank, Reasons = KeptReason.Write(pair.Reasons), OfferedAt = now, DeadlineAt = now.AddDays(round.OfferDays),
    }).Entity;

    /// <summary>Brings groups together.</summary>
    internal static void Seat(this Store store, Round round, IEnumerable<KeptGroup> groups, int turn, DateOnly on)
    {
        foreach (var kept in groups)
        {
            var group = store.Add(new RoundGroup { RoundId = round.Id, Turn = turn, On = on }).Entity;
            store.AddRange(kept.Members.Select(m => new RoundSeat { GroupId = group.Id, MemberId = m }));
        }
    }

    private static async Task<Round> RoundToLead(this Store store, Guid me, Guid id, CancellationToken stop)
    {
        await store.SeatOf(me, stop, SpaceRole.Host);
        return await store.Rounds.SingleOrDefaultAsync(r => r.Id == id, stop) ?? throw new NotFound("Rounds.NoSuchRound");
    }

    private static async Task<Round> RoundToDraft(this Store store, Guid me, Guid id, CancellationToken stop)
    {
        var row = await store.RoundToLead(me, id, stop);
        return row.State < RoundState.Published ? row : throw new Conflict("Rounds.IsPublished");
    }
}
