using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Capture;

/// <summary>Tells people of one name apart, where it is to be said which of them is meant.</summary>
internal static class NamesakeQueries
{
    private const int ShownOfId = 6;

    /// <summary>The reading with what tells those apart who may be meant and are called the same.</summary>
    public static async Task<Reading> ToldApart(this Store store, Reading reading, CancellationToken stop)
    {
        var apart = await store.Apart([.. reading.People.SelectMany(p => p.Candidates).Select(c => new PersonLine(c.Id, c.Name)).Distinct()], stop);
        if (apart.Count == 0) return reading;
        return reading with
        {
            People = [.. reading.People.Select(whom => whom with { Candidates = [.. whom.Candidates.Select(c => apart.TryGetValue(c.Id, out var said) ? c with { Apart = said, Why = new("Capture.WhyAndApart", c.Why, said) } : c)] })],
        };
    }

    /// <summary>People as they are chosen from a list: those of one name with what tells them apart.</summary>
    public static async Task<IReadOnlyList<PersonLine>> ToldApart(this Store store, IReadOnlyList<PersonLine> people, CancellationToken stop)
    {
        var apart = await store.Apart(people, stop);
        return [.. people.Select(p => apart.TryGetValue(p.Id, out var said) ? p with { Name = $"{p.Name} ({said})" } : p)];
    }

    /// <summary>Of each of several who are called the same, the first that none of the others has: where they work, how they are reached; else the end of their id.</summary>
    private static async Task<Dictionary<Guid, string>> Apart(this Store store, IReadOnlyList<PersonLine> people, CancellationToken stop)
    {
        var same = people.GroupBy(p => PersonNames.Key(p.Name)).Where(g => g.Skip(1).Any()).Select(g => g.Select(p => p.Id).ToList()).ToList();
        if (same.Count == 0) return [];
        var ids = same.SelectMany(g => g).Take(Store.MostParameters).ToArray();
        var places = await store.AffiliationsOf(ids, stop);
        var points = (await store.ContactPoints.Where(c => ids.Contains(c.PersonId)).OrderBy(c => c.Kind).ThenBy(c => c.Position).Select(c => new { c.PersonId, c.Value }).ToListAsync(stop)).ToLookup(c => c.PersonId, c => c.Value);
        IEnumerable<string> Known(Guid id) => new[] { places.GetValueOrDefault(id)?.Current()?.Organization }.OfType<string>().Concat(points[id]);
        return same.SelectMany(group => group.Select(one => (Id: one, Said: Known(one).FirstOrDefault(k => !group.Exists(o => o != one && Known(o).Contains(k, StringComparer.OrdinalIgnoreCase))))))
            .ToDictionary(a => a.Id, a => a.Said ?? "…" + a.Id.ToString("N")[^ShownOfId..]);
    }
}
