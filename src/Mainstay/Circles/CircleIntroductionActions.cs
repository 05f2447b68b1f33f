using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Circles;

/// <summary>Introductions across members: asked of whoever is willing and knows somebody, taken on by one, who asks; contact details are given on a yes and never before.</summary>
public static class CircleIntroductionActions
{
    public const int MostReach = 500;

    /// <summary>Asks those who could open the door. Whoever asks does not learn who they are.</summary>
    public static Task<CircleIntroduction> AskForIntroduction(this Store store, Guid me, NewCircleIntroduction asked, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.SeatOf(me, stop);
        Mistaken.ThrowIf(asked.Check());
        if (asked.Id is { } once && await store.CircleIntroductions.FirstOrDefaultAsync(i => i.Id == once && i.AskerId == me, stop) is { } already) return already;
        if (await store.CircleIntroductions.CountAsync(i => i.AskerId == me && i.Until >= today && (i.Stage == IntroductionStage.Asked || i.Stage == IntroductionStage.TakenOn), stop) >= CircleIntroduction.MostOpen) throw new CannotBeDone("Circles.IntroductionsEnough", CircleIntroduction.MostOpen);
        var (now, dayAgo, apart) = (clock.GetUtcNow().UtcDateTime, clock.GetUtcNow().UtcDateTime.AddDays(-1), (await store.Apart(me, stop)).ToList());
        if (await store.CircleIntroductions.CountAsync(i => i.AskerId == me && i.CreatedAt > dayAgo, stop) >= CircleIntroduction.MostADay) throw new CannotBeDone("Circles.LooksEnough", CircleIntroduction.MostADay);
        // Asked at an organization where nobody knows anybody, it waits and runs out like any other: that it was refused would tell more than a look.
        var willing = await store.WhoKnowsAt(me, asked.At).Where(w => !apart.Contains(w)).ToListAsync(stop);
        var row = store.Add(new CircleIntroduction { Id = await store.FreshId<CircleIntroduction>(asked.Id, stop), AskerId = me, At = asked.At.Trim(), Purpose = asked.Purpose.Trim(), Until = today.AddDays(CircleIntroduction.AskDays), CreatedAt = now }).Entity;
        store.AddRange(willing.Select(w => new CircleConnector { IntroductionId = row.Id, MemberId = w }));
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>One who could leaves it to others. Nobody learns of it.</summary>
    public static Task<int> PassOnIntroduction(this Store store, Guid me, Guid id, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.SeatOf(me, stop);
        var mine = await store.CircleConnectors.SingleOrDefaultAsync(c => c.IntroductionId == id && c.MemberId == me, stop) ?? throw new NotFound("Circles.NoSuchIntroduction");
        mine.HasPassed = true;
        return await store.SaveChangesAsync(stop);
    }, stop);

    /// <summary>One who could takes it on, and will ask. Of two at once, one has it; the others are released.</summary>
    public static Task<int> TakeOnIntroduction(this Store store, Guid me, Guid id, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.SeatOf(me, stop);
        var mine = await store.CircleConnectors.AnyAsync(c => c.IntroductionId == id && c.MemberId == me, stop);
        var row = await store.CircleIntroductions.SingleOrDefaultAsync(i => i.Id == id, stop);
        if (row is null || !mine || (await store.Apart(me, stop)).Contains(row.AskerId)) throw new NotFound("Circles.NoSuchIntroduction");
        if (row.ConnectorId == me) return 0;
        if (CircleIntroductionQueries.Stage(row, today) != IntroductionStage.Asked) throw new Conflict("Circles.TakenAlready");
        (row.ConnectorId, row.Stage, row.Until) = (me, IntroductionStage.TakenOn, today.AddDays(CircleIntroduction.AskDays));
        return await store.SaveChangesAsync(stop);
    }, stop);

    /// <summary>Whoever took it on says what was answered to them. On a yes, how to reach whoever said it; it is given to who asked now, and never before.</summary>
    public static Task<int> SayIntroductionAnswer(this Store store, Guid me, Guid id, bool yes, string? reach, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.SeatOf(me, stop);
        var row = await store.CircleIntroductions.SingleOrDefaultAsync(i => i.Id == id && i.ConnectorId == me, stop) ?? throw new NotFound("Circles.NoSuchIntroduction");
        if ((await store.Apart(me, stop)).Contains(row.AskerId)) throw new NotFound("Circles.NoSuchIntroduction");
        if (CircleIntroductionQueries.Stage(row, today) != IntroductionStage.TakenOn) throw new Conflict("Circles.AnsweredAlready");
        Mistaken.ThrowIf(new Problems().When(yes && string.IsNullOrWhiteSpace(reach), "reach", "Circles.ReachMissing").When(reach?.Length > MostReach, "reach", "Circles.TooLong", MostReach));
        (row.Stage, row.Reach, row.YesOn) = yes ? (IntroductionStage.Agreed, reach!.Trim(), (DateOnly?)today) : (IntroductionStage.No, null, null);
        return await store.SaveChangesAsync(stop);
    }, stop);

    /// <summary>Whoever asked says what came of it; how to reach the other is then kept no longer. Whoever opened the door sees what came of it.</summary>
    public static Task<int> SayIntroductionOutcome(this Store store, Guid me, Guid id, IntroductionStage outcome, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.SeatOf(me, stop, SpaceRole.Guest);
        var row = await store.CircleIntroductions.SingleOrDefaultAsync(i => i.Id == id && i.AskerId == me, stop) ?? throw new NotFound("Circles.NoSuchIntroduction");
        if (outcome is not (IntroductionStage.Met or IntroductionStage.NotYet or IntroductionStage.NotUseful or IntroductionStage.Withdrawn)) throw new Mistaken(new Problems().When(true, "outcome", "Circles.NoOutcome"));
        if (outcome == IntroductionStage.Withdrawn ? row.Stage is not (IntroductionStage.Asked or IntroductionStage.TakenOn or IntroductionStage.Withdrawn) : row.Stage is not (IntroductionStage.Agreed or IntroductionStage.NotYet)) throw new Conflict("Circles.NotAgreedYet");
        row.Stage = outcome;
        if (outcome != IntroductionStage.NotYet) row.Reach = null;
        return await store.SaveChangesAsync(stop);
    }, stop);
}
