using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Outreach;

/// <summary>Candidates and people who are called alike: whether they are one is for the owner to say, and nobody becomes two without a word.</summary>
public static class NamesakeQueries
{
    /// <summary>Those of the owner's people who are called exactly so.</summary>
    internal static async Task<IReadOnlyList<PersonLine>> PeopleCalled(this Store store, string name, CancellationToken stop)
    {
        var key = PersonNames.Key(name);
        var all = await store.People.Select(p => new { p.Id, p.Name }).ToListAsync(stop);
        return [.. all.Where(p => PersonNames.Key(p.Name) == key).OrderBy(p => p.Id).Select(p => new PersonLine(p.Id, p.Name))];
    }

    /// <summary>Who a candidate may be among the owner's people: whoever is called so and is nobody else's candidate. Nobody once it is said.</summary>
    public static async Task<IReadOnlyList<PersonLine>> NamesakesOf(this Store store, Candidate candidate, CancellationToken stop)
    {
        if (candidate.PersonId is not null || await store.PeopleCalled(candidate.Name, stop) is not { Count: > 0 } called) return [];
        var ids = called.Select(p => p.Id).Take(Store.MostParameters).ToArray();
        var others = (await store.Candidates.Where(c => c.PersonId != null && ids.Contains(c.PersonId.Value)).Select(c => c.PersonId).ToListAsync(stop)).ToHashSet();
        return [.. called.Where(p => !others.Contains(p.Id))];
    }

    /// <summary>The candidate who is called exactly so while none of the owner's people is: they are meant before whoever answers to a part of the name.</summary>
    public static async Task<Candidate?> CandidateMeantBy(this Store store, string name, CancellationToken stop)
    {
        var key = PersonNames.Key(name);
        if ((await store.OpenCandidates(stop)).Where(c => PersonNames.Key(c.Name) == key).ToList() is not [var one]) return null;
        var people = await store.People.Select(p => new { p.Name, p.Nickname }).ToListAsync(stop);
        return people.Any(p => PersonNames.Answers(p.Name, p.Nickname, name) == 0) ? null : one;
    }

    /// <summary>The candidate who is called so, or whose name has all words of this one, and is none of the owner's people yet; null when that is nobody, or several.</summary>
    public static async Task<Candidate?> CandidateLike(this Store store, string name, CancellationToken stop)
    {
        var alike = (await store.OpenCandidates(stop)).Where(c => PersonNames.Answers(c.Name, null, name) is 0 or 1).ToList();
        var (key, exactly) = (PersonNames.Key(name), alike);
        if (alike.Count > 1) exactly = alike.FindAll(c => PersonNames.Key(c.Name) == key);
        return exactly is [var one] ? one : null;
    }

    /// <summary>People with what may tell them apart: where they work, how they are reached.</summary>
    internal static async Task<IReadOnlyList<Namesake>> WithWhatIsKnown(this Store store, IReadOnlyList<PersonLine> people, CancellationToken stop)
    {
        if (people.Count == 0) return [];
        var ids = people.Select(p => p.Id).Distinct().Take(Store.MostParameters).ToArray();
        var places = await store.AffiliationsOf(ids, stop);
        var points = (await store.ContactPoints.Where(c => ids.Contains(c.PersonId)).OrderBy(c => c.Kind).ThenBy(c => c.Position).Select(c => new { c.PersonId, c.Value }).ToListAsync(stop)).ToLookup(c => c.PersonId, c => c.Value);
        return [.. people.Select(p => new Namesake(p.Id, p.Name, [.. new[] { places.GetValueOrDefault(p.Id)?.Current()?.Organization }.OfType<string>(), .. points[p.Id]]))];
    }

    internal static Namesake WithWhatIsKnown(Candidate it) => new(it.Id, it.Name, [.. new[] { it.Organization, it.Headline, it.Mail }.OfType<string>()]);

    /// <summary>People as they are chosen from a list: those of one name with what tells them apart.</summary>
    internal static async Task<IReadOnlyList<PersonLine>> SaidApart(this Store store, IReadOnlyList<PersonLine> people, CancellationToken stop)
    {
        if (people.Count < 2) return people;
        var apart = Namesakes.Apart(await store.WithWhatIsKnown(people, stop));
        return [.. people.Select(p => apart.TryGetValue(p.Id, out var said) ? p with { Name = $"{p.Name} ({said})" } : p)];
    }

    /// <summary>The ids of people as they are typed: of several of one name each with what tells them apart.</summary>
    internal static async Task<IReadOnlyList<string>> IdsApart(this Store store, IReadOnlyList<PersonLine> people, CancellationToken stop)
    {
        var apart = people.Count < 2 ? [] : Namesakes.Apart(await store.WithWhatIsKnown(people, stop));
        return [.. people.Select(p => apart.TryGetValue(p.Id, out var said) && said[0] != '…' ? $"{p.Id}: {said}" : p.Id.ToString())];
    }

    /// <summary>Candidates by their names: those of one name with what tells them apart, and the end of the id by which each is meant.</summary>
    internal static IReadOnlyList<string> Labels(IReadOnlyList<Candidate> several)
    {
        var apart = Namesakes.Apart(several.Select(WithWhatIsKnown));
        return [.. several.Select(c => Label(c.Name, apart.GetValueOrDefault(c.Id), c.Ending()))];
    }

    /// <summary>A name; where others have it too, with what tells them apart and by which id they are meant.</summary>
    internal static string Label(string name, string? apart, string id) => apart switch
    {
        null => name,
        ['…', ..] => $"{name} ({id})",
        _ => $"{name} ({apart}, {id})",
    };

    private static Task<List<Candidate>> OpenCandidates(this Store store, CancellationToken stop) =>
        store.Candidates.AsNoTracking().Where(c => c.PersonId == null && c.Stage != Stage.In).ToListAsync(stop);
}

/// <summary>Whoever is to be a candidate, or to become one of the owner's people, is called as somebody there already.</summary>
public sealed class PersonAlready(string name, IReadOnlyList<PersonLine> people) : Refusal(409, new("Outreach.PersonAlready", name))
{
    /// <summary>As the candidate is called.</summary>
    public string Name { get; } = name;

    /// <summary>Who it may be.</summary>
    public IReadOnlyList<PersonLine> People { get; } = people;
}
