using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Mainstay.Formats;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary>A gathering as a calendar file tells of it, in the zone where the owner is.</summary>
/// <param name="Key">What makes it the same in another file.</param>
/// <param name="It">What would be written down.</param>
/// <param name="IsCalledOff">It does not take place.</param>
public sealed record FileEvent(string Key, NewGathering It, bool IsCalledOff)
{
    /// <summary>So far back a file is read, so far ahead, and so many at most.</summary>
    public const int DaysBack = 366, DaysAhead = 400, Most = 200;

    /// <summary>What is repeated takes so many places at most, so that it leaves some to others; on a day on which it takes place more often than this, one.</summary>
    public const int MostOfOne = 60, MostPerDay = 3;

    public const int LongestKey = 200;

    /// <summary>A page carries all of them, so each brings only the beginning of a long text.</summary>
    private const int MostText = 2_000, MostWords = 500, MostWho = 200, MostNames = 10_000;

    /// <summary>What it is called; what has no name, after where it is, so that it can be told apart.</summary>
    public string Name => Texts.Filled(It.Name) ?? (It.Place is { Length: <= NewGathering.MostName } place ? place : new Reason("Gatherings.Nameless").InWords());

    /// <summary>Who is named as inviting or coming, a line each: <c>Name &lt;mail&gt;</c>. Who said that they do not come is left out.</summary>
    [JsonIgnore]
    public string? Who { get; init; }

    /// <summary>When and where, as a fingerprint that is the same in every zone.</summary>
    public string Said(TimeZoneInfo zone)
    {
        var (starts, ends) = It.Moments(zone);
        return Fingerprint(starts is null ? FormattableString.Invariant($"{It.On:O} {It.LastDay:O} {It.Place}") : FormattableString.Invariant($"{starts:O} {ends:O} {It.Place}"));
    }

    /// <summary>What of a file may become gatherings: what comes, the next first; then what was, the latest first.</summary>
    /// <param name="file">The calendars.</param>
    /// <param name="zone">Where the owner is: whole days and floating times are theirs.</param>
    /// <param name="today">The owner's day.</param>
    public static (IReadOnlyList<FileEvent> Events, bool IsCut) In(CalendarFile file, TimeZoneInfo zone, DateOnly today)
    {
        var clock = new CalendarZone(zone);
        DateTime Begin(DateOnly day) => clock.ToUtc(day.ToDateTime(TimeOnly.MinValue));
        var ahead = file.Occurrences(new(Begin(today), Begin(today.AddDays(DaysAhead)), zone) { Most = Most, MostOfOne = MostOfOne, MostPerDay = MostPerDay, WithCancelled = true });
        var before = file.Occurrences(new(Begin(today.AddDays(-DaysBack)), Begin(today), zone) { Most = CalendarLimits.Default.Events, MostPerDay = MostPerDay });
        var past = before.Items.Where(o => o.StartsAt < Begin(today)).Reverse().ToList();
        var taken = new Dictionary<string, int>();
        var fair = past.Where(o => !o.Event.Repeats || (taken[o.Event.Uid] = taken.GetValueOrDefault(o.Event.Uid) + 1) <= MostOfOne).ToList();
        var events = ahead.Items.Concat(fair).Select(o => Of(o, clock)).DistinctBy(e => e.Key).ToList();
        return ([.. events.Take(Most)], ahead.IsCut || before.IsCut || fair.Count < past.Count || events.Count > Most);
    }

    /// <summary>What of a file lies ahead, the next first, with what is called off of it.</summary>
    /// <returns>The events; whether there are more; until which day, exclusive, none is missing: null when that is not known; and how the keys begin of which one stands for a whole day all the same.</returns>
    public static (IReadOnlyList<FileEvent> Events, bool IsCut, DateOnly? CompleteUntil, IReadOnlyList<string> Crowded) Ahead(CalendarFile file, TimeZoneInfo zone, DateOnly today)
    {
        var clock = new CalendarZone(zone);
        DateTime Begin(DateOnly day) => clock.ToUtc(day.ToDateTime(TimeOnly.MinValue));
        var found = file.Occurrences(new(Begin(today), Begin(today.AddDays(DaysAhead)), zone) { Most = Most, MostOfOne = MostOfOne, MostPerDay = MostPerDay, WithCancelled = true });
        var events = found.Items.Select(o => Of(o, clock)).DistinctBy(e => e.Key).ToList();
        var crowded = found.Crowded.Select(day => $"{day.Uid}/{CalendarTime.Day(day.Day)}").ToList(); // a key goes on with the time of the day
        return (events, found.IsCut, found.CompleteUntil is { } until ? DateOnly.FromDateTime(clock.ToClock(until)) : null, crowded);
    }

    private static FileEvent Of(CalendarOccurrence one, CalendarZone clock)
    {
        var (said, starts, ends) = (one.Event, clock.ToClock(one.StartsAt), clock.ToClock(one.EndsAt));
        var first = one.Start.IsDay ? one.Start.Date : DateOnly.FromDateTime(starts);
        var last = one.Start.IsDay ? DateOnly.FromDateTime(ends.AddTicks(-1)) : DateOnly.FromDateTime(ends);
        last = last < first ? first : last.DayNumber - first.DayNumber >= NewGathering.MostDays ? first.AddDays(NewGathering.MostDays - 1) : last;
        var isTimed = !one.Start.IsDay;
        var place = IsLink(said.Location) ? null : Short(said.Location.ReplaceLineEndings(", "), MostWords);
        return new(KeyOf(one), new()
        {
            Name = Short(Texts.OneLine(said.Summary), NewGathering.MostName) ?? "",
            On = first,
            From = isTimed ? TimeOnly.FromDateTime(starts) : null,
            Until = last == first ? null : last,
            To = isTimed && ends > starts ? TimeOnly.FromDateTime(ends) : null,
            Place = place,
            Link = IsLink(said.Url) ? said.Url.Trim() : IsLink(said.Location) ? said.Location.Trim() : null,
            Topics = Short(string.Join(", ", said.Categories.Select(c => Texts.OneLine(c).Trim()).Where(c => c.Length > 0)), MostWords),
            Note = Short(said.Description.ReplaceLineEndings("\n"), MostText),
        }, said.Status == CalendarStatus.Cancelled) { Who = Short(string.Join('\n', Parties(said).Take(MostWho)), MostNames) };
    }

    private static IEnumerable<string> Parties(CalendarEvent said) =>
        said.Attendees.Where(a => a.Answer != CalendarAnswer.Declined).Concat(said.Organizer is { } host ? [host] : [])
            .Select(p => $"{p.Name?.ReplaceLineEndings(" ").Trim()} {(p.Mail is { } mail ? $"<{mail.Trim()}>" : "")}".Trim()).Where(p => p.Length > 0).Distinct();

    /// <summary>The UID, and of what is repeated also which time it is. What gives none is known by its name and its day.</summary>
    private static string KeyOf(CalendarOccurrence one)
    {
        var uid = one.Event.Uid.Length > 0 ? one.Event.Uid : $"{one.Event.Summary} {one.Id}";
        var key = one.Event.Repeats || one.Event.RecurrenceId is not null ? $"{uid}/{one.Id}" : uid;
        return key.Length <= LongestKey && !key.Any(char.IsControl) ? key : Fingerprint(key);
    }

    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static bool IsLink(string text) => NewGathering.IsLink(text.Trim());

    private static string? Short(string text, int most)
    {
        text = text.Trim();
        if (text.Length > most) text = text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
        return text.Length == 0 ? null : text;
    }
}
