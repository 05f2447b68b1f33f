using Mainstay.Formats;
using Mainstay.Gatherings;
using Mainstay.Storage;

namespace Mainstay.Calendars;

/// <summary>What a calendar did to a gathering that the owner thinks of going to.</summary>
public enum AnnouncedNews { Moved = 1, CalledOff = 2, Gone = 3, OnAgain = 4 }

/// <summary>A gathering that a subscribed calendar announces. It is none of the owner's until they keep it.</summary>
public sealed class Announced : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CalendarId { get; init; }

    /// <summary>What the calendar calls it; a gathering with the same source is this one, kept.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    public DateOnly FirstDay { get; set; }

    /// <summary>Inclusive.</summary>
    public DateOnly LastDay { get; set; }

    /// <summary>In UTC; null when whole days are meant.</summary>
    public DateTime? StartsAt { get; set; }

    public DateTime? EndsAt { get; set; }

    public string? Place { get; set; }

    public string? Link { get; set; }

    public string? Topics { get; set; }

    public string? Note { get; set; }

    /// <summary>Who is named in it as coming or inviting, a line each: <c>Name &lt;mail&gt;</c>.</summary>
    public string? Who { get; set; }

    public bool IsCalledOff { get; set; }

    /// <summary>The owner does not want to see it again.</summary>
    public bool IsAside { get; set; }

    /// <summary>Since this day of the owner's it is not in the calendar any more.</summary>
    public DateOnly? GoneOn { get; set; }

    /// <summary>What the owner, who keeps it, has not read yet; null when there is nothing.</summary>
    public AnnouncedNews? News { get; set; }

    /// <summary>When and where it was before it moved.</summary>
    public DateOnly? WasOn { get; set; }

    public DateTime? WasAt { get; set; }

    public string? WasPlace { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <summary>As a calendar file would tell of it.</summary>
    /// <param name="zone">Where the owner is: there its times are read.</param>
    /// <param name="topics">What else it is about, by its calendar.</param>
    public FileEvent AsEvent(TimeZoneInfo zone, string? topics = null)
    {
        var clock = new CalendarZone(zone);
        var first = StartsAt is { } starts ? DateOnly.FromDateTime(clock.ToClock(starts)) : FirstDay;
        var last = StartsAt is null ? LastDay : EndsAt is { } ends ? DateOnly.FromDateTime(clock.ToClock(ends)) : first;
        return new(Key, new()
        {
            Name = Name,
            On = first,
            From = NewGathering.Clock(StartsAt, zone),
            Until = last <= first ? null : last,
            To = NewGathering.Clock(EndsAt, zone),
            Place = Place,
            Link = Link,
            Topics = Joined(Topics, topics),
            Note = Note,
        }, IsCalledOff);
    }

    /// <summary>Makes it what the calendar says now.</summary>
    public void Become(FileEvent said, TimeZoneInfo zone)
    {
        (Name, FirstDay, LastDay, Place, Link, Topics, Note) = (said.Name, said.It.On, said.It.LastDay, said.It.Place, said.It.Link, said.It.Topics, said.It.Note);
        (StartsAt, EndsAt) = said.It.Moments(zone);
        (IsCalledOff, Who, GoneOn) = (said.IsCalledOff, said.Who, null);
        if (News == AnnouncedNews.Gone) News = null;
    }

    /// <summary>What it is about by itself and by its calendar, nothing twice.</summary>
    public static string? Joined(string? own, string? calendars)
    {
        var all = $"{own},{calendars}".Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return all.Count == 0 ? null : string.Join(", ", all);
    }
}
