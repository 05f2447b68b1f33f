namespace Mainstay.SupportPlans;

/// <summary>How much somebody takes on for one and the same day, by their own measure.</summary>
public static class DailyLimit
{
    /// <summary>The first day on which it would be more than they allow themselves; null when it fits.</summary>
    /// <param name="task">What they would take.</param>
    /// <param name="theirs">What they took already.</param>
    /// <param name="mostADay">Their limit.</param>
    public static DateOnly? TooMuchOn(SupportTask task, IEnumerable<SupportTask> theirs, int mostADay)
    {
        var others = theirs.Where(t => t.Id != task.Id).ToList();
        for (var day = task.On; day <= task.LastDay(); day = day.AddDays(1))
            if (others.Count(t => t.IsOn(day)) >= mostADay) return day;
        return null;
    }
}
