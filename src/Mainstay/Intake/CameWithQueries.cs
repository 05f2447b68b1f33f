using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Intake;

/// <summary>Whom and what the undo of an import may set free that earlier undos had to leave.</summary>
/// <param name="People">Who came with it, and to whom they are related.</param>
/// <param name="Organizations">Where these belong.</param>
/// <param name="Before">All organizations there were.</param>
internal sealed record Touched(HashSet<Guid> People, HashSet<Guid> Organizations, HashSet<Guid> Before);

/// <summary>Other imports with which somebody came.</summary>
/// <param name="Files">Which files.</param>
/// <param name="Left">What they left: what is still one of these nobody edited since.</param>
internal sealed record CameWith(string Files, HashSet<string> Left);

/// <summary>With which imports people came.</summary>
internal static class CameWithQueries
{
    /// <summary>Whom an import brought, changed, knows, had a touch with, or made others relate to. Asked before anything is taken back.</summary>
    public static async Task<Touched> TouchedBy(this Store store, Guid import, IReadOnlyCollection<Guid> subjects, CancellationToken stop)
    {
        var people = subjects.ToHashSet();
        people.UnionWith(await store.SourceIdentities.Where(i => i.ImportId == import).Select(i => i.PersonId).Distinct().ToListAsync(stop));
        people.UnionWith(await store.TouchIdentities.Where(i => i.ImportId == import).Select(i => i.PersonId).Distinct().ToListAsync(stop));
        foreach (var some in subjects.Chunk(Store.MostParameters))
            people.UnionWith(await store.Relations.Where(r => r.OtherId != null && some.Contains(r.PersonId)).Select(r => r.OtherId!.Value).Distinct().ToListAsync(stop));
        var organizations = new HashSet<Guid>();
        foreach (var some in people.Chunk(Store.MostParameters))
            organizations.UnionWith(await store.Affiliations.Where(a => some.Contains(a.PersonId) && a.OrganizationId != null).Select(a => a.OrganizationId!.Value).Distinct().ToListAsync(stop));
        return new(people, organizations, await store.Organizations.Select(o => o.Id).ToHashSetAsync(stop));
    }

    /// <summary>For those of these people who came with any other import that was not taken back: with which.</summary>
    public static async Task<Dictionary<Guid, CameWith>> AlsoCameWith(this Store store, Guid import, IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        var standing = await store.Imports.Where(i => i.UndoneAt == null && i.Id != import).OrderBy(i => i.At).ThenBy(i => i.Id).Select(i => new { i.Id, i.Files }).ToListAsync(stop);
        if (standing.Count == 0 || people.Count == 0) return [];
        var (files, with, left) = (standing.ToDictionary(s => s.Id, s => s.Files), new HashSet<(Guid Person, Guid Import)>(), new List<(Guid Person, string After)>());
        foreach (var some in people.Chunk(Store.MostParameters))
        {
            foreach (var i in await store.SourceIdentities.Where(i => some.Contains(i.PersonId)).Select(i => new { i.PersonId, i.ImportId }).Distinct().ToListAsync(stop)) with.Add((i.PersonId, i.ImportId));
            foreach (var i in await store.TouchIdentities.Where(i => some.Contains(i.PersonId)).Select(i => new { i.PersonId, i.ImportId }).Distinct().ToListAsync(stop)) with.Add((i.PersonId, i.ImportId));
            foreach (var c in await store.ImportChanges.Where(c => some.Contains(c.Subject) && (c.Kind == ChangeKind.PersonAdded || c.Kind == ChangeKind.PersonChanged)).Select(c => new { c.Subject, c.ImportId, c.After }).ToListAsync(stop))
            {
                if (!files.ContainsKey(c.ImportId)) continue;
                with.Add((c.Subject, c.ImportId));
                left.Add((c.Subject, c.After));
            }
        }
        var after = left.ToLookup(l => l.Person, l => l.After);
        return with.Where(w => files.ContainsKey(w.Import)).GroupBy(w => w.Person).ToDictionary(w => w.Key, w => new CameWith(string.Join(", ", standing.Where(s => w.Any(one => one.Import == s.Id)).Select(s => s.Files).Distinct()), [.. after[w.Key]]));
    }
}
