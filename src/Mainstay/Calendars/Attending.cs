using Mainstay.Gatherings;

namespace Mainstay.Calendars;

/// <summary>How the rhythm of going to gatherings stands on a day. A gathering counts where it begins, on the owner's days.</summary>
/// <param name="Plan">What the owner means to do.</param>
/// <param name="Today">The owner's day.</param>
/// <param name="Within">The gatherings of the running period at which the owner was, or to which they meant or mean to go.</param>
public sealed record Attending(AttendingPlan Plan, DateOnly Today, IReadOnlyList<Gathering> Within)
{
    /// <summary>What is proposed lies within the period, or within so many days where it is almost over.</summary>
    private const int Soon = 14;

    private const int MostOffered = 3;

    /// <summary>When the owner was at one for the last time, in whatever period.</summary>
    public DateOnly? LastOn { get; init; }

    /// <summary>There is one ahead to which the owner goes, in whatever period.</summary>
    public bool GoesSomewhere { get; init; }

    public AttendingSpan Span => AttendingSpan.Of(Plan.Per, Today);

    /// <summary>At so many the owner was in the period.</summary>
    public int Been => Within.Count(g => g.State == GatheringState.Been);

    /// <summary>To so many more they go in it.</summary>
    public int Going => Within.Count(g => g.State == GatheringState.Going && g.LastDay >= Today);

    /// <summary>They meant to go, it is over, and they did not say whether they were there.</summary>
    public IReadOnlyList<Gathering> Unsaid => [.. Within.Where(g => g.State == GatheringState.Going && g.LastDay < Today)];

    public bool IsMet => Been + Going >= Plan.HowMany;

    /// <summary>Today speaks of it when its time runs out: in the second half of what the next one has of the period, or when nothing is planned and the last one lies longer back than that.</summary>
    public bool IsWorthSaying => !IsMet && !(Plan.QuietUntil > Today) && (NextBy <= Today || (!GoesSomewhere && (LastOn ?? Plan.Since).AddDays(Share) < Today));

    /// <summary>The best of what fits and takes place in time.</summary>
    public IReadOnlyList<Fit> Offers(WhichAnswer which)
    {
        var until = Span.Last.DayNumber > Today.DayNumber + Soon ? Span.Last : Today.AddDays(Soon);
        return [.. which.Best.Where(f => f.It.It.On <= until).Take(MostOffered)];
    }

    /// <summary>So many days of the period each has.</summary>
    private int Share => Span.Days / Plan.HowMany;

    /// <summary>The middle of the days that the next one has.</summary>
    private DateOnly NextBy => Span.First.AddDays(Span.Days * (2 * (Been + Going) + 1) / (2 * Plan.HowMany));
}
