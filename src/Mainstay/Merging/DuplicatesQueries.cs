using Mainstay.Introductions;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Merging;

/// <summary>The people who may be in the network twice.</summary>
/// <param name="Pairs">The likeliest first.</param>
/// <param name="Names">Of everybody in them.</param>
/// <param name="Total">How many pairs there are in all.</param>
public sealed record Duplicates(IReadOnlyList<LikelyPair> Pairs, IReadOnlyDictionary<Guid, string> Names, int Total);

public static class DuplicatesQueries
{
    /// <summary>An address of more people than this is an office's, a family name of more is no sign.</summary>
    private const int MostSharing = 6, MostInBlock = 400;

    /// <summary>So many pairs at most are weighed: whoever has more has one name for everybody.</summary>
    private const int MostWeighed = 20_000;

    /// <summary>Of so many of the likeliest pairs it is looked up whether they were met as two; the others wait until these are settled.</summary>
    private const int MostLooked = 1_000;

    /// <summary>The touches of so many pairs are read at once.</summary>
    private const int PairsAtOnce = 200;

    /// <summary>Who may be in the network twice, the likeliest first. Who was said to be two is left out.</summary>
    /// <param name="store">Whose space.</param>
    /// <param name="most">So many at most.</param>
    /// <param name="stop">Ends it early.</param>
    public static Task<Duplicates> Duplicates(this Store store, int most, CancellationToken stop) => store.Duplicates(null, most, stop);

    /// <summary>Who may be this person once more.</summary>
    public static Task<Duplicates> DuplicatesOf(this Store store, Guid person, CancellationToken stop) => store.Duplicates(person, int.MaxValue, stop);

    private static async Task<Duplicates> Duplicates(this Store store, Guid? of, int most, CancellationToken stop)
    {
        var names = await store.People.AsNoTracking().OrderBy(p => p.Id).Select(p => new PersonLine(p.Id, p.Name)).ToListAsync(stop);
        var shared = await store.SharedContacts(stop);
        var pairs = PairsOf(names, shared);
        var apart = (await store.KnownApart.AsNoTracking().Select(a => new { a.FirstId, a.SecondId }).ToListAsync(stop)).ConvertAll(a => (a.FirstId, a.SecondId));
        pairs.ExceptWith(apart);
        var known = names.ToDictionary(p => p.Id, p => p.Name);
        pairs.RemoveWhere(p => of is not null && p.Item1 != of && p.Item2 != of || !known.ContainsKey(p.Item1) || !known.ContainsKey(p.Item2)); // who came in this moment has to wait
        var people = await store.Compare([.. pairs.SelectMany(p => (Guid[])[p.Item1, p.Item2]).Distinct()], known, shared, stop);
        var namesakes = names.GroupBy(p => Likeness.Key(p.Name)).ToDictionary(g => g.Key, g => g.Count());
        var likely = pairs.Select(p => Likeness.Of(people[p.Item1], people[p.Item2], namesakes[Likeness.Key(known[p.Item1])], false)).OfType<LikelyPair>()
            .OrderByDescending(p => p.Score).ThenBy(p => known[p.FirstId], StringComparer.Ordinal).ThenBy(p => p.FirstId).ThenBy(p => p.SecondId).ToList();
        var together = await store.MetTogether([.. likely.Take(MostLooked).Select(p => (p.FirstId, p.SecondId))], stop);
        likely.RemoveAll(p => together.Contains((p.FirstId, p.SecondId))); // which leaves too little of any likeness
        var shown = likely.Take(most).ToList();
        return new(shown, shown.SelectMany(p => (Guid[])[p.FirstId, p.SecondId]).Distinct().ToDictionary(id => id, id => known[id]), likely.Count);
    }

    /// <summary>How likely it is that two people are one, and why; null when next to nothing speaks for it.</summary>
    public static async Task<LikelyPair?> LikenessOf(this Store store, Guid one, Guid other, CancellationToken stop)
    {
        var (a, b) = (await store.PersonOf(one, stop), await store.PersonOf(other, stop));
        var all = await store.People.AsNoTracking().Select(p => p.Name).ToListAsync(stop);
        var key = Likeness.Key(a.Name);
        var pair = KnownPair.Key(one, other);
        var people = await store.Compare([one, other], new Dictionary<Guid, string> { [one] = a.Name, [other] = b.Name }, await store.SharedContacts(stop), stop);
        return Likeness.Of(people[one], people[other], all.Count(n => Likeness.Key(n) == key), (await store.MetTogether([pair], stop)).Count > 0);
    }

    /// <summary>Who was brought together with whom in the last thirty days, the latest first.</summary>
    public static async Task<IReadOnlyList<MergedLately>> MergedLately(this Store store, CancellationToken stop)
    {
        var formers = store.Formers.AsNoTracking().Where(f => f.Kind == MergeActions.Merged);
        var people = store.People.IgnoreQueryFilters([Store.TrashFilter]);
        var gone = await people.Where(p => p.MergedIntoId != null).Select(p => new { p.Id, p.Name, p.MergedIntoId }).ToDictionaryAsync(p => p.Id, stop);
        var kept = await formers.OrderByDescending(f => f.At).Select(f => new { f.Id, f.PersonId, f.After, f.At }).ToListAsync(stop);
        var into = gone.Values.Select(g => g.MergedIntoId!.Value).Distinct().ToList();
        var names = await people.Where(p => into.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        return [.. from f in kept
                   where Guid.TryParse(f.After, out var id) && gone.GetValueOrDefault(id) is { } who && who.MergedIntoId == f.PersonId && names.ContainsKey(who.MergedIntoId!.Value)
                   let who = gone[Guid.Parse(f.After)]
                   select new MergedLately(f.Id, who.Name, who.MergedIntoId!.Value, names[who.MergedIntoId!.Value], f.At)];
    }

    /// <summary>Who is worth comparing: the same name, one like it, or a shared address.</summary>
    private static HashSet<(Guid, Guid)> PairsOf(IReadOnlyList<PersonLine> people, IReadOnlyList<(string Key, string Written, Guid Person)> shared)
    {
        var pairs = new HashSet<(Guid, Guid)>();
        var words = people.Select(p => (p.Id, p.Name, Key: Likeness.Key(p.Name), Words: Likeness.Ordered(p.Name))).Where(p => p.Words.Count > 0).ToList();
        foreach (var group in shared.GroupBy(s => s.Key)) Add(group.Select(g => g.Person).Distinct().ToList(), (_, _) => true, pairs);
        foreach (var group in words.GroupBy(p => p.Key)) Add([.. group.Select(p => p.Id)], (_, _) => true, pairs);
        var named = words.ToDictionary(p => p.Id, p => p.Name);
        bool Alike(Guid one, Guid other) => Likeness.Names(named[one], named[other]) is not null;
        foreach (var group in words.Where(p => p.Words.Count > 1).GroupBy(p => (p.Words[^1], p.Words[0][0]))) Add([.. group.Select(p => p.Id)], Alike, pairs);
        foreach (var group in words.Where(p => p.Words.Count > 1).GroupBy(p => (p.Words[0], p.Words[^1][0], "first"))) Add([.. group.Select(p => p.Id)], Alike, pairs);
        return pairs;
    }

    private static void Add(List<Guid> group, Func<Guid, Guid, bool> fits, HashSet<(Guid, Guid)> pairs)
    {
        if (group.Count > MostInBlock) return;
        for (var i = 0; i < group.Count; i++)
            for (var j = i + 1; j < group.Count && pairs.Count < MostWeighed; j++)
                if (fits(group[i], group[j])) pairs.Add(KnownPair.Key(group[i], group[j]));
    }

    /// <summary>Addresses, numbers and links of more than one person, but not of so many that they are nobody's.</summary>
    private static async Task<IReadOnlyList<(string Key, string Written, Guid Person)>> SharedContacts(this Store store, CancellationToken stop)
    {
        var (points, people) = (store.ContactPoints.AsNoTracking().Where(c => c.Kind != ContactKind.Chat && c.Normal != ""), store.People);
        var there = points.Where(c => people.Any(p => p.Id == c.PersonId));
        var several = there.GroupBy(c => new { c.Kind, c.Normal }).Where(g => g.Select(c => c.PersonId).Distinct().Count() > 1).Select(g => g.Key);
        var rows = await (from c in there join s in several on new { c.Kind, c.Normal } equals s select new { c.Kind, c.Normal, c.Value, c.PersonId }).ToListAsync(stop);
        return [.. rows.GroupBy(r => (r.Kind, r.Normal)).Where(g => g.Select(r => r.PersonId).Distinct().Count() is > 1 and <= MostSharing)
            .SelectMany(g => g.Select(r => (Sign(r.Kind) + r.Normal, r.Value, r.PersonId)))];
    }

    private static char Sign(ContactKind kind) => kind switch { ContactKind.Email => 'm', ContactKind.Link => 'l', _ => 'p' };

    private static async Task<Dictionary<Guid, Compared>> Compare(this Store store, IReadOnlyCollection<Guid> ids, Dictionary<Guid, string> names, IReadOnlyList<(string Key, string Written, Guid Person)> shared, CancellationToken stop)
    {
        var contacts = shared.ToLookup(s => s.Person);
        var places = new List<(Guid Person, Guid Organization, string Name)>();
        var birthdays = new Dictionary<Guid, (int?, int, int)>();
        foreach (var some in ids.Chunk(Store.MostParameters))
        {
            var organizations = store.Organizations;
            places.AddRange((await store.Affiliations.AsNoTracking().Where(a => some.Contains(a.PersonId) && a.OrganizationId != null).Join(organizations, a => a.OrganizationId, o => o.Id, (a, o) => new { a.PersonId, o.Id, o.Name }).ToListAsync(stop)).Select(a => (a.PersonId, a.Id, a.Name)));
            foreach (var day in await store.ImportantDates.AsNoTracking().Where(d => some.Contains(d.PersonId) && d.Kind == "birthday" && d.Month != null && d.Day != null).OrderBy(d => d.Position).ToListAsync(stop))
                birthdays.TryAdd(day.PersonId, (day.Year, day.Month!.Value, day.Day!.Value));
        }
        var there = places.ToLookup(p => p.Person);
        return ids.ToDictionary(id => id, id => new Compared(id, names[id])
        {
            Contacts = contacts[id].DistinctBy(c => c.Key).ToDictionary(c => c.Key, c => c.Written),
            Organizations = there[id].DistinctBy(p => p.Organization).ToDictionary(p => p.Organization, p => p.Name),
            Birthday = birthdays.TryGetValue(id, out var day) ? day : null,
        });
    }

    /// <summary>Those who were met at one time, as two. Brought together here: asked of both at once, SQLite would compare each touch with everybody.</summary>
    private static async Task<HashSet<(Guid, Guid)>> MetTogether(this Store store, IReadOnlyCollection<(Guid First, Guid Second)> pairs, CancellationToken stop)
    {
        var found = new HashSet<(Guid, Guid)>();
        foreach (var some in pairs.Chunk(PairsAtOnce))
        {
            var ids = some.SelectMany(p => (Guid[])[p.First, p.Second]).Distinct().ToArray();
            var touches = (await store.TouchPeople.Where(t => ids.Contains(t.PersonId)).Select(t => new { t.PersonId, t.TouchId }).ToListAsync(stop)).ToLookup(t => t.PersonId, t => t.TouchId);
            found.UnionWith(some.Where(p => touches[p.First].ToHashSet().Overlaps(touches[p.Second])));
        }
        return found;
    }
}

/// <summary>Two who were brought together.</summary>
/// <param name="Change">By what it is taken back.</param>
/// <param name="Gone">What the other was called.</param>
/// <param name="IntoId">Who stayed.</param>
/// <param name="Into">What they are called.</param>
/// <param name="At">When, in UTC.</param>
public sealed record MergedLately(Guid Change, string Gone, Guid IntoId, string Into, DateTime At);
