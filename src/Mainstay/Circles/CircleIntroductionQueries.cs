using Mainstay.Accounts;
using Mainstay.Algorithms.Text;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Circles;

/// <summary>An introduction, as whoever looks may see it.</summary>
/// <param name="It">What is asked for.</param>
/// <param name="Asker">Who asks.</param>
/// <param name="Connector">Who took it on; null before.</param>
/// <param name="Stage">How it stands today: what waited too long is a no.</param>
public sealed record CircleIntroductionLine(CircleIntroduction It, string Asker, string? Connector, IntroductionStage Stage);

public static class CircleIntroductionQueries
{
    private const int MostLines = 100;

    /// <summary>Whether somebody in the circle who opens doors, and does not keep apart from whoever asks, knows somebody at this organization. Not who, not whom, not how many.</summary>
    public static Task<bool> SomebodyKnows(this Store store, CircleSeat seat, string at, DateTime now, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.SeatOf(seat.Id, stop);
        Mistaken.ThrowIf(new Problems().When(string.IsNullOrWhiteSpace(at), "at", "Circles.AtMissing").When(at?.Length > NewCircleIntroduction.MostAt, "at", "Circles.TooLong", NewCircleIntroduction.MostAt));
        var (me, dayAgo) = (seat.Id, now.AddDays(-1));
        await store.CircleLooks.Where(l => l.At <= dayAgo).ExecuteDeleteAsync(stop);
        if (await store.CircleLooks.CountAsync(l => l.MemberId == me, stop) >= CircleIntroduction.MostLooksADay) throw new CannotBeDone("Circles.LooksEnough", CircleIntroduction.MostLooksADay);
        store.Add(new CircleLook { MemberId = me, At = now });
        await store.SaveChangesAsync(stop);
        return await store.WhoKnowsAt(me, at!).AnyAsync(stop);
    }, stop);

    /// <summary>Those who could open the door: willing members, who do not keep apart from whoever asks, whose own network has somebody who works there. Whom the asker keeps apart from counts here, or blocking one after another would tell who it is.</summary>
    internal static IQueryable<Guid> WhoKnowsAt(this Store store, Guid me, string at)
    {
        var (here, key, blocks, accesses) = (store.SpaceId, SortKey.Of(at.Trim()), store.MemberBlocks, store.Accesses);
        var members = store.Members.Where(m => m.SpaceId == here && m.OpensDoors && m.LeftAt == null && m.Id != me && !blocks.Any(b => b.SpaceId == here && b.ById == m.Id && b.OfId == me)); // said in so many words: networks are looked at too, and then no filter says it
        var willing = accesses.Where(a => a.SpaceId == here && a.Role >= SpaceRole.Member && members.Any(m => m.Id == a.AccountId)).Select(a => a.AccountId);
        var (organizations, people) = (store.InNetworksOf<Organization>(willing), store.InNetworksOf<Person>(willing));
        var networks = store.InNetworksOf<Affiliation>(willing).Where(a => a.Until == null && organizations.Any(o => o.SpaceId == a.SpaceId && o.Id == a.OrganizationId && o.SortKey == key) && people.Any(p => p.SpaceId == a.SpaceId && p.Id == a.PersonId)).Select(a => a.SpaceId);
        return accesses.Where(a => a.Role == SpaceRole.Owner && willing.Contains(a.AccountId) && networks.Contains(a.SpaceId)).Select(a => a.AccountId).Distinct();
    }

    /// <summary>What somebody asked for, the newest first.</summary>
    public static async Task<IReadOnlyList<CircleIntroductionLine>> IntroductionsAsked(this Store store, CircleSeat seat, DateOnly today, CancellationToken stop)
    {
        var (me, apart) = (seat.Id, await store.Apart(seat.Id, stop));
        var all = await store.Lined(store.CircleIntroductions.Where(i => i.AskerId == me), today, stop);
        return [.. all.Select(l => l.It.ConnectorId is { } by && apart.Contains(by) ? l with { Connector = null } : l)];
    }

    /// <summary>What somebody took on, and what waits for them as one who could.</summary>
    public static async Task<IReadOnlyList<CircleIntroductionLine>> IntroductionsToOpen(this Store store, CircleSeat seat, DateOnly today, CancellationToken stop)
    {
        var (me, apart) = (seat.Id, (await store.Apart(seat.Id, stop)).ToList());
        var mine = store.CircleConnectors.Where(c => c.MemberId == me && !c.HasPassed).Select(c => c.IntroductionId);
        return await store.Lined(store.CircleIntroductions.Where(i => (i.ConnectorId == me || i.ConnectorId == null && i.Stage == IntroductionStage.Asked && i.Until >= today && mine.Contains(i.Id)) && !apart.Contains(i.AskerId)), today, stop);
    }

    private static async Task<IReadOnlyList<CircleIntroductionLine>> Lined(this Store store, IQueryable<CircleIntroduction> some, DateOnly today, CancellationToken stop)
    {
        var members = store.Members;
        var all = await some.AsNoTracking().OrderByDescending(i => i.Id).Take(MostLines).Select(i => new { i, Asker = members.Where(m => m.Id == i.AskerId).Select(m => m.Name).FirstOrDefault(), Connector = members.Where(m => m.Id == i.ConnectorId).Select(m => m.Name).FirstOrDefault() }).ToListAsync(stop);
        return [.. all.Select(a => new CircleIntroductionLine(a.i, a.Asker ?? "", a.Connector, Stage(a.i, today)))];
    }

    /// <summary>How it stands: silence after the last day is a no.</summary>
    internal static IntroductionStage Stage(CircleIntroduction it, DateOnly today) => it.Stage is IntroductionStage.Asked or IntroductionStage.TakenOn && it.Until < today ? IntroductionStage.No : it.Stage;
}
