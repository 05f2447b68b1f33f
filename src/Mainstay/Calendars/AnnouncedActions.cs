using Mainstay.Accounts;
using Mainstay.Gatherings;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Calendars;

/// <summary>What the owner does about what is announced.</summary>
public static class AnnouncedActions
{
    private const string Kind = "putAside";

    /// <summary>The owner thinks of going: it becomes a gathering of theirs, which follows its calendar.</summary>
    public static Task<FiledGatherings> KeepAnnounced(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.AnnouncedToChange(id, stop);
        if (row.IsCalledOff || row.GoneOn is not null) throw new Conflict(row.IsCalledOff ? "Calendars.IsCalledOff" : "Calendars.IsGone");
        var from = await store.SubscribedCalendars.Where(c => c.Id == row.CalendarId).Select(c => new { c.Topics, c.OrganizationId }).SingleAsync(stop);
        var told = row.AsEvent(await store.OwnersZone(stop), from.Topics);
        await store.SetAside(row.Key, false, stop);
        return await store.FileGatherings([told with { It = told.It with { OrganizationId = from.OrganizationId } }], clock, stop);
    }, stop);

    /// <summary>The owner does not want to see it again, whichever of their calendars announces it. The answer is by what that is taken back.</summary>
    public static Task<Guid> PutAside(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.AnnouncedToChange(id, stop);
        await store.SetAside(row.Key, true, stop);
        return await store.KeepFormer(new() { Kind = Kind, Before = row.Key, After = "", At = clock.GetUtcNow().UtcDateTime }, stop);
    }, stop);

    /// <summary>The owner wants to see it after all.</summary>
    public static Task<Announced> BringBack(this Store store, Guid id, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.AnnouncedToChange(id, stop);
        await store.SetAside(row.Key, false, stop);
        return row;
    }, stop);

    /// <summary>The owner has read what became of it.</summary>
    public static Task<Announced> SeeNews(this Store store, Guid id, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.AnnouncedToChange(id, stop);
        (row.News, row.WasOn, row.WasAt, row.WasPlace) = (null, null, null, null);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    private static async Task SetAside(this Store store, string key, bool aside, CancellationToken stop)
    {
        foreach (var row in await store.Announced.Where(a => a.Key == key).ToListAsync(stop)) row.IsAside = aside;
        await store.SaveChangesAsync(stop);
    }

    private static async Task<Announced> AnnouncedToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Announced.FirstOrDefaultAsync(a => a.Id == id, stop) ?? throw new NotFound("Calendars.NotAnnounced");

    /// <summary>Takes back that something was put aside.</summary>
    internal sealed class Back : IPutBack
    {
        public bool Knows(string kind) => kind == Kind;

        public Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop) => store.SetAside(former.Before, false, stop);
    }
}
