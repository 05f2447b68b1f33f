namespace Mainstay.Reminders;

/// <summary>
/// When the owner is to be reminded: once on each of their chosen days, at their hour of their zone, whatever clocks and zones do. What
/// was missed while nothing ran is not made up for: the next reminder speaks of its own day.
/// </summary>
public static class DigestClock
{
    /// <summary>Between two reminders so much time passes at least, even when a zone further east makes it the next day at once.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromHours(6);

    /// <summary>After so long it is said again, even when a zone further west makes it the same day or the one before again. Longer than any day of one zone.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromHours(26);

    /// <summary>A last time so far ahead was written by a clock that went wrong.</summary>
    private static readonly TimeSpan Wrong = TimeSpan.FromHours(27);

    /// <summary>The moment of an hour of a day, in UTC. An hour that is left out in spring counts as the first moment after; one that comes twice in autumn as the first of the two.</summary>
    public static DateTime Moment(DateOnly day, int hour, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    /// <summary>Whether it is time, and nothing was said for this day yet.</summary>
    public static bool IsDue(ReminderPlan plan, DateTime now, TimeZoneInfo zone)
    {
        var today = Day(now, zone);
        return plan.IsOn && ReminderWishes.Has(plan.Weekdays, today.DayOfWeek) && now >= Moment(today, plan.Hour, zone) && now >= Rested(plan, today, now);
    }

    /// <summary>When it is time next, now if it is; null when the owner wants no reminders.</summary>
    public static DateTime? Next(ReminderPlan plan, DateTime now, TimeZoneInfo zone)
    {
        if (!plan.IsOn) return null;
        var today = Day(now, zone);
        for (var day = today; ; day = day.AddDays(1))
        {
            if (!ReminderWishes.Has(plan.Weekdays, day.DayOfWeek)) continue;
            var at = Latest(Moment(day, plan.Hour, zone), Rested(plan, day, now));
            // Rest may reach beyond the day itself: then the next one has its turn.
            if (Day(at, zone) <= day) return at < now ? now : at;
        }
    }

    /// <summary>From when on something may be said for this day, going by when it was said last.</summary>
    private static DateTime Rested(ReminderPlan plan, DateOnly day, DateTime now) => plan switch
    {
        { LastAt: null } or { LastOn: null } => DateTime.MinValue,
        { LastAt: { } last } when last - now > Wrong => DateTime.MinValue,
        { LastAt: { } last } => last + (day > plan.LastOn ? Least : Most),
    };

    private static DateTime Latest(DateTime one, DateTime other) => one > other ? one : other;

    private static DateOnly Day(DateTime moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(moment, zone));
}
