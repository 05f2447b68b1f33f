using System.ComponentModel;
using Mainstay.Words;

namespace Mainstay.Pulse;

/// <summary>A day's pulse, as programs are told of it.</summary>
public sealed record PulseAnswer(Guid Id, DateOnly On, [property: Description("0 to 10; null when it was skipped, as with the others.")] int? Confidence, int? Energy, int? Supported, string? Note)
{
    public static PulseAnswer Of(DayPulse row) => new(row.Id, row.On, row.Confidence, row.Energy, row.Supported, row.Note);
}

/// <summary>A pulse that was kept, as programs are told of it.</summary>
public sealed record KeptPulseAnswer(PulseAnswer Pulse, [property: Description("When the day had another before: by what that comes back.")] Guid? Change)
{
    public static KeptPulseAnswer Of(KeptPulse kept) => new(PulseAnswer.Of(kept.Pulse), kept.Change);
}

/// <summary>A pulse, as programs write it.</summary>
public sealed record PulseFields
{
    [Description("The day; today when not said. A second for the same day changes the first.")]
    public DateOnly? On { get; init; }

    [Description("0 to 10; leave out what is skipped.")]
    public int? Confidence { get; init; }

    public int? Energy { get; init; }

    [Description("How supported you feel.")]
    public int? Supported { get; init; }

    [Description("When left out, the day's note stays; an empty one takes it away.")]
    public string? Note { get; init; }

    public NewPulse ToNew() => new() { On = On, Confidence = Confidence, Energy = Energy, Supported = Supported, Note = Note };
}

/// <summary>A trend, as programs are told of it: arithmetic, and no interpretation.</summary>
public sealed record PulseTrendAnswer(
    PulsePart Part,
    [property: Description("How many check-ins it is drawn from.")] int Count,
    [property: Description("The day of the first of them.")] DateOnly? Since,
    [property: Description("The Theil–Sen slope, in points a week; null with fewer than three check-ins.")] double? PerWeek,
    PulseWay Way,
    string Sentence)
{
    public static PulseTrendAnswer Of(PulseTrend trend) => new(trend.Part, trend.Points.Count, trend.Points is [var first, ..] ? first.On : null, trend.PerWeek is { } week ? Math.Round(week, 3) : null, trend.Way, trend.InWords.InWords());
}

/// <summary>What happened in a week beside the pulse, as programs are told of it.</summary>
public sealed record PulseWeekAnswer([property: Description("Its Monday.")] DateOnly From, int Touches, [property: Description("Favours you received.")] int Helped);

/// <summary>How often it is asked, as programs are told of it.</summary>
public sealed record PulsePlanAnswer(PulseEvery Every, DayOfWeek Weekday, DateOnly? PausedUntil, DateOnly? NextOn, string Sentence)
{
    public static PulsePlanAnswer Of(PulsePlan? plan, DateOnly today) =>
        new(plan?.Every ?? PulseEvery.Never, plan?.Weekday ?? DayOfWeek.Friday, plan?.IsPaused(today) == true ? plan.QuietUntil : null, plan?.NextAfter(today), PulseWords.Plan(plan, today).InWords());
}

/// <summary>How often to ask, as programs say it.</summary>
public sealed record PulsePlanFields
{
    public required PulseEvery Every { get; init; }

    [Description("On which day of the week; of a month, on the first such day. Friday when not said.")]
    public DayOfWeek? Weekday { get; init; }

    [Description("Not before this day; leave it out to end a pause.")]
    public DateOnly? PausedUntil { get; init; }
}

/// <summary>The pulse with its trends and what happened beside, as programs are told of it.</summary>
public sealed record PulseViewAnswer(
    [property: Description("The latest first.")] IReadOnlyList<PulseAnswer> Items,
    IReadOnlyList<PulseTrendAnswer> Trends,
    [property: Description("What happened in the same weeks. It claims no cause.")] IReadOnlyList<PulseWeekAnswer> Weeks,
    PulsePlanAnswer Plan)
{
    [Description("The address of the check-ins before these; null at the end. The header Link says it too.")]
    public string? Next { get; init; }

    public static PulseViewAnswer Of(PulseView view, DateOnly today) => new(
        [.. view.All.Select(PulseAnswer.Of)], [.. view.Trends.Select(PulseTrendAnswer.Of)], [.. view.Weeks.Select(w => new PulseWeekAnswer(w.From, w.Touches, w.Helped))], PulsePlanAnswer.Of(view.Plan, today));
}
