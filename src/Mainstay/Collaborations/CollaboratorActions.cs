using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Collaborations;

/// <summary>Who works in a collaboration, on which side.</summary>
public static class CollaboratorActions
{
    /// <summary>Somebody works in it; who does already has another side or role from now on. The answer is by what it is taken back.</summary>
    public static Task<Guid> SayCollaborator(this Store store, Guid id, Collaborator somebody, TimeProvider clock, CancellationToken stop) => store.Changing(id, async row =>
    {
        var there = (await store.CollaborationOf(id, stop)).Details().People;
        Mistaken.ThrowIf(somebody.Check().When(there.Count >= CollaborationDetails.MostPeople, "who", "Collaborations.TooManyPeople", CollaborationDetails.MostPeople));
        await store.SetCollaborators(row.Id, [.. there, somebody], stop);
    }, clock, stop);

    /// <summary>Somebody works in it no more. The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveCollaborator(this Store store, Guid id, Guid person, TimeProvider clock, CancellationToken stop) => store.Changing(id, async row =>
    {
        var there = (await store.CollaborationOf(id, stop)).Details().People;
        if (there.All(p => p.PersonId != person)) throw new NotFound("Collaborations.NotInIt");
        await store.SetCollaborators(row.Id, [.. there.Where(p => p.PersonId != person)], stop);
    }, clock, stop);

    /// <summary>Makes those who work in it the ones that are said. Who lies in the trash, and may come back, is left as they were.</summary>
    internal static async Task SetCollaborators(this Store store, Guid collaboration, IReadOnlyList<Collaborator> said, CancellationToken stop)
    {
        var (all, last) = (store.People, said.GroupBy(s => s.PersonId).ToDictionary(g => g.Key, g => g.Last()));
        var ids = last.Keys.ToArray();
        if (await all.CountAsync(p => ids.Contains(p.Id), stop) != ids.Length) throw new NotFound("People.NotThere");
        var rows = await store.CollaborationPeople.Where(p => p.CollaborationId == collaboration).ToListAsync(stop);
        var there = rows.Select(p => p.PersonId).ToArray();
        var known = await all.Where(p => there.Contains(p.Id)).Select(p => p.Id).ToListAsync(stop);
        store.RemoveRange(rows.Where(p => known.Contains(p.PersonId) && !last.ContainsKey(p.PersonId)));
        foreach (var somebody in last.Values)
        {
            var row = rows.Find(p => p.PersonId == somebody.PersonId) ?? store.Add(new CollaborationPerson { CollaborationId = collaboration, PersonId = somebody.PersonId }).Entity;
            (row.Side, row.Role) = (somebody.Side, Filled(somebody.Role));
        }
        await store.SaveChangesAsync(stop);
    }
}
