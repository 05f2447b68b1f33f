using System.Text.Json;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Organizations;

/// <summary>Two organizations that are one, and one that is none. Both can be taken back.</summary>
public static class OrganizationsMerge
{
    private const string Merged = "organizationMerged", Removed = "organizationRemoved";

    /// <summary>Brings an organization into another: its people belong there from now on, its notes stand below the other's, and what later rooms keep of it goes over. The answer is by what it is taken back.</summary>
    public static Task<Guid> MergeOrganizations(this Store store, Guid keep, Guid gone, IEnumerable<IOrganizationRows> rooms, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(new Problems().When(keep == gone, "other", "Organizations.WithItself"));
        var (stays, goes) = (await store.ToChange(keep, stop), await store.ToChange(gone, stop));
        var (there, moving) = (await store.PlacesIn(keep, stop), await store.PlacesIn(gone, stop));
        var (said, lost) = (there.Select(Saying).ToHashSet(), new List<LostPlace>());
        foreach (var place in moving)
        {
            lost.Add(LostPlace.Of(place, !said.Add(Saying(place))));
            if (lost[^1].IsGone) store.Remove(place);
            else place.OrganizationId = keep;
        }
        var notes = stays.Notes;
        stays.Notes = string.Join("\n\n", new[] { stays.Notes, goes.Notes }.Where(n => !string.IsNullOrWhiteSpace(n))) is { Length: > 0 } both ? both : null;
        return await store.Let(goes, new(goes.Id, goes.Name, goes.Notes, goes.CreatedAt, lost) { Into = keep, NotesBefore = notes, NotesAfter = stays.Notes, Rooms = await store.Part(rooms, gone, keep, stop) }, Merged, clock, stop);
    }, stop);

    /// <summary>Removes an organization. Titles people have there stay with them. The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveOrganization(this Store store, Guid id, IEnumerable<IOrganizationRows> rooms, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var goes = await store.ToChange(id, stop);
        var lost = new List<LostPlace>();
        foreach (var place in await store.PlacesIn(id, stop))
        {
            lost.Add(LostPlace.Of(place, string.IsNullOrWhiteSpace(place.Title)));
            if (lost[^1].IsGone) store.Remove(place);
            else place.OrganizationId = null;
        }
        return await store.Let(goes, new(goes.Id, goes.Name, goes.Notes, goes.CreatedAt, lost) { Rooms = await store.Part(rooms, id, null, stop) }, Removed, clock, stop);
    }, stop);

    private static Task<List<Affiliation>> PlacesIn(this Store store, Guid id, CancellationToken stop) => store.Affiliations.Where(a => a.OrganizationId == id).OrderBy(a => a.Id).ToListAsync(stop);

    /// <summary>Two places of a person that say the same are one.</summary>
    private static (Guid, string?, string?, string?, string?) Saying(Affiliation a) => (a.PersonId, a.Title, a.Department, a.Since, a.Until);

    /// <summary>What later rooms keep of it goes over to the other, or goes with it.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> Part(this Store store, IEnumerable<IOrganizationRows> rooms, Guid gone, Guid? into, CancellationToken stop)
    {
        var kept = new Dictionary<string, string>();
        foreach (var room in rooms)
            if (await room.Part(store, gone, into, stop) is { } lost) kept.Add(room.Name, lost);
        return kept;
    }

    private static async Task<Guid> Let(this Store store, Organization goes, LostOrganization lost, string kind, TimeProvider clock, CancellationToken stop)
    {
        await store.SaveChangesAsync(stop); // what belonged to it first, so that nothing goes with it
        store.Remove(goes);
        await store.SaveChangesAsync(stop);
        return await store.KeepFormer(new() { Kind = kind, Before = JsonSerializer.Serialize(lost, Json.OneLine), After = "", At = clock.GetUtcNow().UtcDateTime }, stop);
    }

    private sealed record LostOrganization(Guid Id, string Name, string? Notes, DateTime CreatedAt, IReadOnlyList<LostPlace> Places)
    {
        public Guid? Into { get; init; }
        public string? NotesBefore { get; init; }
        public string? NotesAfter { get; init; }

        /// <summary>What later rooms gave over or lost with it.</summary>
        public IReadOnlyDictionary<string, string> Rooms { get; init; } = new Dictionary<string, string>();
    }

    /// <summary>A place that was in it; it may have gone itself, and not only its organization.</summary>
    private sealed record LostPlace(Guid Id, Guid Person, int Position, AffiliationDetails Details, bool IsGone)
    {
        public static LostPlace Of(Affiliation a, bool isGone) => new(a.Id, a.PersonId, a.Position, new(null, a.Title, a.Department, a.Since, a.Until), isGone);
    }

    /// <summary>Takes a merge or a removal back. People who were given other places since keep those.</summary>
    internal sealed class Back(IEnumerable<IOrganizationRows> rooms) : IPutBack
    {
        public bool Knows(string kind) => kind is Merged or Removed;

        public async Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop)
        {
            var lost = JsonSerializer.Deserialize<LostOrganization>(former.Before, Json.OneLine)!;
            if (await store.Organizations.AnyAsync(o => o.Id == lost.Id, stop)) return;
            var key = PersonNames.Key(lost.Name);
            if (await store.Organizations.AnyAsync(o => o.SortKey == key, stop)) throw new Conflict("People.ChangedSince");
            store.Add(new Organization { Id = lost.Id, Name = lost.Name, SortKey = key, Notes = lost.Notes, CreatedAt = lost.CreatedAt });
            await store.SaveChangesAsync(stop);
            if (lost.Into is { } into && await store.Organizations.FirstOrDefaultAsync(o => o.Id == into, stop) is { } kept && kept.Notes == lost.NotesAfter) kept.Notes = lost.NotesBefore;
            foreach (var some in lost.Places.Chunk(Store.MostParameters)) await Place(store, lost, some, stop);
            foreach (var room in rooms)
                if (lost.Rooms.TryGetValue(room.Name, out var theirs)) await room.Return(store, lost.Id, lost.Into, theirs, stop);
            await store.SaveChangesAsync(stop);
        }

        private static async Task Place(Store store, LostOrganization lost, LostPlace[] places, CancellationToken stop)
        {
            var (ids, people) = (places.Select(p => p.Id).ToArray(), places.Select(p => p.Person).Distinct().ToArray());
            var there = await store.Affiliations.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, stop);
            var known = (await store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => people.Contains(p.Id)).Select(p => p.Id).ToListAsync(stop)).ToHashSet();
            foreach (var place in places)
            {
                if (there.TryGetValue(place.Id, out var row) && row.OrganizationId == lost.Into) row.OrganizationId = lost.Id;
                else if (row is null && place.IsGone && known.Contains(place.Person))
                    store.Add(new Affiliation { Id = place.Id, PersonId = place.Person, Position = place.Position, OrganizationId = lost.Id, Title = place.Details.Title, Department = place.Details.Department, Since = place.Details.Since, Until = place.Details.Until });
            }
        }
    }
}
