using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Intake;

/// <summary>Takes back the people and organizations an import made, and what it changed of people. What is taken back is noted no more; what remains noted of an import that was taken back is what it had to leave.</summary>
internal sealed class UndoPeopleActions(Store store, Guid import, TimeProvider clock)
{
    private readonly HashSet<Guid> removed = [];
    private readonly HashSet<Guid> restored = [];

    public int Removed => removed.Count;

    public int Restored => restored.Count(p => !removed.Contains(p));

    public List<Staying> Stays { get; } = [];

    public async Task Changed(IReadOnlyList<ImportChange> changes, CancellationToken stop)
    {
        var now = await StatesNow([.. changes.Select(c => c.Subject)], stop);
        var merged = await store.MergedPeople([.. changes.Select(c => c.Subject)], stop);
        Stays.AddRange(changes.Where(c => merged.Contains(c.Subject) && now.ContainsKey(c.Subject)).Select(c => new Staying(c.Subject, now[c.Subject].Details.Name, NeededQueries.Merged)));
        var others = await store.AlsoCameWith(import, now.Keys, stop);
        var back = changes.Where(c => !merged.Contains(c.Subject) && now.TryGetValue(c.Subject, out var said) && IsSame(c, said, others)).ToDictionary(c => c.Subject, c => UndoActions.WasBefore(c.Before)!);
        await Write(back, now, stop);
        restored.UnionWith(back.Keys);
        await Forget(changes.Where(c => !now.ContainsKey(c.Subject) || back.ContainsKey(c.Subject)), stop);
    }

    public async Task Added(IReadOnlyList<ImportChange> changes, IEnumerable<IPersonLeaves> rooms, CancellationToken stop)
    {
        var now = await StatesNow([.. changes.Select(c => c.Subject)], stop);
        var others = await store.AlsoCameWith(import, now.Keys, stop);
        var same = new List<Guid>();
        foreach (var change in changes.Where(c => now.ContainsKey(c.Subject)))
            if (!IsSame(change, now[change.Subject], others)) continue;
            else if (others.TryGetValue(change.Subject, out var with)) Stays.Add(new(change.Subject, now[change.Subject].Details.Name, new("Intake.AlsoCameWith", with.Files)));
            else same.Add(change.Subject);
        var needed = await store.NeededPeople(same, stop);
        foreach (var person in same.Where(needed.ContainsKey)) Stays.Add(new(person, now[person].Details.Name, needed[person]));
        var leaving = same.Where(p => !needed.ContainsKey(p)).ToHashSet();
        await store.RemovePeople(leaving, rooms, stop);
        removed.UnionWith(leaving);
        await Forget(changes.Where(c => !now.ContainsKey(c.Subject) || leaving.Contains(c.Subject)), stop);
    }

    /// <summary>What earlier undos had to leave because of this import goes too, unless it was edited, is needed, or came with one that still stands.</summary>
    public async Task LeftBehind(Touched touched, IEnumerable<IPersonLeaves> rooms, CancellationToken stop)
    {
        var there = new List<Guid>();
        foreach (var some in touched.People.Chunk(Store.MostParameters))
            there.AddRange(await store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => some.Contains(p.Id)).Select(p => p.Id).ToListAsync(stop));
        var undone = await TakenBack(stop);
        var leftovers = undone.Count == 0 ? [] : await Left([.. there, .. touched.Organizations], stop);
        foreach (var earlier in undone.FindAll(leftovers.ContainsKey))
        {
            var left = leftovers[earlier].ToLookup(c => c.Kind);
            if (!left.Contains(ChangeKind.PersonChanged) && !left.Contains(ChangeKind.PersonAdded)) continue;
            var undo = new UndoPeopleActions(store, earlier, clock);
            await undo.Changed([.. left[ChangeKind.PersonChanged]], stop);
            undo.Stays.Clear(); // that undo told it
            await undo.Added([.. left[ChangeKind.PersonAdded]], rooms, stop);
            removed.UnionWith(undo.removed);
            restored.UnionWith(undo.restored);
            Stays.RemoveAll(s => removed.Contains(s.Id));
            Stays.AddRange(undo.Stays.FindAll(s => !Stays.Exists(one => one.Id == s.Id)));
        }
        foreach (var earlier in undone.FindAll(leftovers.ContainsKey)) await new UndoPeopleActions(store, earlier, clock).Organizations(leftovers[earlier], stop);
    }

    /// <summary>The organizations it made, but for those that are written about, are called otherwise, or are needed.</summary>
    public async Task Organizations(IReadOnlyList<ImportChange> changes, CancellationToken stop)
    {
        var made = changes.Where(c => c.Kind == ChangeKind.OrganizationAdded).ToDictionary(c => c.Subject, c => c.After);
        var needed = await store.NeededOrganizations([.. made.Keys], stop);
        foreach (var some in made.Keys.Chunk(Store.MostParameters))
        {
            var now = await store.Organizations.AsNoTracking().Where(o => some.Contains(o.Id)).ToListAsync(stop);
            var staying = now.Where(o => IsEdited(o, made[o.Id]) || needed.ContainsKey(o.Id)).OrderBy(o => o.SortKey, StringComparer.Ordinal).ToList();
            Stays.AddRange(staying.Select(o => new Staying(o.Id, o.Name, IsEdited(o, made[o.Id]) ? new("Intake.PersonEdited") : needed[o.Id]) { IsOrganization = true }));
            await Remove([.. now.Except(staying).Select(o => o.Id)], stop);
        }
    }

    /// <summary>Whoever was as before for a moment, and then left, may have made an organization anew.</summary>
    public async Task LeaveNoOrganization(Touched touched, CancellationToken stop)
    {
        var made = (await store.Organizations.Select(o => o.Id).ToListAsync(stop)).FindAll(o => !touched.Before.Contains(o));
        var needed = await store.NeededOrganizations(made, stop);
        foreach (var some in made.Where(o => !needed.ContainsKey(o)).Chunk(Store.MostParameters)) await Remove(some, stop);
    }

    private async Task Write(Dictionary<Guid, Before> back, Dictionary<Guid, Said> now, CancellationToken stop)
    {
        var links = await Links(back.Values, stop);
        await store.ChangePeople(back.ToDictionary(b => b.Key, b => b.Value.Said.Details with
        {
            Relations = Linked(b.Value.Said.Details.Relations, now[b.Key].Details.Relations, links),
            Photo = b.Value.Photo ?? (b.Value.Said.Details.Photo is null ? null : now[b.Key].Details.Photo),
        }), clock, stop);
        var people = back.Keys.ToList();
        foreach (var some in people.Chunk(Store.MostParameters))
        {
            await store.Affiliations.Where(a => some.Contains(a.PersonId)).ExecuteDeleteAsync(stop);
            await store.OriginalCards.Where(c => some.Contains(c.Id)).ExecuteDeleteAsync(stop);
            await store.SourceIdentities.Where(i => i.ImportId == import && some.Contains(i.PersonId)).ExecuteDeleteAsync(stop);
        }
        await store.Reindex(people, stop);
        await store.AddAffiliations([.. back.SelectMany(b => b.Value.Said.Affiliations.Select(a => (b.Key, a)))], clock, stop);
        await store.InsertMany(back.Where(b => b.Value.Card is not null).Select(b => new OriginalCard { Id = b.Key, Uid = b.Value.Uid, Text = b.Value.Card! }), stop);
        await PutBack([.. back.SelectMany(b => b.Value.Identities)], stop);
    }

    /// <summary>What is said as it was. A relation that is there leads to whom it leads to now, or to nobody: the owner, or a merge, may have seen to that since.</summary>
    private static List<RelationDetails> Linked(IReadOnlyList<RelationDetails> before, IReadOnlyList<RelationDetails> now, Dictionary<Guid, Guid> links)
    {
        var present = now.ToLookup(Said.Unlinked, r => r.OtherId).ToDictionary(l => l.Key, l => new Queue<Guid?>(l));
        return [.. before.Select(r => r with
        {
            OtherId = present.TryGetValue(Said.Unlinked(r), out var others) && others.TryDequeue(out var other) ? other : r.OtherId is { } was && links.TryGetValue(was, out var who) ? who : null,
        })];
    }

    /// <summary>Who those are now to whom they were related, as far as these are still there.</summary>
    private async Task<Dictionary<Guid, Guid>> Links(IEnumerable<Before> before, CancellationToken stop)
    {
        var others = before.SelectMany(b => b.Said.Details.Relations).Select(r => r.OtherId).OfType<Guid>().Distinct().ToList();
        if (others.Count == 0) return [];
        var (merged, there) = (await store.WhoTheyAre(stop), new HashSet<Guid>());
        var links = others.ToDictionary(o => o, o => merged.TryGetValue(o, out var who) ? who : o);
        foreach (var some in links.Values.Distinct().Chunk(Store.MostParameters))
            there.UnionWith(await store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => some.Contains(p.Id)).Select(p => p.Id).ToListAsync(stop));
        return links.Where(l => there.Contains(l.Value)).ToDictionary();
    }

    /// <summary>Unless a later import has heard newer words under the same identity.</summary>
    private async Task PutBack(IReadOnlyList<SourceIdentity> identities, CancellationToken stop)
    {
        var there = new HashSet<(string, string)>();
        foreach (var some in identities.Select(i => i.Identity).Distinct().Chunk(Store.MostParameters))
            foreach (var i in await store.SourceIdentities.Where(i => some.Contains(i.Identity)).Select(i => new { i.Source, i.Identity }).ToListAsync(stop)) there.Add((i.Source, i.Identity));
        await store.InsertMany(identities.Where(i => there.Add((i.Source, i.Identity))), stop);
    }

    /// <summary>What is as the import left it is nobody's but the import's. Else it stays: as another import left it, or as somebody edited it.</summary>
    private bool IsSame(ImportChange change, Said now, Dictionary<Guid, CameWith> others)
    {
        var states = now.States();
        if (states.Contains(change.After)) return true;
        var isOthers = others.TryGetValue(change.Subject, out var with) && with.Left.Overlaps(states);
        Stays.Add(new(change.Subject, now.Details.Name, isOthers ? new Reason("Intake.AlsoCameWith", with!.Files) : new Reason("Intake.PersonEdited")));
        return false;
    }

    private Task<List<Guid>> TakenBack(CancellationToken stop) =>
        store.Imports.Where(i => i.UndoneAt != null && i.Id != import).OrderByDescending(i => i.At).ThenByDescending(i => i.Id).Select(i => i.Id).ToListAsync(stop);

    /// <summary>What all imports that were taken back had to leave of these, by import.</summary>
    private async Task<Dictionary<Guid, List<ImportChange>>> Left(IReadOnlyList<Guid> subjects, CancellationToken stop)
    {
        var left = new List<ImportChange>();
        var undone = store.Imports.Where(i => i.UndoneAt != null && i.Id != import).Select(i => i.Id);
        foreach (var some in subjects.Chunk(Store.MostParameters))
            left.AddRange(await store.ImportChanges.AsNoTracking().Where(c => some.Contains(c.Subject) && undone.Contains(c.ImportId)).ToListAsync(stop));
        return left.GroupBy(c => c.ImportId).ToDictionary(c => c.Key, c => c.ToList());
    }

    private async Task Forget(IEnumerable<ImportChange> done, CancellationToken stop)
    {
        foreach (var some in done.Select(c => c.Id).Chunk(Store.MostParameters)) await store.ImportChanges.Where(c => some.Contains(c.Id)).ExecuteDeleteAsync(stop);
    }

    private Task<int> Remove(Guid[] organizations, CancellationToken stop) => store.Organizations.Where(o => organizations.Contains(o.Id)).ExecuteDeleteAsync(stop);

    /// <summary>Imports of earlier versions kept no fingerprint of the name.</summary>
    private static bool IsEdited(Organization now, string after) => now.Notes is not null || (after.Length > 0 && after != Said.Fingerprint(now.SortKey));

    private async Task<Dictionary<Guid, Said>> StatesNow(IReadOnlyList<Guid> people, CancellationToken stop)
    {
        var details = await store.DetailsOf(people, stop);
        var affiliations = await store.AffiliationsOf(people, stop);
        return details.ToDictionary(d => d.Key, d => new Said(d.Value, affiliations.GetValueOrDefault(d.Key) ?? []));
    }
}
