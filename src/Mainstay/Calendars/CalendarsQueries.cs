using Mainstay.Gatherings;
using Mainstay.Organizations;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Calendars;

/// <summary>Something announced, and by which calendar.</summary>
public sealed record AnnouncedLine(Announced It, string Calendar, string? CalendarTopics);

/// <summary>News of one that the owner keeps.</summary>
public sealed record AnnouncedChange(Announced It, string Calendar, Guid Gathering, string Name);

public static class CalendarsQueries
{
    public const int MostShown = 200;

    /// <summary>All calendars, by name.</summary>
    public static async Task<List<SubscribedCalendar>> CalendarsHere(this Store store, CancellationToken stop) =>
        [.. (await store.SubscribedCalendars.AsNoTracking().ToListAsync(stop)).OrderBy(c => c.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(c => c.Id)];

    public static async Task<SubscribedCalendar> CalendarOf(this Store store, Guid id, CancellationToken stop) =>
        await store.SubscribedCalendars.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, stop) ?? throw new NotFound("Calendars.NotThere");

    /// <summary>What the organization is called whose calendar it is; null when none is named.</summary>
    public static Task<string?> HolderOf(this Store store, SubscribedCalendar it, CancellationToken stop) =>
        store.Organizations.Where(o => o.Id == it.OrganizationId).Select(o => (string?)o.Name).FirstOrDefaultAsync(stop);

    /// <summary>What the calendars of an organization announce and lies ahead, the next first; neither kept nor put aside.</summary>
    public static async Task<List<AnnouncedLine>> AnnouncedBy(this Store store, Guid organization, DateOnly today, CancellationToken stop)
    {
        var theirs = await store.SubscribedCalendars.Where(c => c.OrganizationId == organization).Select(c => c.Id).ToListAsync(stop);
        return theirs.Count == 0 ? [] : (await store.AnnouncedAhead(today, stop)).FindAll(l => theirs.Contains(l.It.CalendarId));
    }

    /// <summary>The one calendar whose id ends so, or whose name is this or begins with it.</summary>
    public static async Task<SubscribedCalendar> FindCalendar(this Store store, string typed, CancellationToken stop)
    {
        var all = await store.CalendarsHere(stop);
        return all.FirstOrDefault(c => c.EndsSo(typed)) ?? all.FirstOrDefault(c => c.Name.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? all.FirstOrDefault(c => c.Name.StartsWith(typed.Trim(), StringComparison.OrdinalIgnoreCase)) ?? throw new NotFound("Calendars.NoneCalled", typed);
    }

    /// <summary>What is announced and lies ahead, the next first: neither kept nor called off, and not put aside unless that is asked for. What two calendars announce is there once.</summary>
    public static async Task<List<AnnouncedLine>> AnnouncedAhead(this Store store, DateOnly today, CancellationToken stop, Guid? calendar = null, bool aside = false, int most = MostShown)
    {
        var calendars = store.SubscribedCalendars;
        var lines = await (from a in store.Open(today, calendar, aside)
                           join c in calendars on a.CalendarId equals c.Id
                           orderby a.FirstDay, a.StartsAt, a.Name, a.Key
                           select new AnnouncedLine(a, c.Name, c.Topics)).Take(most).ToListAsync(stop);
        return [.. lines.DistinctBy(l => l.It.Key)];
    }

    public static Task<int> CountAnnounced(this Store store, DateOnly today, CancellationToken stop) => store.Open(today, null, false).Select(a => a.Key).Distinct().CountAsync(stop);

    public static async Task<AnnouncedLine> AnnouncedOf(this Store store, Guid id, CancellationToken stop)
    {
        var calendars = store.SubscribedCalendars;
        return await (from a in store.Announced.AsNoTracking() where a.Id == id join c in calendars on a.CalendarId equals c.Id select new AnnouncedLine(a, c.Name, c.Topics)).FirstOrDefaultAsync(stop) ?? throw new NotFound("Calendars.NotAnnounced");
    }

    /// <summary>The one announced whose id ends so, or whose name is this or begins with it; of several the next.</summary>
    public static async Task<AnnouncedLine> FindAnnounced(this Store store, string typed, DateOnly today, CancellationToken stop)
    {
        var all = (await store.AnnouncedAhead(today, stop, most: int.MaxValue)).Concat(await store.AnnouncedAhead(today, stop, aside: true, most: int.MaxValue)).ToList();
        return all.Find(l => l.It.EndsSo(typed)) ?? all.Find(l => l.It.Name.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? all.Find(l => l.It.Name.StartsWith(typed.Trim(), StringComparison.OrdinalIgnoreCase)) ?? throw new NotFound("Calendars.NoneAnnounced", typed);
    }

    /// <summary>What became of those that the owner keeps, and is not over.</summary>
    public static Task<List<AnnouncedChange>> NewsOfKept(this Store store, DateOnly today, CancellationToken stop)
    {
        var (calendars, gatherings) = (store.SubscribedCalendars, store.Gatherings);
        return (from a in store.Announced.AsNoTracking()
                where a.News != null && a.LastDay >= today
                join c in calendars on a.CalendarId equals c.Id
                join g in gatherings on a.Key equals g.SourceKey
                where g.State != GatheringState.Been
                select new AnnouncedChange(a, c.Name, g.Id, g.Name)).ToListAsync(stop);
    }

    private static IQueryable<Announced> Open(this Store store, DateOnly today, Guid? calendar, bool aside)
    {
        var gatherings = store.Gatherings;
        return store.Announced.AsNoTracking().Where(a => a.LastDay >= today && !a.IsCalledOff && a.GoneOn == null && a.IsAside == aside && (calendar == null || a.CalendarId == calendar) && !gatherings.Any(g => g.SourceKey == a.Key));
    }
}
