using System.ComponentModel;
using Mainstay.Gatherings;
using Mainstay.Words;

namespace Mainstay.Calendars;

/// <summary>A subscribed calendar, as programs are told of it. Its address is not told again.</summary>
public sealed record SubscribedCalendarAnswer(Guid Id, string Name, [property: Description("Where it is; the whole address is not told.")] string Host, string? Topics)
{
    [Description("The organization whose calendar it is; null when none is named.")]
    public Guid? OrganizationId { get; init; }

    [Description("So many gatherings it announces that lie ahead.")]
    public int Announces { get; init; }

    [Description("So many of them were new when it was read last.")]
    public int News { get; init; }

    [Description("When it answered well for the last time.")]
    public DateTime? ReadAt { get; init; }

    public DateTime NextAt { get; init; }

    [Description("Why it cannot be read, in words; null when all is well.")]
    public string? Trouble { get; init; }

    [Description("Since when it cannot be read.")]
    public DateTime? TroubleSince { get; init; }

    [Description("So many parts of it could not be read when all of it was read last.")]
    public int Unread { get; init; }

    [Description("Where that is and why, and what else in it was not understood: 20 of it, with the rest that was not read first, then other parts that were not.")]
    public IReadOnlyList<FileFaultAnswer> Problems { get; init; } = [];

    [Description("How it is, in words.")]
    public string Sentence { get; init; } = "";

    public static SubscribedCalendarAnswer Of(SubscribedCalendar it, DateTime now, TimeZoneInfo zone) => new(it.Id, it.Name, it.Host, it.Topics)
    {
        OrganizationId = it.OrganizationId,
        Announces = it.Announces,
        News = it.News,
        ReadAt = it.ReadAt,
        NextAt = it.NextAt,
        Trouble = CalendarWords.Trouble(it)?.InWords(),
        TroubleSince = it.TroubleSince,
        Unread = it.Unread,
        Problems = [.. UnreadParts.Read(it.UnreadWhere).Select(p => new FileFaultAnswer(p.Line, p.Column, p.Sentence().InWords()))],
        Sentence = string.Join(' ', CalendarWords.Status(it, now, zone).Select(r => r.InWords())),
    };
}

/// <summary>What programs send: a calendar to subscribe to.</summary>
public sealed record SubscribedCalendarFields
{
    public string Name { get; init; } = "";

    [Description("Where it is: `https://…`, `http://…` or `webcal://…`. It is called from now on. When a calendar is changed and no address is given, it stays.")]
    public string? Address { get; init; }

    [Description("What all of its gatherings are about, with commas between.")]
    public string? Topics { get; init; }

    [Description("The organization whose calendar it is: gatherings that you keep of it are held by it.")]
    public Guid? OrganizationId { get; init; }

    public NewCalendar ToCalendar() => new() { Name = Name, Address = Address, Topics = Topics, OrganizationId = OrganizationId };
}

/// <summary>A gathering that a calendar announces.</summary>
public sealed record AnnouncedAnswer(Guid Id, Guid CalendarId, string Calendar, string Name, DateOnly On, [property: Description("The last day, inclusive.")] DateOnly Until)
{
    [Description("The time it begins where you are; null for whole days.")]
    public string? From { get; init; }

    public string? To { get; init; }

    public string? Place { get; init; }

    public string? Link { get; init; }

    [Description("What it is about, by itself and by its calendar.")]
    public string? Topics { get; init; }

    public string? Note { get; init; }

    [Description("You put it aside.")]
    public bool Aside { get; init; }

    [Description("When and where, in words.")]
    public string Sentence { get; init; } = "";

    public static AnnouncedAnswer Of(AnnouncedLine line, TimeZoneInfo zone)
    {
        var it = line.It.AsEvent(zone, line.CalendarTopics).It;
        return new(line.It.Id, line.It.CalendarId, line.Calendar, it.Name, it.On, it.LastDay)
        {
            From = Clock.Write(it.From),
            To = Clock.Write(it.To),
            Place = it.Place,
            Link = it.Link,
            Topics = it.Topics,
            Note = it.Note,
            Aside = line.It.IsAside,
            Sentence = GatheringWords.Line(it),
        };
    }
}
