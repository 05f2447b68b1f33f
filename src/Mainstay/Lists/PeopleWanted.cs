using System.Text;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Lists;

/// <summary>What a list of people is sorted by. Those of whom it is not known come last, whichever way it goes.</summary>
public enum ListSort { Name = 0, Touched = 1, Strength = 2, Due = 3, Added = 4, Layer = 5, Best = 6 }

/// <summary>Which people a list is to show, and in which order: the same value at every door, in every address and saved view.</summary>
/// <remarks>Of one facet any of the values will do; of several facets each must hold; and every word of the query.</remarks>
public sealed record PeopleWanted
{
    public const int LongestQuery = 300, MostValues = 50, LongestValue = 200;

    public static readonly PeopleWanted Everybody = new();

    public string? Query { get; init; }

    /// <summary>The chosen values of each facet, folded where they are the owner's words; facets without a choice are missing.</summary>
    public IReadOnlyDictionary<Facet, IReadOnlyList<string>> Chosen { get; init; } = new Dictionary<Facet, IReadOnlyList<string>>();

    /// <summary>Null for the usual order: the best first where there is a query, else by name.</summary>
    public ListSort? Sort { get; init; }

    public bool Reverse { get; init; }

    public ListSort SortedBy => Sort is { } sort && (sort != ListSort.Best || Query is not null) ? sort : Query is null ? ListSort.Name : ListSort.Best;

    /// <summary>Nothing narrows the list.</summary>
    public bool IsEverybody => Query is null && Chosen.Count == 0;

    public IReadOnlyList<string> Of(Facet facet) => Chosen.GetValueOrDefault(facet) ?? [];

    /// <summary>Reads names and values as an address has them: facets by their name, <c>q</c>, and <c>sort</c>, which goes the other way behind a minus. Other names are left alone.</summary>
    public static PeopleWanted Read(IEnumerable<KeyValuePair<string, string?>> pairs, Problems? problems = null)
    {
        var (wanted, said) = (Everybody, problems ?? []);
        foreach (var (name, value) in pairs)
        {
            var text = value?.Trim() ?? "";
            if (text.Length == 0) continue;
            if (name == "q") wanted = wanted with { Query = text.Length > LongestQuery ? text[..LongestQuery] : text };
            else if (name == "sort") wanted = wanted.SortedAs(text, said);
            else if (Facets.Named(name) is { } facet && name == facet.Name()) wanted = wanted.ReadValue(facet, text, said);
        }
        return wanted;
    }

    public static PeopleWanted OfText(string text, Problems? problems = null) => Read(text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2))
        .Select(p => KeyValuePair.Create(p[0], p.Length > 1 ? Uri.UnescapeDataString(p[1].Replace('+', ' ')) : null)), problems);

    /// <summary>As an address has it, without a question mark: always the same for the same wish.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach (var (name, value) in Pairs()) text.Append(text.Length > 0 ? "&" : "").Append(name).Append('=').Append(Uri.EscapeDataString(value));
            return text.ToString();
        }
    }

    public IEnumerable<KeyValuePair<string, string>> Pairs()
    {
        if (Query is not null) yield return new("q", Query);
        foreach (var facet in Facets.All)
            foreach (var value in Of(facet)) yield return new(facet.Name(), value);
        if (SortText is { } sort) yield return new("sort", sort);
    }

    /// <summary>The order as it is written; null for the usual one.</summary>
    public string? SortText => Sort is null && !Reverse ? null : (Reverse ? "-" : "") + SortedBy.ToString().ToLowerInvariant();

    public PeopleWanted With(Facet facet, string value)
    {
        var normal = Normal(facet, value);
        return Of(facet).Contains(normal) || Of(facet).Count >= MostValues ? this : Choosing(facet, [.. Of(facet), normal]);
    }

    public PeopleWanted Without(Facet facet, string value) => Choosing(facet, [.. Of(facet).Where(v => v != Normal(facet, value))]);

    public PeopleWanted Choosing(Facet facet, IReadOnlyList<string> values)
    {
        var chosen = new SortedDictionary<Facet, IReadOnlyList<string>>(Chosen.ToDictionary());
        if (values.Count > 0) chosen[facet] = [.. values.Order(StringComparer.Ordinal)];
        else chosen.Remove(facet);
        return this with { Chosen = chosen };
    }

    /// <summary>This view with what was added by hand: a facet, the query or the order named there takes the place of the view's own.</summary>
    public PeopleWanted OverriddenBy(PeopleWanted other)
    {
        var wanted = other.Chosen.Aggregate(this, (w, c) => w.Choosing(c.Key, c.Value));
        return wanted with { Query = other.Query ?? Query, Sort = other.Sort ?? Sort, Reverse = other.Sort is null && !other.Reverse ? Reverse : other.Reverse };
    }

    public bool Equals(PeopleWanted? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    private static string Normal(Facet facet, string value) => facet switch
    {
        Facet.Role => PersonWords.RoleKey(value),
        _ => facet.Values().Count > 0 ? value.Trim().ToLowerInvariant() : PersonNames.Key(value),
    };

    private PeopleWanted SortedAs(string text, Problems problems)
    {
        var (reverse, name) = text[0] == '-' ? (true, text[1..]) : (false, text);
        if (Enum.TryParse<ListSort>(name, true, out var sort) && Enum.IsDefined(sort) && !int.TryParse(name, out _)) return this with { Sort = sort, Reverse = reverse };
        problems.Add("sort", "Lists.UnknownSort", name);
        return this;
    }

    private PeopleWanted ReadValue(Facet facet, string value, Problems problems)
    {
        if (value.Length > LongestValue) problems.Add(facet.Name(), "Lists.UnknownValue", facet.Name(), Texts.Shortened(value, 20));
        else if (facet.Values() is { Count: > 0 } values && !values.Contains(value.ToLowerInvariant())) problems.Add(facet.Name(), "Lists.UnknownChoice", facet.Name(), value, FacetWords.Choices(facet));
        else return With(facet, value);
        return this;
    }
}
