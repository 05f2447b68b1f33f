using Mainstay.People;

namespace Mainstay.Introductions;

/// <summary>Everybody, and who of them know each other, as far as it is written or can be seen.</summary>
public sealed class WhoKnowsWhom
{
    private static readonly IReadOnlyList<KnownPair> Nobody = [];
    private readonly Dictionary<Guid, List<KnownPair>> byPerson = [];

    private WhoKnowsWhom(IReadOnlyDictionary<Guid, string> names) => Names = names;

    /// <summary>Everybody by id; nobody from the trash.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; }

    /// <summary>All who know each other.</summary>
    public IReadOnlyList<KnownPair> Pairs { get; private init; } = [];

    /// <summary>Of whom the owner said that they do not know each other.</summary>
    public IReadOnlyList<Acquaintance> Refused { get; private init; } = [];

    /// <summary>Whom a person knows, the best first.</summary>
    public IReadOnlyList<KnownPair> Of(Guid person) => byPerson.TryGetValue(person, out var pairs) ? pairs : Nobody;

    /// <summary>How many of the owner's people a person knows.</summary>
    public int Degree(Guid person) => Of(person).Count;

    public PersonLine Line(Guid person) => new(person, Names[person]);

    public static WhoKnowsWhom From(IReadOnlyDictionary<Guid, string> names, IReadOnlyList<Acquaintance> said, IEnumerable<Sign> signs)
    {
        var there = said.Where(a => names.ContainsKey(a.FirstId) && names.ContainsKey(a.SecondId)).ToDictionary(a => (a.FirstId, a.SecondId));
        var seen = new Dictionary<(Guid, Guid), List<Clue>>();
        foreach (var (one, other, clue) in signs)
            if (one != other && names.ContainsKey(one) && names.ContainsKey(other)) (seen.TryGetValue(KnownPair.Key(one, other), out var clues) ? clues : seen[KnownPair.Key(one, other)] = []).Add(clue);
        var pairs = there.Keys.Union(seen.Keys).Select(key => KnownPair.Of(key, there.GetValueOrDefault(key), seen.GetValueOrDefault(key) ?? [])).OfType<KnownPair>()
            .OrderBy(p => p.FirstId).ThenBy(p => p.SecondId).ToList();
        var all = new WhoKnowsWhom(names) { Pairs = pairs, Refused = [.. there.Values.Where(a => a.IsRefused)] };
        foreach (var pair in pairs) all.Hang(pair);
        foreach (var known in all.byPerson.Values) known.Sort((a, b) => (-a.Strength, a.FirstId, a.SecondId).CompareTo((-b.Strength, b.FirstId, b.SecondId)));
        return all;
    }

    private void Hang(KnownPair pair)
    {
        foreach (var person in (Guid[])[pair.FirstId, pair.SecondId]) (byPerson.TryGetValue(person, out var known) ? known : byPerson[person] = []).Add(pair);
    }
}

/// <summary>A sign that two people know each other, and of whom.</summary>
public readonly record struct Sign(Guid One, Guid Other, Clue Clue);
