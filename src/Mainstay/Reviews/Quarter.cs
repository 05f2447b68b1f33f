using Mainstay.Board;
using Mainstay.Coverage;
using Mainstay.Needs;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Reviews;

/// <summary>What there is to look at in a review: what changed, what is needed, which seats are free, and which ties are quiet.</summary>
public sealed record Quarter
{
    public required DateOnly On { get; init; }

    /// <summary>The review before today's; null when there is none.</summary>
    public Review? Last { get; init; }

    /// <summary>Today's, when it was kept already.</summary>
    public Review? Kept { get; init; }

    /// <summary>From when on a review is due; null when there is nothing to look at.</summary>
    public DateOnly? DueOn { get; init; }

    public required Happenings Happened { get; init; }

    /// <summary>What is needed: what is over its day first, then what nothing was done about for longest.</summary>
    public required IReadOnlyList<NeedToReview> Needs { get; init; }

    /// <summary>How many seats the board has.</summary>
    public int Seats { get; init; }

    /// <summary>Seats in which nobody sits, or whose time ran out.</summary>
    public required IReadOnlyList<SeatLine> FreeSeats { get; init; }

    /// <summary>The most pressing of what the map lacks.</summary>
    public required IReadOnlyList<Finding> Gaps { get; init; }

    /// <summary>Who is near and has grown quiet.</summary>
    public required IReadOnlyList<QuietTie> Fading { get; init; }

    /// <summary>Ties that could rest.</summary>
    public required IReadOnlyList<QuietTie> CouldRest { get; init; }

    /// <summary>How many more of each there are.</summary>
    public int MoreFading { get; init; }

    public int MoreCouldRest { get; init; }

    /// <summary>There is nothing to look at yet.</summary>
    public bool IsEmpty => Needs.Count == 0 && Seats == 0 && Fading.Count == 0 && CouldRest.Count == 0;
}

/// <summary>A need that is looked at again.</summary>
/// <param name="Need">Which.</param>
/// <param name="Cover">How surely it is covered.</param>
/// <param name="TouchedOn">When something was done about it last: noted, said, agreed, asked or given.</param>
/// <param name="On">The day on which it is looked at.</param>
/// <param name="NotedOn">The owner's day on which it was noted.</param>
public sealed record NeedToReview(Need Need, NeedCover? Cover, DateOnly TouchedOn, DateOnly On, DateOnly NotedOn)
{
    /// <summary>From so many days on it is worth a word that nothing was done.</summary>
    private const int LongDays = 28;

    /// <summary>Whether the day by which it was needed is over.</summary>
    public bool IsPast => Need.NeededBy < On;

    /// <summary>Why it is asked about here and not later.</summary>
    public IReadOnlyList<Reason> Reasons =>
    [
        .. Need.NeededBy is { } by ? [new Reason(IsPast ? "Reviews.DayPassed" : "Reviews.NeededBy", by)] : Array.Empty<Reason>(),
        new(TouchedOn > NotedOn ? "Reviews.LastDone" : On.DayNumber - NotedOn.DayNumber < LongDays ? "Reviews.JustNoted" : "Reviews.OnlyNoted", Telling.Ago(On.DayNumber - TouchedOn.DayNumber)),
    ];

    public static IReadOnlyList<NeedToReview> InOrder(IEnumerable<NeedToReview> needs) =>
        [.. needs.OrderByDescending(n => n.IsPast).ThenBy(n => n.IsPast ? n.Need.NeededBy : null).ThenBy(n => n.TouchedOn).ThenByDescending(n => n.Need.Importance).ThenBy(n => n.Need.Id)];
}

/// <summary>Somebody with whom it has grown quiet.</summary>
public sealed record QuietTie(Guid Id, string Name, Standing Standing, IReadOnlyList<Reason> Reasons);
