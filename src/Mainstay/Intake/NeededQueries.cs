using System.Reflection;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Mainstay.Intake;

/// <summary>Who and what an undo may not remove, because something else in the network is about them.</summary>
/// <remarks>Read from the tables themselves, so that no room can be forgotten, not even one that is built later.</remarks>
internal static class NeededQueries
{
    /// <summary>Rows that come with a person and go with them: a change of what they say is seen when the person is compared, or is asked for apart.</summary>
    private static readonly HashSet<Type> Own =
    [
        typeof(ContactPoint), typeof(PostalAddress), typeof(ImportantDate), typeof(Tag), typeof(Role), typeof(Relation), typeof(CustomField), typeof(Affiliation), // compared
        typeof(Photo), typeof(Face), typeof(OriginalCard), typeof(SourceIdentity), typeof(TouchIdentity), // what was imported
        typeof(SearchPerson), typeof(PackedContacts), // derived
        typeof(Tie), // also of who has none: asked for apart
        typeof(Former), // how it was before: what it became is what counts
    ];

    private static readonly Pointer Related = new(typeof(Relation), nameof(Relation.OtherId));

    private const string OrganizationColumn = nameof(Affiliation.OrganizationId);

    private static readonly MethodInfo Typed = typeof(NeededQueries).GetMethod(nameof(PointedTo), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Why somebody stays who was brought together with somebody.</summary>
    public static readonly Reason Merged = new("Intake.Needed_Merged");

    /// <summary>Those of these people about whom something was noted, and what. That they are related to one another keeps none of them who would all leave.</summary>
    public static async Task<Dictionary<Guid, Reason>> NeededPeople(this Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        var needed = await store.Needed(Pointers(store.Model, typeof(Person)).Where(p => p != Related), people, stop);
        foreach (var id in await store.MergedPeople(people, stop)) needed.TryAdd(id, Merged);
        foreach (var some in people.Chunk(Store.MostParameters))
            foreach (var p in await store.Ties.Where(t => some.Contains(t.Id) && (t.Layer != Layer.None || t.CadenceDays != null || t.Closeness != null || t.CountsAs != null || t.Trust != null || t.Willing != null || t.Standing != null || t.Verdict != Verdict.None || t.Paused || t.SnoozedUntil != null)).Select(t => t.Id).ToListAsync(stop))
                needed.TryAdd(p, new("Intake.Needed_Tie"));
        await store.KeepRelated(people, needed, stop);
        return needed;
    }

    /// <summary>To whom somebody is related who stays, stays too.</summary>
    private static async Task KeepRelated(this Store store, IReadOnlyCollection<Guid> people, Dictionary<Guid, Reason> needed, CancellationToken stop)
    {
        var leaving = people.Where(p => !needed.ContainsKey(p)).ToHashSet();
        var relations = new List<(Guid Of, Guid To)>();
        foreach (var some in leaving.Chunk(Store.MostParameters))
            foreach (var r in await store.Relations.Where(r => r.OtherId != null && some.Contains(r.OtherId.Value)).Select(r => new { r.PersonId, r.OtherId }).ToListAsync(stop)) relations.Add((r.PersonId, r.OtherId!.Value));
        var from = relations.ToLookup(r => r.Of, r => r.To);
        var staying = new Queue<Guid>(relations.Select(r => r.Of).Where(p => !leaving.Contains(p)).Distinct());
        while (staying.TryDequeue(out var person))
            foreach (var other in from[person].Where(leaving.Remove).ToList())
            {
                needed[other] = new(Related.Why);
                staying.Enqueue(other);
            }
    }

    /// <summary>Those of these people who were brought together with somebody: both of them are as they became.</summary>
    public static async Task<HashSet<Guid>> MergedPeople(this Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        var merged = new HashSet<Guid>();
        foreach (var some in people.Chunk(Store.MostParameters))
            foreach (var p in await store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => p.MergedIntoId != null && (some.Contains(p.Id) || some.Contains(p.MergedIntoId.Value))).Select(p => new { p.Id, Into = p.MergedIntoId!.Value }).ToListAsync(stop))
                merged.UnionWith([p.Id, p.Into]);
        return merged;
    }

    /// <summary>For whoever somebody was brought into: everybody who was, straight or by way of others.</summary>
    public static async Task<ILookup<Guid, Guid>> BroughtIn(this Store store, CancellationToken stop)
    {
        var into = await store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => p.MergedIntoId != null).Select(p => new { p.Id, Into = p.MergedIntoId!.Value }).ToDictionaryAsync(p => p.Id, p => p.Into, stop);
        var all = new List<(Guid Stays, Guid Went)>();
        foreach (var went in into.Keys)
            for (var at = went; into.TryGetValue(at, out var stays); at = stays) all.Add((stays, went));
        return all.ToLookup(m => m.Stays, m => m.Went);
    }

    /// <summary>Those of these organizations to which something belongs, and what.</summary>
    public static Task<Dictionary<Guid, Reason>> NeededOrganizations(this Store store, IReadOnlyCollection<Guid> organizations, CancellationToken stop) =>
        store.Needed(Pointers(store.Model, typeof(Organization)), organizations, stop);

    /// <summary>The columns that name a person or an organization, but for those of rows that are its own.</summary>
    internal static IReadOnlyList<Pointer> Pointers(IModel model, Type to)
    {
        var keys = model.FindEntityType(to)!.GetReferencingForeignKeys().Select(k => new Pointer(k.DeclaringEntityType.ClrType, k.Properties[^1].Name));
        if (to == typeof(Person)) keys = keys.Where(k => !Own.Contains(k.Row)).Append(new(typeof(Person), nameof(Person.MetThroughId))).Append(Related);
        // Rows that stay when it goes name it without a foreign key.
        else keys = keys.Concat(model.GetEntityTypes().Where(e => e.FindProperty(OrganizationColumn) is not null).Select(e => new Pointer(e.ClrType, OrganizationColumn))).Distinct();
        return [.. keys.OrderBy(k => k.Row.Name, StringComparer.Ordinal).ThenBy(k => k.Column, StringComparer.Ordinal)];
    }

    private static async Task<Dictionary<Guid, Reason>> Needed(this Store store, IEnumerable<Pointer> pointers, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var needed = new Dictionary<Guid, Reason>();
        if (ids.Count == 0) return needed;
        foreach (var pointer in pointers)
        {
            var pointed = (IQueryable<Guid>)Typed.MakeGenericMethod(pointer.Row).Invoke(null, [store, pointer.Column])!;
            if (!await pointed.AnyAsync(stop)) continue;
            foreach (var some in ids.Chunk(Store.MostParameters))
                foreach (var id in await pointed.Where(p => some.Contains(p)).Distinct().ToListAsync(stop)) needed.TryAdd(id, new(pointer.Why));
        }
        return needed;
    }

    /// <summary>Also by who lies in the trash: they may come back.</summary>
    private static IQueryable<Guid> PointedTo<T>(Store store, string column) where T : class =>
        store.Set<T>().IgnoreQueryFilters([Store.TrashFilter]).Select(r => EF.Property<Guid?>(r, column)).Where(p => p != null).Select(p => p!.Value);

    /// <summary>A column that names somebody, or an organization.</summary>
    internal sealed record Pointer(Type Row, string Column)
    {
        /// <summary>The sentence that says so.</summary>
        public string Why => $"Intake.Needed_{Row.Name}";
    }
}
