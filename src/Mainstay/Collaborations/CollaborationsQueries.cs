using Mainstay.Algorithms.Text;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Collaborations;

public static class CollaborationsQueries
{
    /// <summary>All of them: what runs first, what is over last; within a stage by the day of the next step, then by name.</summary>
    public static async Task<IReadOnlyList<CollaborationLine>> AllCollaborations(this Store store, CancellationToken stop) => InOrder(await store.CollaborationLines(store.Collaborations, stop));

    public static async Task<CollaborationLine> CollaborationOf(this Store store, Guid id, CancellationToken stop) =>
        await store.CollaborationLines(store.Collaborations.Where(c => c.Id == id), stop) is [var line] ? line : throw new NotFound("Collaborations.NotThere");

    public static async Task<IReadOnlyList<CollaborationLine>> CollaborationsWith(this Store store, Guid organization, CancellationToken stop) =>
        InOrder(await store.CollaborationLines(store.Collaborations.Where(c => c.OrganizationId == organization), stop));

    /// <summary>Those in which somebody works.</summary>
    public static async Task<IReadOnlyList<CollaborationLine>> CollaborationsOf(this Store store, Guid person, CancellationToken stop)
    {
        var theirs = store.CollaborationPeople.Where(p => p.PersonId == person).Select(p => p.CollaborationId);
        return InOrder(await store.CollaborationLines(store.Collaborations.Where(c => theirs.Contains(c.Id)), stop));
    }

    /// <summary>The one whose name, or whose organization's, is meant, or whose id ends so.</summary>
    public static async Task<CollaborationLine> FindCollaboration(this Store store, string typed, CancellationToken stop)
    {
        var all = await store.AllCollaborations(stop);
        if (all.Where(l => l.It.EndsSo(typed)).ToList() is [var byId]) return byId;
        var key = PersonNames.Key(typed);
        if (all.Where(l => PersonNames.Key(l.It.Name) == key).ToList() is [var exactly]) return exactly;
        var named = all.Where(l => Begins(l.It.Name, key)).ToList();
        if (named.Count == 0) named = [.. all.Where(l => Begins(l.Organization, key))];
        return named switch { [var one] => one, [] => throw new NotFound("Collaborations.NoneCalled", typed), _ => throw new Conflict("Collaborations.SeveralCalled", typed, named.Select(l => $"{l.It.Name} ({l.It.Ending()})")) };
    }

    private static bool Begins(string name, string typed) => typed.Length > 0 && (" " + PersonNames.Key(name)).Contains(" " + typed, StringComparison.Ordinal);

    private static List<CollaborationLine> InOrder(IEnumerable<CollaborationLine> lines) =>
        [.. lines.OrderBy(l => Array.IndexOf(CollaborationStages.InOrder, l.It.Stage)).ThenBy(l => l.It.IsOver ? DateOnly.MaxValue : l.It.NextOn ?? DateOnly.MaxValue).ThenBy(l => l.It.IsOver ? -l.It.StageSince.DayNumber : 0).ThenBy(l => Folding.Fold(l.It.Name), StringComparer.Ordinal).ThenBy(l => l.It.Id)];

    /// <summary>Who lies in the trash is not named, and is again when they come back.</summary>
    private static async Task<List<CollaborationLine>> CollaborationLines(this Store store, IQueryable<Collaboration> collaborations, CancellationToken stop)
    {
        var (organizations, people) = (store.Organizations, store.People);
        var rows = await (from collaboration in collaborations.AsNoTracking() join organization in organizations on collaboration.OrganizationId equals organization.Id select new { collaboration, organization.Name }).ToListAsync(stop);
        if (rows.Count == 0) return [];
        var working = await (from part in store.CollaborationPeople
                             join collaboration in collaborations on part.CollaborationId equals collaboration.Id
                             join person in people on part.PersonId equals person.Id
                             select new { part.CollaborationId, part.PersonId, person.Name, person.SortKey, part.Side, part.Role }).ToListAsync(stop);
        var there = working.OrderBy(w => w.Side).ThenBy(w => w.SortKey, StringComparer.Ordinal).ThenBy(w => w.PersonId).ToLookup(w => w.CollaborationId, w => new CollaboratorLine(new(w.PersonId, w.Name), w.Side, w.Role));
        return rows.ConvertAll(r => new CollaborationLine(r.collaboration, r.Name, [.. there[r.collaboration.Id]]));
    }
}
