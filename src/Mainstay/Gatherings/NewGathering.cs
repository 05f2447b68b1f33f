using Mainstay.Formats;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary>A gathering as somebody writes it, on the clock where the owner is.</summary>
public sealed record NewGathering
{
    public const int MostName = 300, MostText = 4_000, MostNote = 20_000, MostDays = 366, MostHours = 10_000;

    private const int EarliestYear = 1900, LatestYear = 2200;

    /// <summary>The gathering's id, when the door has one: added twice with the same, it counts once.</summary>
    public Guid? Id { get; init; }

    public required string Name { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>Whole days when not said.</summary>
    public TimeOnly? From { get; init; }

    /// <summary>The last day; the first when not said.</summary>
    public DateOnly? Until { get; init; }

    public TimeOnly? To { get; init; }

    /// <summary>The organization that holds it.</summary>
    public Guid? OrganizationId { get; init; }

    public string? Place { get; init; }

    public string? Address { get; init; }

    public string? Link { get; init; }

    public string? Topics { get; init; }

    public string? Note { get; init; }

    public GatheringState State { get; init; }

    public string? Goal { get; init; }

    public string? Ask { get; init; }

    public string? Offer { get; init; }

    public string? Pitch { get; init; }

    public string? Cost { get; init; }

    public double? Hours { get; init; }

    public DateOnly LastDay => Until ?? (From is { } from && To is { } to && to < from ? On.AddDays(1) : On);

    public Problems Check() => Texts()
        .When(Words.Texts.FilledLine(Name) is null, "name", "Gatherings.NameMissing")
        .When(Name?.Length > MostName, "name", "Gatherings.TooLong", MostName)
        .When(On.Year is < EarliestYear or > LatestYear, "on", "Gatherings.OddDay")
        .When(Until < On || (Until == On && To < From), Until < On ? "until" : "to", "Gatherings.EndsBefore")
        .When(Until is { } until && until.DayNumber - On.DayNumber >= MostDays, "until", "Gatherings.TooLasting", MostDays)
        .When(To is not null && From is null, "to", "Gatherings.FromMissing")
        .When(Link is not null && !IsLink(Link), "link", "Gatherings.NotALink")
        .When(Note?.Length > MostNote, "note", "Gatherings.TooLong", MostNote)
        .When(!(Hours is null or (>= 0 and <= MostHours)), "hours", "Gatherings.OddHours")
        .When(!Enum.IsDefined(State), "state", "Gatherings.NotAState");

    internal static bool IsLink(string text) => text.Length <= MostText && Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "http" or "https";

    private Problems Texts()
    {
        var problems = new Problems();
        foreach (var (field, text) in ((string, string?)[])[("place", Place), ("address", Address), ("topics", Topics), ("goal", Goal), ("ask", Ask), ("offer", Offer), ("pitch", Pitch), ("cost", Cost)])
            problems.When(text?.Length > MostText, field, "Gatherings.TooLong", MostText);
        return problems;
    }

    /// <summary>When it begins and ends, in UTC; neither when whole days are meant.</summary>
    public (DateTime? Starts, DateTime? Ends) Moments(TimeZoneInfo zone)
    {
        if (From is not { } from) return (null, null);
        var clock = new CalendarZone(zone);
        return (clock.ToUtc(On.ToDateTime(from)), To is { } to ? clock.ToUtc(LastDay.ToDateTime(to)) : null);
    }

    /// <summary>A gathering as it would be written now.</summary>
    public static NewGathering Of(Gathering it, TimeZoneInfo zone) => new()
    {
        Name = it.Name,
        On = it.FirstDay,
        From = Clock(it.StartsAt, zone),
        Until = it.LastDay == it.FirstDay ? null : it.LastDay,
        To = Clock(it.EndsAt, zone),
        OrganizationId = it.OrganizationId,
        Place = it.Place,
        Address = it.Address,
        Link = it.Link,
        Topics = it.Topics,
        Note = it.Note,
        State = it.State,
        Goal = it.Goal,
        Ask = it.OneAsk,
        Offer = it.OneOffer,
        Pitch = it.Pitch,
        Cost = it.Cost,
        Hours = it.Hours,
    };

    internal static TimeOnly? Clock(DateTime? moment, TimeZoneInfo zone) => moment is { } utc ? TimeOnly.FromDateTime(new CalendarZone(zone).ToClock(utc)) : null;
}
