using Mainstay.Algorithms.Graphs;
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

    /// <summary>The same links as a graph: each weighs how well they know each other, per cent.</summary>
    public required CompressedGraph Graph { get; init; }

    /// <summary>How many people know at least one other.</summary>
    public int Linked => Groups.Sum(g => g.People.Count);

    /// <summary>The nearest layer first, then by name; who is in no layer comes last.</summary>
    public IReadOnlyList<NetworkPerson> InOrder => inOrder ??= [.. People.OrderBy(p => p.Layer == Layer.None).ThenBy(p => p.Layer).ThenBy(p => p.Rank)];

    private IReadOnlyList<NetworkPerson>? inOrder;

    /// <summary>What people are to the owner, the most frequent first.</summary>
    public IReadOnlyList<string> Roles => roles ??= [.. People.SelectMany(p => p.Roles).GroupBy(r => r, StringComparer.OrdinalIgnoreCase).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];

    private IReadOnlyList<string>? roles;

    /// <summary>Where people are, by name.</summary>
    public IReadOnlyList<NetworkPlace> Organizations => organizations ??= [.. People.SelectMany(p => p.Places).DistinctBy(o => o.Id).OrderBy(o => o.Name, StringComparer.Ordinal).ThenBy(o => o.Id)];

    private IReadOnlyList<NetworkPlace>? organizations;

    public SupportKind KindOf(Guid need) => Needs.First(n => n.Id == need).Kind;

    /// <summary>Null when nobody has this id.</summary>
    public NetworkPerson? PersonOf(Guid id)
    {
        var (first, last) = (0, People.Count - 1);
        while (first <= last)
        {
            var middle = (first + last) / 2;
            if (People[middle].Id == id) return People[middle];
            if (People[middle].Id.CompareTo(id) < 0) first = middle + 1;
            else last = middle - 1;
        }
        return null;
    }

    /// <summary>Whom somebody knows, the best first, and how well, per cent.</summary>
    public IEnumerable<(NetworkPerson Person, int Strength)> KnownTo(NetworkPerson person)
    {
        var known = new List<(NetworkPerson Person, int Strength)>(Graph.Degree(person.Number));
        for (var i = 0; i < Graph.Degree(person.Number); i++) known.Add((People[Graph.Neighbours(person.Number)[i]], (int)Graph.Weights(person.Number)[i]));
        return known.OrderByDescending(k => k.Strength).ThenBy(k => k.Person.Rank);
    }

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

    /// <summary>Where they stand among all by name.</summary>
    public int Rank { get; init; }

    /// <summary>Which needs they can meet: those first that they can meet best.</summary>
    public IReadOnlyList<Support> Supports { get; init; } = [];

    /// <summary>The kind of support they can give best; null when none is known.</summary>
    public SupportKind? Kind { get; init; }

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
