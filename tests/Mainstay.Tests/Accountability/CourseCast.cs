using Mainstay.Accountability;

namespace Mainstay.Tests.Accountability;

/// <summary>A commitment of Ada's, made on Friday, 1 May 2026 and due on Monday, 31 August, with check-ins on Fridays.</summary>
internal static class CourseCast
{
    public static readonly DateOnly Start = new(2026, 5, 1);

    public static CommitmentCourse Course(DateOnly? due = null, DateOnly? start = null, DayOfWeek on = DayOfWeek.Friday) =>
        new(new() { Outcome = "Send the offer", Due = due ?? new(2026, 8, 31), StartedOn = start ?? Start, CheckInOn = on, WitnessId = Guid.CreateVersion7(), Witness = WitnessState.Accepted }, [], [], []);

    /// <summary>The same, whose witness was removed for good.</summary>
    public static CommitmentCourse Gone()
    {
        var course = Course();
        course.It.WitnessId = null;
        return course;
    }

    public static CommitmentCourse Said(this CommitmentCourse course, params (DateOnly For, Went Went)[] said) =>
        course with { CheckIns = [.. course.CheckIns, .. said.Select(s => new CheckIn { For = s.For, Answer = s.Went, ReportedOn = s.For })] };

    public static CommitmentCourse Paused(this CommitmentCourse course, DateOnly from, DateOnly? until = null) => course with { Pauses = [.. course.Pauses, new() { From = from, Until = until }] };

    public static CommitmentCourse Changed(this CommitmentCourse course, NewChange change, DateOnly today) => course with { Changes = [.. course.Changes, course.ChangeTo(change, today)!] };

    /// <summary>The Friday so many weeks after the first of May.</summary>
    public static DateOnly Week(int number) => Start.AddDays(7 * number);
}
