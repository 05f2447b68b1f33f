using Mainstay.Rhythm;

namespace Mainstay.Lists;

/// <summary>A value of a facet, and how many people it would show.</summary>
/// <param name="Value">As it is chosen.</param>
/// <param name="Name">As the owner writes it; of values that are not the owner's words the same.</param>
/// <param name="Count">How many the list would have with this value alone chosen in its facet.</param>
/// <param name="IsChosen">It is chosen now.</param>
public sealed record FacetValue(string Value, string Name, int Count, bool IsChosen);

/// <summary>A part of a list: who, in order, and what surrounds them.</summary>
public sealed record ListPart(IReadOnlyList<Guid> People, int Total, int Before, ListPoint? First, ListPoint? Last, IReadOnlyDictionary<Facet, IReadOnlyList<FacetValue>> Facets)
{
    public bool HasBefore => Before > 0;

    public bool HasAfter => Before + People.Count < Total;
}

/// <summary>Everybody as lists see them: narrowed, counted, sorted and paged in memory, in one pass.</summary>
/// <param name="everybody">Everybody.</param>
/// <param name="wanted">What narrows and sorts the list.</param>
/// <param name="today">The owner's day.</param>
/// <param name="stretch">How rhythms are stretched to the owner's time.</param>
public sealed class Listing(ListBlock everybody, PeopleWanted wanted, DateOnly today, Stretch stretch)
{
    private readonly FacetCount count = new(everybody, wanted, today);
    private readonly List<ListLine> matching = new(everybody.Lines.Count);

    /// <summary>How many there are at all.</summary>
    public int Everybody => everybody.Lines.Count;

    /// <summary>Those who match, without order.</summary>
    public IReadOnlyList<ListLine> Matching => matching;

    /// <summary>Goes through everybody. Must come first.</summary>
    /// <param name="found">Whom the query found; null when there is none.</param>
    public Listing Narrow(IReadOnlyDictionary<Guid, double>? found)
    {
        foreach (var line in everybody.Lines)
            if (found?.ContainsKey(line.Id) != false && count.Add(line, line.DueOn(stretch))) matching.Add(line);
        return this;
    }

    /// <param name="from">Where the part begins, or ends when it is <paramref name="backward"/>; null for an end of the list.</param>
    /// <param name="backward">The part lies before the point.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="rank">By what it is sorted; see <see cref="RankBy"/>.</param>
    public ListPart Part(ListPoint? from, bool backward, int take, Func<ListLine, long> rank)
    {
        var order = new ByRank(wanted.SortedBy == ListSort.Name && wanted.Reverse);
        var (ahead, near) = (0, new PriorityQueue<Ranked, Ranked>(Math.Min(take, matching.Count) + 1, backward ? order : Comparer<Ranked>.Create((a, b) => order.Compare(b, a))));
        var end = from is null ? default : new Ranked(from.Rank, from.SortKey, from.Id);
        foreach (var line in matching)
        {
            var place = new Ranked(rank(line), line.SortKey, line.Id);
            var side = from is null ? (backward ? -1 : 1) : order.Compare(place, end);
            if (side < 0 || (side == 0 && !backward)) ahead++;
            if (backward ? side >= 0 : side <= 0) continue;
            if (near.Count < take) near.Enqueue(place, place);
            else if (take > 0) near.EnqueueDequeue(place, place); // the farthest falls out
        }
        var shown = near.UnorderedItems.Select(n => n.Element).Order(order).ToList();
        return new([.. shown.Select(p => p.Id)], matching.Count, backward ? ahead - shown.Count : ahead, Point(shown.Take(1)), Point(shown.TakeLast(1)), count.Counted());
    }

    /// <summary>The number by which somebody is sorted, the smaller first; those of whom it is not known get the largest.</summary>
    /// <param name="strengths">How strong ties are that were not weighed today.</param>
    /// <param name="found">How well they were found.</param>
    public Func<ListLine, long> RankBy(IReadOnlyDictionary<Guid, double> strengths, IReadOnlyDictionary<Guid, double>? found)
    {
        var way = wanted.Reverse ? -1 : 1;
        long Known(long? rank) => rank is { } number ? way * number : long.MaxValue;
        return wanted.SortedBy switch
        {
            ListSort.Touched => line => Known(-line.LastTouchOn?.DayNumber),
            ListSort.Strength => line => Known(-Bits(line.StrengthOn == today ? line.Strength : strengths.GetValueOrDefault(line.Id, line.Strength))),
            ListSort.Due => line => Known(line.RestsOn(today) ? null : line.DueOn(stretch)?.DayNumber),
            ListSort.Added => line => Known(-line.AddedAt.Ticks),
            ListSort.Layer => line => Known(line.Layer == Layer.None ? null : (long)line.Layer),
            ListSort.Best => line => Known(-Bits(found?.GetValueOrDefault(line.Id) ?? 0)),
            _ => _ => 0,
        };
    }

    /// <summary>Numbers from 0 on have the order of their bits.</summary>
    private static long Bits(double number) => BitConverter.DoubleToInt64Bits(Math.Max(0, number));

    private static ListPoint? Point(IEnumerable<Ranked> one) => one.Select(p => new ListPoint(p.Rank, p.SortKey, p.Id)).FirstOrDefault();

    private readonly record struct Ranked(long Rank, string SortKey, Guid Id);

    private sealed class ByRank(bool backwards) : IComparer<Ranked>
    {
        public int Compare(Ranked x, Ranked y)
        {
            if (x.Rank != y.Rank) return x.Rank.CompareTo(y.Rank);
            var order = Mainstay.Algorithms.Text.SortKey.Compare(x.SortKey, y.SortKey) is var byName && byName != 0 ? byName : x.Id.CompareTo(y.Id);
            return backwards ? -order : order;
        }
    }
}
