using Mainstay.Formats;
using Mainstay.Gatherings;
using Mainstay.Words;

namespace Mainstay.Calendars;

/// <summary>What is said of a calendar and of what it announces.</summary>
internal static class CalendarWords
{
    public static string Href(Guid calendar) => $"/gatherings/calendars/{calendar}";

    /// <summary>How it went the last times, each in a sentence.</summary>
    public static IEnumerable<Reason> Status(SubscribedCalendar it, DateTime now, TimeZoneInfo zone)
    {
        if (Trouble(it) is { } why)
        {
            yield return new("Calendars.FailsSince", Moment(it.TroubleSince ?? now, now, zone), why);
            if (it.HeldUntil is null || it.HeldUntil <= now) yield return new("Calendars.TriedAgain", Moment(it.NextAt, now, zone));
        }
        if (it.ReadAt is not { } read)
        {
            if (it.Trouble is null) yield return new("Calendars.NeverLooked");
            yield break;
        }
        yield return it.Trouble is not null ? new("Calendars.ReadLast", Moment(read, now, zone), it.Announces)
            : it.Announces == 0 ? new("Calendars.LookedNothing", Moment(read, now, zone))
            : it.News == 0 ? new("Calendars.LookedSame", Moment(read, now, zone), it.Announces)
            : new("Calendars.LookedNew", Moment(read, now, zone), it.Announces, it.News);
        if (it.IsCut) yield return new("Calendars.IsCut", FileEvent.Most, FileEvent.MostOfOne, FileEvent.MostPerDay);
        if (it.Unread > 0) yield return new("Calendars.Unread", it.Unread);
    }

    /// <summary>Where it could not be read or was not understood when all of it was read last, and why: the first of it, and how much more there is.</summary>
    public static IEnumerable<Reason> Where(SubscribedCalendar it)
    {
        var parts = UnreadParts.Read(it.UnreadWhere);
        foreach (var part in parts) yield return part.InPlace();
        var more = Math.Max(UnreadParts.More(it.UnreadWhere), it.Unread - parts.Count); // what an earlier version kept does not say it
        if (parts.Count > 0 && more > 0) yield return new("Calendars.UnreadMore", more);
    }

    /// <summary>Why it could not be read; null when it could.</summary>
    public static Reason? Trouble(SubscribedCalendar it) => it.Trouble is { } key ? it.TroubleStatus is { } status ? new(key, status) : new(key) : null;

    /// <summary>When and where.</summary>
    public static string Line(Announced it, TimeZoneInfo zone) => GatheringWords.Line(it.AsEvent(zone).It);

    /// <summary>What became of one that the owner keeps.</summary>
    public static Reason News(AnnouncedChange change) => new($"Calendars.News{change.It.News}", change.Name);

    /// <summary>When and where it is, and was.</summary>
    public static IEnumerable<Reason> NewsReasons(AnnouncedChange change, TimeZoneInfo zone)
    {
        var it = change.It;
        yield return new(it.News == AnnouncedNews.Moved ? "Calendars.ItIsNow" : "Calendars.ItIsOn", Line(it, zone));
        if (it.News == AnnouncedNews.Moved && it.WasOn is { } was)
        {
            var day = it.WasAt is { } at ? DateOnly.FromDateTime(new CalendarZone(zone).ToClock(at)) : was;
            yield return new("Calendars.ItWas", GatheringWords.Line(new NewGathering { Name = it.Name, On = day, From = NewGathering.Clock(it.WasAt, zone), Place = it.WasPlace }));
        }
        yield return new("Calendars.SaysCalendar", change.Calendar);
    }

    /// <summary>What the choice of gatherings rests on.</summary>
    public static Reason Looked(WhichAnswer answer) => new("Calendars.WhichLooked", answer.Looked, answer.Needs);

    /// <summary>Why none is proposed.</summary>
    public static Reason NothingFits(WhichAnswer answer) => new(answer.Looked == 0 ? "Calendars.NothingToChoose" : answer.Needs == 0 ? "Calendars.NothingNeeded" : "Calendars.NothingFits");

    /// <summary>By whom it is announced, or that it is one of the owner's.</summary>
    public static Reason From(Attendable it) => it.Calendar is { } calendar ? new("Calendars.From", calendar) : new("Calendars.YouNoticed");

    /// <summary>A moment as one says it: relative when it is near.</summary>
    private static Reason Moment(DateTime at, DateTime now, TimeZoneInfo zone)
    {
        var away = at - now;
        var (minutes, hours) = ((int)Math.Round(Math.Abs(away.TotalMinutes)), (int)Math.Round(Math.Abs(away.TotalHours)));
        if (minutes < 1) return new("Calendars.Now");
        if (minutes < 60) return new(away < TimeSpan.Zero ? "Calendars.MinutesAgo" : "Calendars.InMinutes", minutes);
        if (hours < 24) return new(away < TimeSpan.Zero ? "Calendars.HoursAgo" : "Calendars.InHours", hours);
        return new("Calendars.OnDayAt", TimeZoneInfo.ConvertTimeFromUtc(at, zone));
    }
}
