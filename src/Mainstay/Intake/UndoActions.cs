using System.Text.Json;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Intake;

/// <summary>What an undo took back, and what it left because it was edited since.</summary>
public sealed record Undone(Guid Import, int Removed, int Restored, int Touches, IReadOnlyList<Staying> Stays);

/// <summary>Something that stays, and why.</summary>
public sealed record Staying(Guid Id, string Name, Reason Why)
{
    /// <summary>An organization; else a person, or a touch, which has no name.</summary>
    public bool IsOrganization { get; init; }
}

public static class UndoActions
{
    /// <summary>Takes back a whole import, even after later ones. What was edited since stays, and is named.</summary>
    public static Task<Undone> UndoImport(this Store store, Guid id, IEnumerable<IPersonLeaves> rooms, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var import = await store.Imports.FirstOrDefaultAsync(i => i.Id == id, stop) ?? throw new NotFound("Intake.NoSuchImport", id);
        if (import.IsWhole) throw new Conflict("Intake.WholeStays", import.Files);
        if (import.UndoneAt is not null) throw new Conflict("Intake.UndoneAlready", import.Files);
        var changes = (await store.ImportChanges.AsNoTracking().Where(c => c.ImportId == id).ToListAsync(stop)).ToLookup(c => c.Kind);
        var undo = new Undo(store, id, clock);
        await undo.Touches(changes[ChangeKind.TouchAdded], changes[ChangeKind.TouchChanged], stop);
        await undo.Changed([.. changes[ChangeKind.PersonChanged]], stop);
        await undo.Added([.. changes[ChangeKind.PersonAdded]], rooms, stop);
        await undo.Organizations([.. changes[ChangeKind.OrganizationAdded]], stop);
        import.UndoneAt = clock.GetUtcNow().UtcDateTime;
        var undone = new Undone(id, undo.Removed, undo.Restored, undo.TouchesRemoved, undo.Stays);
        import.UndoReport = JsonSerializer.Serialize(UndoneAnswer.Of(undone), Json.OneLine);
        await store.SaveChangesAsync(stop);
        return undone;
    }, stop);

    /// <summary>What a person was before an import; null when that cannot be read.</summary>
    internal static Before? WasBefore(string? json)
    {
        try
        {
            return json is not null && JsonSerializer.Deserialize<Before>(json, Json.OneLine) is { Said: { Details: not null, Affiliations: not null }, Identities: not null } before ? before : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed class Undo(Store store, Guid import, TimeProvider clock)
    {
        /// <summary>Of a touch with many who were brought together with others since, no more ways are tried in which it may have been.</summary>
        private const int MostTries = 1_000;

        public int Removed { get; private set; }

        public int Restored { get; private set; }

        public int TouchesRemoved { get; private set; }

        public List<Staying> Stays { get; } = [];

        public async Task Touches(IEnumerable<ImportChange> added, IEnumerable<ImportChange> changed, CancellationToken stop)
        {
            var mine = added.ToDictionary(c => c.Subject, c => c.After);
            var now = await TouchesNow([.. mine.Keys], stop);
            var merged = await store.BroughtIn(stop);
            var same = now.Where(t => IsAsLeft(t.Value, mine[t.Key], merged)).Select(t => t.Key).ToHashSet();
            foreach (var edited in now.Where(t => !same.Contains(t.Key))) Stays.Add(new(edited.Key, "", new("Intake.TouchEdited", edited.Value.On)));
            TouchesRemoved = await store.RemoveTouches(same, stop);
            foreach (var some in mine.Keys.Except(now.Keys).Concat(same).Chunk(Store.MostParameters))
                await store.TouchIdentities.Where(t => some.Contains(t.TouchId)).ExecuteDeleteAsync(stop);
            foreach (var change in changed) await TakeBackNote(change, merged, stop);
        }

        public async Task Changed(IReadOnlyList<ImportChange> changes, CancellationToken stop)
        {
            var now = await StatesNow([.. changes.Select(c => c.Subject)], stop);
            var merged = await store.MergedPeople([.. changes.Select(c => c.Subject)], stop);
            Stays.AddRange(changes.Where(c => merged.Contains(c.Subject) && now.ContainsKey(c.Subject)).Select(c => new Staying(c.Subject, now[c.Subject].Details.Name, NeededQueries.Merged)));
            var back = changes.Where(c => !merged.Contains(c.Subject) && now.TryGetValue(c.Subject, out var said) && IsSame(c, said)).ToDictionary(c => c.Subject, c => WasBefore(c.Before)!);
            await store.ChangePeople(back.ToDictionary(b => b.Key, b => b.Value.Said.Details with { Photo = b.Value.Photo ?? (b.Value.Said.Details.Photo is null ? null : now[b.Key].Details.Photo) }), clock, stop);
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
            Restored = back.Count;
        }

        /// <summary>Unless a later import has heard newer words under the same identity.</summary>
        private async Task PutBack(IReadOnlyList<SourceIdentity> identities, CancellationToken stop)
        {
            var there = new HashSet<(string, string)>();
            foreach (var some in identities.Select(i => i.Identity).Distinct().Chunk(Store.MostParameters))
                foreach (var i in await store.SourceIdentities.Where(i => some.Contains(i.Identity)).Select(i => new { i.Source, i.Identity }).ToListAsync(stop)) there.Add((i.Source, i.Identity));
            await store.InsertMany(identities.Where(i => there.Add((i.Source, i.Identity))), stop);
        }

        public async Task Added(IReadOnlyList<ImportChange> changes, IEnumerable<IPersonLeaves> rooms, CancellationToken stop)
        {
            var now = await StatesNow([.. changes.Select(c => c.Subject)], stop);
            var same = changes.Where(c => now.TryGetValue(c.Subject, out var said) && IsSame(c, said)).Select(c => c.Subject).ToList();
            var needed = await store.NeededPeople(same, stop);
            foreach (var person in same.Where(needed.ContainsKey)) Stays.Add(new(person, now[person].Details.Name, needed[person]));
            var leaving = same.Where(p => !needed.ContainsKey(p)).ToList();
            await store.RemovePeople(leaving, rooms, stop);
            Removed = leaving.Count;
        }

        /// <summary>The organizations it made, but for those that are written about, are called otherwise, or are needed.</summary>
        public async Task Organizations(IReadOnlyList<ImportChange> made, CancellationToken stop)
        {
            var (after, needed) = (made.ToDictionary(c => c.Subject, c => c.After), await store.NeededOrganizations([.. made.Select(c => c.Subject)], stop));
            foreach (var some in after.Keys.Chunk(Store.MostParameters))
            {
                var now = await store.Organizations.AsNoTracking().Where(o => some.Contains(o.Id)).ToListAsync(stop);
                var staying = now.Where(o => IsEdited(o, after[o.Id]) || needed.ContainsKey(o.Id)).OrderBy(o => o.SortKey, StringComparer.Ordinal).ToList();
                Stays.AddRange(staying.Select(o => new Staying(o.Id, o.Name, IsEdited(o, after[o.Id]) ? new("Intake.PersonEdited") : needed[o.Id]) { IsOrganization = true }));
                var leaving = now.Except(staying).Select(o => o.Id).ToList();
                await store.Organizations.Where(o => leaving.Contains(o.Id)).ExecuteDeleteAsync(stop);
            }
        }

        /// <summary>Imports of earlier versions kept no fingerprint of the name.</summary>
        private static bool IsEdited(Organization now, string after) => now.Notes is not null || (after.Length > 0 && after != Said.Fingerprint(now.SortKey));

        private bool IsSame(ImportChange change, Said now)
        {
            if (now.State() == change.After) return true;
            Stays.Add(new(change.Subject, now.Details.Name, new("Intake.PersonEdited")));
            return false;
        }

        private async Task<Dictionary<Guid, Said>> StatesNow(IReadOnlyList<Guid> people, CancellationToken stop)
        {
            var details = await store.DetailsOf(people, stop);
            var affiliations = await store.AffiliationsOf(people, stop);
            return details.ToDictionary(d => d.Key, d => new Said(d.Value, affiliations.GetValueOrDefault(d.Key) ?? []));
        }

        private async Task<Dictionary<Guid, NewTouch>> TouchesNow(IReadOnlyList<Guid> ids, CancellationToken stop)
        {
            var now = new Dictionary<Guid, NewTouch>();
            foreach (var some in ids.Chunk(Store.MostParameters))
            {
                var people = (await store.TouchPeople.Where(t => some.Contains(t.TouchId)).Select(t => new { t.TouchId, t.PersonId }).ToListAsync(stop)).ToLookup(t => t.TouchId, t => t.PersonId);
                foreach (var t in await store.Touches.AsNoTracking().Where(t => some.Contains(t.Id)).ToListAsync(stop))
                    now[t.Id] = new() { People = [.. people[t.Id]], On = t.On, Kind = t.Kind, Direction = t.Direction, Minutes = t.Minutes, Note = t.Note };
            }
            return now;
        }

        /// <summary>Whether a touch is as the import left it. Those it was with may have been brought into others since: that is no change of it.</summary>
        private static bool IsAsLeft(NewTouch now, string after, ILookup<Guid, Guid> merged) =>
            Were(now.People, merged).Take(MostTries).Any(people => ArrivingTouchActions.State(now with { People = people }) == after);

        /// <summary>Who may have taken part: those who do now, and each of them as any who was brought into them.</summary>
        private static IEnumerable<List<Guid>> Were(IEnumerable<Guid> now, ILookup<Guid, Guid> merged) =>
            now.Aggregate(Enumerable.Repeat(new List<Guid>(), 1), (all, one) => from people in all from who in merged[one].Prepend(one) select (List<Guid>)[.. people, who]);

        private async Task TakeBackNote(ImportChange change, ILookup<Guid, Guid> merged, CancellationToken stop)
        {
            if (!(await TouchesNow([change.Subject], stop)).TryGetValue(change.Subject, out var now)) return;
            if (!IsAsLeft(now, change.After, merged)) Stays.Add(new(change.Subject, "", new("Intake.TouchEdited", now.On)));
            else
            {
                (await store.Touches.FirstAsync(t => t.Id == change.Subject, stop)).Note = string.IsNullOrEmpty(change.Before) ? null : change.Before;
                await store.SaveChangesAsync(stop);
            }
        }
    }
}
