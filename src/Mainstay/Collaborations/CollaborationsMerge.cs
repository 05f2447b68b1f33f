using System.Text.Json;
using Mainstay.Organizations;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Collaborations;

/// <summary>Collaborations go over to the organization theirs becomes, and go and come back with theirs.</summary>
internal sealed class CollaborationsMerge : IOrganizationRows
{
    public string Name => "collaborations";

    public async Task<string?> Part(Store store, Guid gone, Guid? into, CancellationToken stop)
    {
        var rows = await store.Collaborations.Where(c => c.OrganizationId == gone).OrderBy(c => c.Id).ToListAsync(stop);
        if (rows.Count == 0) return null;
        var ids = rows.ConvertAll(c => c.Id);
        var people = into is null ? await store.CollaborationPeople.Where(p => ids.Contains(p.CollaborationId)).OrderBy(p => p.Id).ToListAsync(stop) : [];
        var kept = JsonSerializer.Serialize(new LostCollaborations(rows, people), Json.OneLine);
        if (into is { } other) rows.ForEach(c => c.OrganizationId = other);
        else
        {
            store.RemoveRange(people);
            store.RemoveRange(rows);
        }
        return kept;
    }

    public async Task Return(Store store, Guid back, Guid? from, string kept, CancellationToken stop)
    {
        var lost = JsonSerializer.Deserialize<LostCollaborations>(kept, Json.OneLine)!;
        var ids = lost.Collaborations.Select(c => c.Id).ToList();
        var there = await store.Collaborations.Where(c => ids.Contains(c.Id)).ToListAsync(stop);
        foreach (var row in there.Where(c => c.OrganizationId == from)) row.OrganizationId = back;
        if (from is not null) return;
        var known = there.ConvertAll(c => c.Id);
        store.AddRange(lost.Collaborations.Where(c => !known.Contains(c.Id)));
        await store.SaveChangesAsync(stop); // the collaborations before who works in them
        var people = await store.StillThere(lost.People.Select(p => p.PersonId), stop);
        store.AddRange(lost.People.Where(p => !known.Contains(p.CollaborationId) && people.Contains(p.PersonId)));
    }

    private sealed record LostCollaborations(IReadOnlyList<Collaboration> Collaborations, IReadOnlyList<CollaborationPerson> People);
}
