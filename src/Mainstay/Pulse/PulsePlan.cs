using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Pulse;

/// <summary>How often the owner wants to be asked.</summary>
public enum PulseEvery { Never = 0, Week = 1, Fortnight = 2, Month = 3 }

/// <summary>When Today asks how it goes. Nothing asks until the owner chose it. One row in a space.</summary>
public sealed class PulsePlan : IOwned
{
    /// <summary>After so many days an open question is dropped, as if it had not been asked.</summary>
    private const int DaysOpen = 5;

    /// <summary>Who tapped so shortly before is not asked again.</summary>
    private const int JustBefore = 3;

    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public PulseEvery Every { get; set; }

    public DayOfWeek Weekday { get; set; }

    /// <summary>The first day on which it may ask; fortnights are counted from it.</summary>
    public DateOnly From { get; set; }

    /// <summary>Until the day before it does not ask.</summary>
    public DateOnly? QuietUntil { get; set; }

    public bool IsPaused(DateOnly today) => QuietUntil > today;

    /// <summary>The day whose question is open; null when none is.</summary>
    /// <param name="today">The owner's day.</param>
    /// <param name="lastOn">The day of the last pulse.</param>
    public DateOnly? OpenOn(DateOnly today, DateOnly? lastOn) =>
        !IsPaused(today) && LatestBy(today) is { } asked && today.DayNumber - asked.DayNumber < DaysOpen && !(lastOn > asked.AddDays(-JustBefore)) ? asked : null;

    /// <summary>When it asks next, after a day; null when it never does.</summary>
    public DateOnly? NextAfter(DateOnly day)
    {
        if (Every == PulseEvery.Never) return null;
        var from = QuietUntil > day ? QuietUntil.Value.AddDays(-1) : day;
        for (var next = from < From ? From : from.AddDays(1); ; next = next.AddDays(1)) if (AsksOn(next)) return next;
    }

    /// <summary>The first of its days on or after a day.</summary>
    public static DateOnly First(PulseEvery every, DayOfWeek weekday, DateOnly day)
    {
        var first = day.AddDays((7 + (int)weekday - (int)day.DayOfWeek) % 7);
        return every == PulseEvery.Month && first.Day > 7 ? First(every, weekday, new DateOnly(day.Year, day.Month, 1).AddMonths(1)) : first;
    }

    private DateOnly? LatestBy(DateOnly today)
    {
        for (var back = 0; back < DaysOpen; back++) if (AsksOn(today.AddDays(-back))) return today.AddDays(-back);
        return null;
    }

    private bool AsksOn(DateOnly day) => day >= From && day.DayOfWeek == Weekday && Every switch
    {
        PulseEvery.Week => true,
        PulseEvery.Fortnight => (day.DayNumber - From.DayNumber) % 14 == 0,
        PulseEvery.Month => day.Day <= 7,
        _ => false,
    };
}

/// <summary>How often somebody wants to be asked, as they say it.</summary>
public sealed record PulseWishes(PulseEvery Every, DayOfWeek Weekday = DayOfWeek.Friday)
{
    /// <summary>Not before this day; null ends a pause.</summary>
    public DateOnly? QuietUntil { get; init; }

    /// <summary>As it is; never, until the owner chose.</summary>
    public static PulseWishes Of(PulsePlan? plan) => plan is null ? new(PulseEvery.Never) : new(plan.Every, plan.Weekday);

    public Problems Check(DateOnly today) => new Problems()
        .When(!Enum.IsDefined(Every), "every", "Pulse.NotAnEvery")
        .When(!Enum.IsDefined(Weekday), "weekday", "Pulse.NotAWeekday")
        .When(QuietUntil <= today, "pausedUntil", "Pulse.PauseIsOver");
}
