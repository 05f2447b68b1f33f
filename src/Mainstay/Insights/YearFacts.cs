using Mainstay.Exchange;

namespace Mainstay.Insights;

/// <summary>What the rooms know of a year, from its first day until its last or today.</summary>
public sealed record YearFacts
{
    public required int Of { get; init; }

    public required DateOnly Until { get; init; }

    /// <summary>Whether it has ended; what did not happen in it is told only then.</summary>
    public bool IsOver => Until == new DateOnly(Of, 12, 31);

    /// <summary>The day of each touch with somebody who is there.</summary>
    public IReadOnlyList<DateOnly> Touches { get; init; } = [];

    /// <summary>With how many people.</summary>
    public int TouchedPeople { get; init; }

    /// <summary>With whom the first touch that is noted was in this year, the nearest first.</summary>
    public IReadOnlyList<YearName> CameIn { get; init; } = [];

    /// <summary>With whom there were touches on several days of the year before, and none in this one; nobody until it is over.</summary>
    public IReadOnlyList<YearName> Faded { get; init; } = [];

    /// <summary>Favours of people who are there.</summary>
    public IReadOnlyList<(Way Way, DateOnly On, Guid Person)> Favours { get; init; } = [];

    /// <summary>Doors that were opened, and what has become of them by now.</summary>
    public IReadOnlyList<OpportunityState> Doors { get; init; } = [];

    /// <summary>Introductions that the owner made, and both wanted. Each is among the favours, too.</summary>
    public int Introductions { get; init; }

    /// <summary>What was given back in it.</summary>
    public IReadOnlyList<YearName> Gifts { get; init; } = [];

    /// <summary>Asks that were sent and not taken back, as they stand by now.</summary>
    public IReadOnlyList<(YearName What, AskState State)> Asks { get; init; } = [];

    /// <summary>How many of them helped, at least in part.</summary>
    public int AsksHelped { get; init; }

    public IReadOnlyList<string> NeedsCame { get; init; } = [];

    public IReadOnlyList<string> NeedsWent { get; init; } = [];

    public IReadOnlyList<string> GoalsReached { get; init; } = [];

    /// <summary>How surely all needs were covered at each review, 0 to 1, the earliest first.</summary>
    public IReadOnlyList<(DateOnly On, double Coverage)> Reviews { get; init; } = [];

    public IReadOnlyList<YearName> Learnings { get; init; } = [];

    /// <summary>Of how many of them it is noted what came of it.</summary>
    public int LearningsUsed { get; init; }
}
