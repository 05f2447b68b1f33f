namespace Mainstay.Accountability;

/// <summary>What is known of a week.</summary>
public enum CheckInState { Done = 0, Partly = 1, Not = 2, Paused = 3, Waiting = 4, NoReport = 5 }

/// <summary>A day on which a check-in was due, and what became of it.</summary>
public sealed record CheckInDay(DateOnly On, CheckIn? Report, CheckInState State);

/// <summary>
/// When check-ins are due: weekly after the day on which the commitment was made, until the day before it is due. What was said of a day
/// stays said, whatever the clock or the calendar does afterwards.
/// </summary>
public static class CheckInDays
{
    /// <summary>So long a check-in waits, with one reminder; then there is no report, until there is one.</summary>
    public const int DaysToReport = 3;

    private const int Week = 7;

    /// <summary>All of them so far, in order.</summary>
    public static IReadOnlyList<CheckInDay> CheckInsBy(this CommitmentCourse course, DateOnly today)
    {
        var reports = course.CheckIns.ToDictionary(c => c.For);
        return [.. course.Scheduled(today).Union(reports.Keys).Order().Select(day => reports.GetValueOrDefault(day) is { } report
            ? new CheckInDay(day, report, (CheckInState)report.Answer)
            : new CheckInDay(day, null, course.IsPausedOn(day) ? CheckInState.Paused : today < day.AddDays(DaysToReport) ? CheckInState.Waiting : CheckInState.NoReport))];
    }

    /// <summary>The check-in that can be answered now; null when none is due, it was answered, or the commitment is paused or over.</summary>
    public static DateOnly? CheckInToAnswer(this CommitmentCourse course, DateOnly today)
    {
        if (!course.IsOpen || course.IsPausedOn(today) || today >= course.PromiseOn(today).Due) return null;
        return course.CheckInsBy(today) is [.., { State: CheckInState.Waiting or CheckInState.NoReport } last] ? last.On : null;
    }

    /// <summary>The next one after a day that no pause leaves out; null when there is none before the commitment is due.</summary>
    public static DateOnly? NextCheckIn(this CommitmentCourse course, DateOnly today) =>
        course.IsOpen ? course.Scheduled(course.PromiseOn(today).Due).Where(d => d > today && !course.IsPausedOn(d)).Select(d => (DateOnly?)d).FirstOrDefault() : null;

    /// <summary>The days between two, both included, on which one is due and no pause leaves it out.</summary>
    public static IEnumerable<DateOnly> CheckInsBetween(this CommitmentCourse course, DateOnly from, DateOnly until) => course.Scheduled(until).Where(d => d >= from && !course.IsPausedOn(d));

    /// <summary>Whether something can be said of a day.</summary>
    public static bool MayReport(this CommitmentCourse course, DateOnly day, DateOnly today) => course.CheckInsBy(today).Any(d => d.On == day);

    private static IEnumerable<DateOnly> Scheduled(this CommitmentCourse course, DateOnly until)
    {
        var days = ((int)course.It.CheckInOn - (int)course.It.StartedOn.DayOfWeek + Week) % Week;
        for (var day = course.It.StartedOn.AddDays(days == 0 ? Week : days); day <= until && !(day >= course.It.EndedOn); day = day.AddDays(Week))
            if (day < course.PromiseOn(day).Due) yield return day;
    }
}
