using Mainstay.Gatherings;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Calendars;

/// <summary>What a calendar says becomes what it announces; those that the owner keeps follow it, and what became of them is news.</summary>
internal static class AnnounceActions
{
    /// <summary>In the open transaction.</summary>
    public static async Task Announce(this Store store, SubscribedCalendar calendar, Reading reading, LookActions.Looking with, CancellationToken stop)
    {
        var there = (await store.Announced.Where(a => a.CalendarId == calendar.Id).ToListAsync(stop)).ToDictionary(a => a.Key);
        var elsewhere = await store.Elsewhere(calendar, reading, stop);
        var followed = reading.Events.Where(e => !elsewhere.Leads(e.Key)).ToList();
        var kept = await store.Kept(calendar, reading, stop);
        var fates = await store.Followed([.. followed.Where(e => kept.ContainsKey(e.Key))], with, stop);
        var isFirst = calendar.WholeAt is null;
        foreach (var one in reading.Events)
        {
            if (!there.TryGetValue(one.Key, out var row))
            {
                if (one.IsCalledOff && !kept.ContainsKey(one.Key)) continue;
                row = store.Add(new Announced { CalendarId = calendar.Id, Key = one.Key, Name = one.Name, IsAside = elsewhere.IsAside(one.Key), CreatedAt = with.Now }).Entity;
                if (!isFirst) calendar.News++;
            }
            else if (kept.TryGetValue(one.Key, out var state)) row.Hear(one, fates.GetValueOrDefault(one.Key, FileFate.Same), state);
            row.Become(one, with.Owner.Zone);
        }
        var told = reading.Events.Select(e => e.Key).ToHashSet();
        foreach (var row in there.Values.Where(r => !told.Contains(r.Key))) store.Miss(row, reading, kept, elsewhere, with.Today);
        (calendar.Tag, calendar.ModifiedAt, calendar.WholeAt) = (reading.Tag, reading.ModifiedAt, with.Now);
        (calendar.IsCut, calendar.Unread, calendar.UnreadWhere, calendar.Announces) = (reading.IsCut, reading.Unread, UnreadParts.Write(reading.UnreadWhere), reading.Events.Count(e => !e.IsCalledOff));
    }

    /// <summary>What became of one that the owner keeps is what they have not read yet.</summary>
    private static void Hear(this Announced row, FileEvent now, FileFate fate, GatheringState state)
    {
        if (fate == FileFate.CalledOff) row.News = AnnouncedNews.CalledOff;
        else if (row.IsCalledOff && !now.IsCalledOff && state == GatheringState.Not) row.News = AnnouncedNews.OnAgain;
        else if (fate == FileFate.Changed && state != GatheringState.Not) (row.News, row.WasOn, row.WasAt, row.WasPlace) = (AnnouncedNews.Moved, row.FirstDay, row.StartsAt, row.Place);
    }

    /// <summary>The calendar does not tell of it any more. What is over goes; what was still to come is gone, if the calendar was read so far and no other of its day stands for it.</summary>
    private static void Miss(this Store store, Announced row, Reading reading, Dictionary<string, GatheringState> kept, Others elsewhere, DateOnly today)
    {
        if (row.LastDay < today) store.Remove(row);
        else if (row.GoneOn is not null || !(row.FirstDay < reading.CompleteUntil)) return;
        else if (!row.IsAside && !kept.ContainsKey(row.Key)) store.Remove(row);
        else if (!reading.MayBeStoodFor(row.Key))
        {
            row.GoneOn = today;
            if (kept.TryGetValue(row.Key, out var state) && state is GatheringState.Noticed or GatheringState.Going && !elsewhere.Tells(row.Key)) row.News = AnnouncedNews.Gone;
        }
    }

    private static async Task<Dictionary<string, FileFate>> Followed(this Store store, IReadOnlyList<FileEvent> events, LookActions.Looking with, CancellationToken stop) =>
        events.Count == 0 ? [] : (await store.FileGatherings(events, with.Clock, stop)).All.ToDictionary(f => f.It.SourceKey!, f => f.Fate);

    /// <summary>Those that the owner keeps of what the calendar announces or announced, and where they stood with each.</summary>
    private static async Task<Dictionary<string, GatheringState>> Kept(this Store store, SubscribedCalendar calendar, Reading reading, CancellationToken stop)
    {
        var (keys, announced) = (reading.Events.Select(e => e.Key).ToArray(), store.Announced.Where(a => a.CalendarId == calendar.Id));
        var kept = await store.Gatherings.AsNoTracking().Where(g => keys.Contains(g.SourceKey) || announced.Any(a => a.Key == g.SourceKey)).Select(g => new { g.SourceKey, g.State }).ToListAsync(stop);
        return kept.DistinctBy(g => g.SourceKey).ToDictionary(g => g.SourceKey!, g => g.State);
    }

    private static async Task<Others> Elsewhere(this Store store, SubscribedCalendar calendar, Reading reading, CancellationToken stop)
    {
        var (keys, mine, calendars) = (reading.Events.Select(e => e.Key).ToArray(), store.Announced.Where(a => a.CalendarId == calendar.Id), store.SubscribedCalendars);
        var others = from a in store.Announced.AsNoTracking()
                     where a.CalendarId != calendar.Id && (keys.Contains(a.Key) || mine.Any(m => m.Key == a.Key))
                     join c in calendars on a.CalendarId equals c.Id
                     select new Other(a.Key, a.IsAside, a.GoneOn != null, c.CreatedAt, c.Id);
        return new(calendar, (await others.ToListAsync(stop)).ToLookup(o => o.Key));
    }

    private sealed record Other(string Key, bool IsAside, bool IsGone, DateTime Since, Guid Calendar);

    /// <summary>What the owner's other calendars say of the same gatherings.</summary>
    private sealed class Others(SubscribedCalendar calendar, ILookup<string, Other> all)
    {
        public bool IsAside(string key) => all[key].Any(o => o.IsAside);

        public bool Tells(string key) => all[key].Any(o => !o.IsGone);

        /// <summary>Where two calendars say different things of one gathering, it follows the one that was subscribed first, and does not go to and fro.</summary>
        public bool Leads(string key) => all[key].Any(o => !o.IsGone && (o.Since, o.Calendar).CompareTo((calendar.CreatedAt, calendar.Id)) < 0);
    }
}
