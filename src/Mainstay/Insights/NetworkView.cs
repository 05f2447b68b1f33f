using Mainstay.Needs;
using Mainstay.Rhythm;

namespace Mainstay.Insights;

/// <summary>The whole network as it is looked at: everybody, who of them know each other, in which groups, and how strong each tie was month by month.</summary>
public sealed record NetworkView
{
    /// <summary>So many months are looked back.</summary>
    public const int MonthsBack = 36;

    public required DateOnly On { get; init; }

    /// <summary>The last days of the months before, rising, and the day itself at the end.</summary>
    public required IReadOnlyList<DateOnly> Months { get; init; }

    /// <summary>Everybody, by id: whoever is added later comes later. A person's number is the place here.</summary>
    public required IReadOnlyList<NetworkPerson> People { get; init; }

    /// <summary>Those who know each other, by their numbers, rising.</summary>
    public required IReadOnlyList<NetworkLink> Links { get; init; }

    /// <summary>Circles of people who know each other, the largest first.</summary>
    public required IReadOnlyList<NetworkGroup> Groups { get; init; }

    /// <summary>What is needed, the most important first.</summary>
    public required IReadOnlyList<Need> Needs { get; init; }

    /// <summary>How many people know at least one other.</summary>
    public int Linked => Groups.Sum(g => g.People.Count);

    /// <summary>The days whose strengths are kept, for somebody who looks on a day.</summary>
    public static IReadOnlyList<DateOnly> MonthsUntil(DateOnly today)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        return [.. Enumerable.Range(0, MonthsBack).Select(i => first.AddMonths(i + 1 - MonthsBack).AddDays(-1)), today];
    }
}

/// <summary>Somebody in the network.</summary>
public sealed record NetworkPerson(int Number, Guid Id, string Name)
{
    public Layer Layer { get; init; }

    /// <summary>What they are to the owner now, the main role first.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Where they are now, the first place first.</summary>
    public IReadOnlyList<NetworkPlace> Places { get; init; } = [];

    /// <summary>Which needs they can meet, the ablest first.</summary>
    public IReadOnlyList<Support> Supports { get; init; } = [];

    /// <summary>The number of their group; null when nobody of the owner's people is known to know them.</summary>
    public int? Group { get; init; }

    /// <summary>How strong the tie was on each of the months' days, per cent; empty when it never was.</summary>
    public IReadOnlyList<byte> Strengths { get; init; } = [];

    /// <summary>Per cent, on one of the months' days.</summary>
    public int StrengthAt(int month) => Strengths.Count == 0 ? 0 : Strengths[month];

    /// <summary>Per cent, now.</summary>
    public int Strength => Strengths.Count == 0 ? 0 : Strengths[^1];
}

/// <summary>An organization somebody is at.</summary>
public sealed record NetworkPlace(Guid Id, string Name);

/// <summary>Two who know each other: their numbers, the lesser first, how well in per cent, and whether the owner said so.</summary>
public readonly record struct NetworkLink(int First, int Second, int Strength, bool IsSaid);

/// <summary>People who know each other better than others, and who of them knows most of them.</summary>
public sealed record NetworkGroup(int Number, IReadOnlyList<int> People, int Around);
