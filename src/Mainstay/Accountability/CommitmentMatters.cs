namespace Mainstay.Accountability;

/// <summary>What Today may say of a commitment.</summary>
public enum CommitmentMatter { HowItEnded, TooLarge, CheckIn, WitnessAccepted, WitnessDeclined, WitnessSteppedDown, WitnessSilent, WitnessWrote }

/// <summary>Something to say, and since when.</summary>
public sealed record MatterSince(CommitmentMatter Matter, DateOnly Since);

/// <summary>What of a commitment is the owner's turn. It is said once and, after silence, once more; a pause stops all of it.</summary>
public static class CommitmentMatters
{
    /// <summary>So long something is said at most: what Today said longer ago it has forgotten, and would say again.</summary>
    internal const int DaysToSay = 30;

    private const int DaysToRemind = 2, DaysOfWelcome = 2;

    /// <summary>What there is to say on a day, the most pressing first.</summary>
    /// <param name="course">The commitment.</param>
    /// <param name="wrote">The last day on which the witness wrote, if they did. That is told also when it has ended.</param>
    /// <param name="today">The owner's day.</param>
    public static IEnumerable<MatterSince> MattersOn(this CommitmentCourse course, DateOnly? wrote, DateOnly today)
    {
        if ((course.IsOpen && course.IsPausedOn(today)) || course.It.QuietUntil > today) return [];
        return course.AllMatters(wrote, today).Select(m => m with { Since = Later(m.Since, course.It.QuietUntil) }).Where(m => m.Since <= today && today <= course.Awake(m.Since).AddDays(DaysToSay));
    }

    /// <summary>The first day from one on that is in no pause: what a pause hid from its beginning has its days after it. What was said before a pause may be forgotten by its end, and is not said anew.</summary>
    private static DateOnly Awake(this CommitmentCourse course, DateOnly day)
    {
        while (course.PauseOn(day) is { Until: { } until }) day = until.AddDays(1);
        return day;
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

    private static IEnumerable<MatterSince> AllMatters(this CommitmentCourse course, DateOnly? wrote, DateOnly today)
    {
        if (course.IsOpen)
        {
            var due = course.PromiseOn(today).Due;
            if (due <= today) yield return new(CommitmentMatter.HowItEnded, due);
            if (course.CheckInToAnswer(today) is { } day) yield return new(CommitmentMatter.CheckIn, day);
            if (course.SeemsTooLarge(today)) yield return new(CommitmentMatter.TooLarge, KnownOn(course.MissesBy(today)[^Slipping.Misses]));
            if (course.It.Answered(today) is { } answered) yield return answered;
        }
        if (wrote is { } on) yield return new(CommitmentMatter.WitnessWrote, on);
    }

    /// <summary>Since when a miss is known: since it was said, or no report came. Corrected later, it is none the newer.</summary>
    private static DateOnly KnownOn(CheckInDay miss)
    {
        var silent = miss.On.AddDays(CheckInDays.DaysToReport);
        return miss.Report?.ReportedOn is { } said && said < silent ? said : silent;
    }

    private static MatterSince? Answered(this Commitment it, DateOnly today) => it switch
    {
        _ when it.IsSilent(today) => new(CommitmentMatter.WitnessSilent, it.WitnessAskedOn!.Value.AddDays(Witnessing.DaysToAnswer + 1)),
        { Witness: WitnessState.Accepted, WitnessOn: { } on } when today <= on.AddDays(DaysOfWelcome) => new(CommitmentMatter.WitnessAccepted, on),
        { Witness: WitnessState.Declined, WitnessOn: { } on } => new(CommitmentMatter.WitnessDeclined, on),
        { Witness: WitnessState.SteppedDown, WitnessOn: { } on } => new(CommitmentMatter.WitnessSteppedDown, on),
        _ => null,
    };

    private static DateOnly Later(DateOnly one, DateOnly? other) => other > one ? other.Value : one;
}
