namespace Mainstay.Accountability;

/// <summary>When a promise seems too large. Misses are weeks that were not done or had no report, one after the other; pauses neither count nor break the row.</summary>
public static class Slipping
{
    /// <summary>After so many it is proposed to make it smaller or to drop it. Our judgement.</summary>
    public const int Misses = 3;

    /// <summary>The latest misses in a row, since the promise last changed or the owner said that they go on; the last one first.</summary>
    public static IReadOnlyList<CheckInDay> MissesBy(this CommitmentCourse course, DateOnly today)
    {
        var from = course.Changes.Where(c => c.From <= today).Select(c => c.From).Append(course.It.GoesOnFrom ?? course.It.StartedOn).Max();
        return [.. course.CheckInsBy(today).Reverse().Where(d => d.On > from && d.On <= today && d.State is not (CheckInState.Paused or CheckInState.Waiting)).TakeWhile(d => d.State is CheckInState.Not or CheckInState.NoReport)];
    }

    /// <summary>Whether to propose to make it smaller or to drop it: not while it is paused, over, due, or announced to change.</summary>
    public static bool SeemsTooLarge(this CommitmentCourse course, DateOnly today) =>
        course.IsOpen && !course.IsPausedOn(today) && today < course.PromiseOn(today).Due && course.Announced(today) is null && course.MissesBy(today).Count >= Misses;
}
