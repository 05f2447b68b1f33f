using System.Text.Json;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Collaborations;

/// <summary>Keeps how a collaboration was, so that every change is taken back.</summary>
internal static class CollaborationChangesActions
{
    private const string Kind = "changedCollaboration";

    /// <summary>Changes a collaboration and keeps how it was. The answer is by what it is taken back.</summary>
    public static Task<Guid> Changing(this Store store, Guid id, Func<Collaboration, Task> change, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.CollaborationToChange(id, stop);
        var before = await store.Written(row, stop);
        await change(row);
        await store.SaveChangesAsync(stop);
        return await store.KeepFormer(new() { Kind = Kind, Before = before, After = await store.Written(row, stop), At = clock.GetUtcNow().UtcDateTime }, stop);
    }, stop);

    /// <summary>Those who are there, trashed or not.</summary>
    internal static async Task<List<Guid>> StillThere(this Store store, IEnumerable<Guid> people, CancellationToken stop)
    {
        var ids = people.Distinct().ToArray();
        return await store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(stop);
    }

    /// <summary>A collaboration with its people, as it is kept. What Today is silent about is no part of it.</summary>
    private static async Task<string> Written(this Store store, Collaboration row, CancellationToken stop)
    {
        var people = await store.CollaborationPeople.AsNoTracking().Where(p => p.CollaborationId == row.Id).ToListAsync(stop);
        var it = JsonSerializer.Deserialize<Collaboration>(JsonSerializer.Serialize(row, Json.OneLine), Json.OneLine)!;
        it.QuietUntil = null;
        return JsonSerializer.Serialize(new KeptCollaboration(it, [.. people.Select(p => new Collaborator(p.PersonId, p.Side, p.Role)).OrderBy(p => p.PersonId)]), Json.OneLine);
    }

    private sealed record KeptCollaboration(Collaboration It, IReadOnlyList<Collaborator> People);

    /// <summary>Makes a collaboration again what it was, with those of its people who are still there.</summary>
    internal sealed class BackAgain : IPutBack
    {
        public bool Knows(string kind) => kind == Kind;

        public async Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop)
        {
            var before = JsonSerializer.Deserialize<KeptCollaboration>(former.Before, Json.OneLine)!;
            var row = await store.CollaborationToChange(before.It.Id, stop);
            var now = await store.Written(row, stop);
            if (now == former.Before) return;
            if (now != former.After) throw new Conflict("People.ChangedSince");
            await store.OrganizationOf(before.It.OrganizationId, stop);
            store.Entry(row).CurrentValues.SetValues(before.It);
            var there = await store.StillThere(before.People.Select(p => p.PersonId), stop);
            var rows = await store.CollaborationPeople.Where(p => p.CollaborationId == row.Id).ToListAsync(stop);
            store.RemoveRange(rows.Where(r => before.People.All(p => p.PersonId != r.PersonId)));
            foreach (var was in before.People.Where(p => there.Contains(p.PersonId)).DistinctBy(p => p.PersonId))
            {
                var part = rows.Find(r => r.PersonId == was.PersonId) ?? store.Add(new CollaborationPerson { CollaborationId = row.Id, PersonId = was.PersonId }).Entity;
                (part.Side, part.Role) = (was.Side, was.Role);
            }
            await store.SaveChangesAsync(stop);
        }
    }

    /// <summary>Brings back a collaboration that was removed, with its people.</summary>
    internal sealed class Back : RemovalActions.Back<Collaboration>
    {
        protected override async Task MayReturn(Store store, Collaboration row, TimeProvider clock, CancellationToken stop) => await store.OrganizationOf(row.OrganizationId, stop);

        protected override Task Return(Store store, string along, CancellationToken stop)
        {
            store.Add(Read<CollaborationPerson>(along)); // of who went for good nothing is kept
            return Task.CompletedTask;
        }
    }

    /// <summary>Who goes for good goes from what is kept, too: such a change is not taken back any more.</summary>
    internal sealed class Leaves : IPersonLeaves
    {
        public async Task BeforeLeaving(Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
        {
            var names = people.Select(p => p.ToString()).ToList();
            var kept = await store.Formers.AsNoTracking().Where(f => f.Kind == Kind).Select(f => new { f.Id, f.Before, f.After }).ToListAsync(stop);
            var gone = kept.Where(f => names.Exists(n => f.Before.Contains(n, StringComparison.Ordinal) || f.After.Contains(n, StringComparison.Ordinal))).Select(f => f.Id).ToList();
            foreach (var some in gone.Chunk(Store.MostParameters)) await store.Formers.Where(f => some.Contains(f.Id)).ExecuteDeleteAsync(stop);
        }
    }
}
