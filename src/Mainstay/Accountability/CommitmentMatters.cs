namespace Mainstay.Accountability;

/// <summary>What Today may say of a commitment.</summary>
public enum CommitmentMatter { HowItEnded, TooLarge, CheckIn, WitnessAccepted, WitnessDeclined, WitnessSteppedDown, WitnessSilent, WitnessWrote }

/// <summary>Something to say, and since when.</summary>
public sealed record MatterSince(CommitmentMatter Matter, DateOnly Since);

/// <summary>What of a commitment is the owner's turn. It is said once and, after silence, once more; a pause stops all of it.</summary>
public static class CommitmentMatters
{
    private const int DaysToRemind = 2, DaysOfNews = 2;

    /// <summary>What there is to say on a day, the most pressing first.</summary>
    /// <param name="course">The commitment.</param>
    /// <param name="wrote">The last day on which the witness wrote, if they did.</param>
    /// <param name="today">The owner's day.</param>
    public static IEnumerable<MatterSince> MattersOn(this CommitmentCourse course, DateOnly? wrote, DateOnly today)
    {
        if (!course.IsOpen || course.IsPausedOn(today) || course.It.QuietUntil > today) yield break;
        var due = course.PromiseOn(today).Due;
        if (due <= today) yield return new(CommitmentMatter.HowItEnded, due);
        if (course.CheckInToAnswer(today) is { } day) yield return new(CommitmentMatter.CheckIn, day);
        if (course.SeemsTooLarge(today)) yield return new(CommitmentMatter.TooLarge, Known(course.MissesBy(today)[0]));
        if (course.It.News(wrote, today) is { } news) yield return news;
    }

    /// <summary>Whether Today says it: on the first day on which it can, and once more two days later or when Today is opened next.</summary>
    /// <param name="since">Since when there is something to say.</param>
    /// <param name="said">On which days Today said it.</param>
    /// <param name="today">The owner's day.</param>
    public static bool IsSaid(DateOnly since, IEnumerable<DateOnly> said, DateOnly today) => said.Where(d => d >= since && d < today).Distinct().Order().ToList() switch
    {
        [] => true,
        [var once] => today >= once.AddDays(DaysToRemind),
        _ => false,
    };

    private static DateOnly Known(CheckInDay miss) => miss.Report?.ReportedOn ?? miss.On.AddDays(CheckInDays.DaysToReport);

    private static MatterSince? News(this Commitment it, DateOnly? wrote, DateOnly today)
    {
        if (it.IsSilent(today)) return new(CommitmentMatter.WitnessSilent, it.WitnessAskedOn!.Value.AddDays(Witnessing.DaysToAnswer + 1));
        if (wrote is { } day && IsNews(day, today)) return new(CommitmentMatter.WitnessWrote, day);
        return it.WitnessOn is { } on && IsNews(on, today) ? it.Witness switch
        {
            WitnessState.Accepted => new(CommitmentMatter.WitnessAccepted, on),
            WitnessState.Declined => new(CommitmentMatter.WitnessDeclined, on),
            WitnessState.SteppedDown => new(CommitmentMatter.WitnessSteppedDown, on),
            _ => null,
        } : null;
    }

    private static bool IsNews(DateOnly on, DateOnly today) => today.DayNumber - on.DayNumber is >= 0 and <= DaysOfNews;
}
