using Mainstay.Algorithms.Text;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary>By what somebody first came to the owner.</summary>
public enum CameBy { Person = 0, Gathering = 1, Community = 2, Sought = 3, Otherwise = 4, Unknown = 5 }

/// <summary>Somebody or something that brought people.</summary>
/// <param name="Name">Who or what, in the owner's words; null when only the kind is known.</param>
/// <param name="PersonId">Who it is, when they are one of the owner's people.</param>
/// <param name="Head">"Ana brought 3", "Design Week"; null without a name.</param>
/// <param name="People">Whom they brought, by name.</param>
public sealed record CameSource(string? Name, Guid? PersonId, Reason? Head, IReadOnlyList<PersonLine> People);

/// <summary>People who first came in one way.</summary>
/// <param name="By">Which way.</param>
/// <param name="Sentence">"7 of 9 came through other people."</param>
/// <param name="Sources">Who brought most comes first.</param>
public sealed record CameGroup(CameBy By, Reason Sentence, IReadOnlyList<CameSource> Sources)
{
    public int Count => Sources.Sum(s => s.People.Count);
}

/// <summary>Where those who support the owner today first came from, as far as it is noted: counts, and nothing beyond them.</summary>
/// <param name="ByNeeds">They would help with an open need; else they have a role that still holds.</param>
/// <param name="Groups">The largest first; of whom nothing is noted, last.</param>
public sealed record FirstCame(bool ByNeeds, IReadOnlyList<CameGroup> Groups)
{
    public int Everybody => Groups.Sum(g => g.Count);

    public int Noted => Groups.Where(g => g.By != CameBy.Unknown).Sum(g => g.Count);

    /// <summary>"12 people would help with what you need today. Of 9 of them you noted how they first came to you."</summary>
    public IReadOnlyList<Reason> Basis => Everybody == 0 ? [new("Insights.CameNobody")]
        : [new(ByNeeds ? "Insights.CameByNeeds" : "Insights.CameByRoles", Everybody), Noted == 0 ? new("Insights.CameNothingNoted") : new("Insights.CameNoted", Noted)];

    public static FirstCame Of(bool byNeeds, IReadOnlyCollection<CameBeginning> beginnings, CamePlaces places)
    {
        var noted = beginnings.Select(b => (b.Person, Way: CameWay.Of(b, places))).ToList();
        var known = noted.Count(n => n.Way.By != CameBy.Unknown);
        return new(byNeeds, [.. from one in noted
                                group one by one.Way.By into way
                                orderby way.Key == CameBy.Unknown, way.Count() descending, way.Key
                                select new CameGroup(way.Key, way.Key == CameBy.Unknown ? new("Insights.CameUnknown", way.Count()) : new($"Insights.Came{way.Key}", way.Count(), known), Sources(way))]);
    }

    /// <summary>What is written alike is one source, whatever its case and accents.</summary>
    private static IReadOnlyList<CameSource> Sources(IEnumerable<(PersonLine Person, CameWay Way)> people) =>
    [
        .. from one in people
           group one by one.Way.PersonId?.ToString() ?? Folding.Fold(one.Way.Name ?? "") into source
           let way = source.First().Way
           let brought = source.Select(s => s.Person).OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id).ToList()
           orderby way.Name is null, brought.Count descending, way.Name, source.Key
           select new CameSource(way.Name, way.PersonId, Head(way, brought.Count), brought),
    ];

    private static Reason? Head(CameWay way, int count) =>
        way.Name is null ? null : way.By == CameBy.Person ? new("Insights.CameBrought", way.Name, count) : new("Insights.CameFrom", way.Name);
}
