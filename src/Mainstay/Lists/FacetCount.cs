using System.Numerics;

namespace Mainstay.Lists;

/// <summary>Counts, for every value of every facet, whom the list would show with that value alone chosen in its facet.</summary>
/// <remarks>Somebody who fails one facet only still counts for the values of that one: so one pass over everybody does for all.</remarks>
internal sealed class FacetCount
{
    private const int EveryFacet = (1 << 9) - 1;

    private static readonly int OfWords = Facets.All.Where(f => f.Values().Count == 0).Aggregate(0, (bits, f) => bits | Bit(f));

    private readonly DateOnly today;
    private readonly List<(Facet Facet, string Value, string Name)> values = [];
    private readonly Dictionary<(Facet, string), int> codes = [];
    private readonly int[] firstOf = new int[Facets.All.Count];
    private readonly int[] codeOf;
    private readonly int[] counts;
    private readonly bool[] isChosen;
    private readonly int open = EveryFacet;
    private readonly List<int> own = [];

    public FacetCount(ListBlock everybody, PeopleWanted wanted, DateOnly today)
    {
        this.today = today;
        foreach (var facet in Facets.All)
        {
            firstOf[(int)facet] = values.Count;
            foreach (var value in facet.Values().DefaultIfEmpty(Facets.None)) Code(facet, value, value);
        }
        codeOf = [.. everybody.Words.Select(w => w.CountsOn(today) ? Code(w.Facet, w.Normal, w.Name) : -1)];
        var chosen = wanted.Chosen.SelectMany(c => c.Value.Select(v => Code(c.Key, v, v))).ToList();
        foreach (var facet in wanted.Chosen.Keys) open &= ~Bit(facet);
        (counts, isChosen) = (new int[values.Count], new bool[values.Count]);
        foreach (var code in chosen) isChosen[code] = true;
    }

    /// <summary>Counts somebody, and says whether the list shows them.</summary>
    public bool Add(ListLine line, DateOnly? due)
    {
        Gather(line, due);
        var passed = open;
        foreach (var code in own)
            if (isChosen[code]) passed |= Bit(values[code].Facet);
        var failed = EveryFacet & ~passed;
        if (BitOperations.PopCount((uint)failed) > 1) return false;
        foreach (var code in own)
            if (failed == 0 || failed == Bit(values[code].Facet)) counts[code]++;
        return failed == 0;
    }

    /// <summary>The values that anybody has or that are chosen: those of the owner's words with the most people first, those without any last.</summary>
    public IReadOnlyDictionary<Facet, IReadOnlyList<FacetValue>> Counted()
    {
        var counted = values.Select((v, code) => (v.Facet, Value: new FacetValue(v.Value, v.Name, counts[code], isChosen[code])))
            .Where(v => v.Value.Count > 0 || v.Value.IsChosen).ToLookup(v => v.Facet, v => v.Value);
        return Facets.All.ToDictionary(f => f, f => (IReadOnlyList<FacetValue>)(f.Values().Count > 0 ? [.. counted[f]]
            : [.. counted[f].OrderBy(v => v.Value == Facets.None).ThenByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal)]));
    }

    /// <summary>All that this person has, a value each; of words the one that says there is none.</summary>
    private void Gather(ListLine line, DateOnly? due)
    {
        own.Clear();
        var has = 0;
        for (var i = 0; i < line.Words.Count; i++) // an enumerator for each of ten thousand people would be thrown away again
        {
            var word = line.Words[i];
            if (codeOf[word.At] is not (>= 0 and var code)) continue;
            has |= Bit(word.Facet);
            if (!own.Contains(code)) own.Add(code);
        }
        for (var missing = OfWords & ~has; missing != 0; missing &= missing - 1) own.Add(firstOf[BitOperations.TrailingZeroCount(missing)]);
        own.Add(firstOf[(int)Facet.Layer] + Facets.Of(line.Layer));
        own.Add(firstOf[(int)Facet.Touched] + Facets.Touched(line.LastTouchOn, today));
        own.Add(firstOf[(int)Facet.Due] + Facets.Due(due, line.RestsOn(today), today));
    }

    private int Code(Facet facet, string value, string name)
    {
        if (codes.TryGetValue((facet, value), out var code)) return code;
        values.Add((facet, value, name));
        return codes[(facet, value)] = values.Count - 1;
    }

    private static int Bit(Facet facet) => 1 << (int)facet;
}
