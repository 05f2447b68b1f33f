using Mainstay.Archive;
using Mainstay.Gatherings;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Calendars;

internal sealed record ArchivedAnnounced(Guid Id, Guid Calendar, string Key, string Name, DateOnly FirstDay, DateOnly LastDay, DateTime? StartsAt, DateTime? EndsAt, string? Place, string? Link, string? Topics, string? Note)
{
    public string? Who { get; init; }
    public bool IsCalledOff { get; init; }
    public bool IsAside { get; init; }
    public DateOnly? GoneOn { get; init; }
    public AnnouncedNews? News { get; init; }
    public DateOnly? WasOn { get; init; }
    public DateTime? WasAt { get; init; }
    public string? WasPlace { get; init; }
    public DateTime CreatedAt { get; init; }
}

/// <summary>What the calendars announce, in an archive.</summary>
internal sealed class AnnouncedArchive() : ArchiveSection<ArchivedAnnounced>("announced")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Announced.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedAnnounced> Rows(Store store, CancellationToken stop) => store.Announced.AsNoTracking().OrderBy(a => a.Id).Select(a =>
        new ArchivedAnnounced(a.Id, a.CalendarId, a.Key, a.Name, a.FirstDay, a.LastDay, a.StartsAt, a.EndsAt, a.Place, a.Link, a.Topics, a.Note)
        {
            Who = a.Who,
            IsCalledOff = a.IsCalledOff,
            IsAside = a.IsAside,
            GoneOn = a.GoneOn,
            News = a.News,
            WasOn = a.WasOn,
            WasAt = a.WasAt,
            WasPlace = a.WasPlace,
            CreatedAt = a.CreatedAt,
        }).AsAsyncEnumerable();

    protected override void Check(ArchivedAnnounced a, ArchiveCheck check)
    {
        check.IsNew("announced", a.Id);
        check.Refers(CalendarsArchive.Kind, a.Calendar);
        check.Holds(check.IsFirst("announced", $"{a.Calendar} {a.Key}"), "Calendars.AnnouncedTwice");
        check.Holds(a.Key.Length is > 0 and <= FileEvent.LongestKey && !a.Key.Any(char.IsControl) && (a.News is null || Enum.IsDefined(a.News.Value)), "Calendars.OddAnnounced");
        check.Holds(new NewGathering { Name = a.Name, On = a.FirstDay, Until = a.LastDay, Place = a.Place, Link = a.Link, Topics = a.Topics, Note = a.Note }.Check());
        check.Holds(a.EndsAt is null || a.EndsAt >= a.StartsAt, "Gatherings.EndsBefore");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedAnnounced> announced, CancellationToken stop) => store.InsertMany(announced.Select(a => new Announced
    {
        Id = a.Id,
        CalendarId = a.Calendar,
        Key = a.Key,
        Name = a.Name,
        FirstDay = a.FirstDay,
        LastDay = a.LastDay,
        StartsAt = a.StartsAt,
        EndsAt = a.EndsAt,
        Place = a.Place,
        Link = a.Link,
        Topics = a.Topics,
        Note = a.Note,
        Who = a.Who,
        IsCalledOff = a.IsCalledOff,
        IsAside = a.IsAside,
        GoneOn = a.GoneOn,
        News = a.News,
        WasOn = a.WasOn,
        WasAt = a.WasAt,
        WasPlace = a.WasPlace,
        CreatedAt = a.CreatedAt,
    }), stop);
}
