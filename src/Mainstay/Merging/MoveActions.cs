using System.Reflection;
using Mainstay.Intake;
using Mainstay.Introductions;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Mainstay.Merging;

/// <summary>Rows of one table that went from one person over to another.</summary>
/// <param name="Table">The type of the rows.</param>
/// <param name="Column">What names the person.</param>
/// <param name="Rows">Which ones.</param>
internal sealed record MovedRows(string Table, string Column, IReadOnlyList<Guid> Rows)
{
    /// <summary>Of relations, which are written anew whenever somebody is changed: what each of them was, in the same order.</summary>
    public IReadOnlyList<MovedRelation> Relations { get; init; } = [];
}

/// <summary>What a relation was by which somebody named who went.</summary>
internal sealed record MovedRelation(Guid Person, string Kind, string Name);

/// <summary>Whatever in the network is about one person is about another from now on.</summary>
/// <remarks>Read from the tables themselves, so that no room can be forgotten, not even one that is built later.</remarks>
internal static class MoveActions
{
    private static readonly MethodInfo Typed = typeof(MoveActions).GetMethod(nameof(MoveSome), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Columns that name a person without being a foreign key, and what an import knows people again by.</summary>
    private static readonly NeededQueries.Pointer[] Further =
        [new(typeof(Introduction), nameof(Introduction.TowardsId)), new(typeof(SourceIdentity), nameof(SourceIdentity.PersonId)), new(typeof(TouchIdentity), nameof(TouchIdentity.PersonId))];

    /// <summary>The columns that go over; those who know each other are a pair without order and go apart.</summary>
    internal static IEnumerable<NeededQueries.Pointer> Columns(IModel model) =>
        NeededQueries.Pointers(model, typeof(Person)).Concat(Further).Where(p => p.Row != typeof(Acquaintance) && p.Row != typeof(KnownApart));

    /// <summary>Moves what can be moved, in the open transaction. What would stand there twice, or be between one and the same, stays.</summary>
    public static async Task<IReadOnlyList<MovedRows>> Move(this Store store, Guid from, Guid to, CancellationToken stop)
    {
        var moved = new List<MovedRows>();
        foreach (var column in Columns(store.Model))
            if (await store.Move(column, null, from, to, stop) is { Rows.Count: > 0 } some) moved.Add(some);
        moved.AddRange(((MovedRows[])[await store.MovePairs<Acquaintance>(null, from, to, stop), await store.MovePairs<KnownApart>(null, from, to, stop)]).Where(p => p.Rows.Count > 0));
        await store.SaveChangesAsync(stop);
        return moved;
    }

    /// <summary>Moves the same rows again, those that still name the one they were brought to.</summary>
    public static async Task MoveBack(this Store store, IReadOnlyList<MovedRows> moved, Guid from, Guid to, CancellationToken stop)
    {
        var columns = Columns(store.Model).ToDictionary(c => (c.Row.Name, c.Column));
        foreach (var some in moved)
            if (some.Table == nameof(Acquaintance)) await store.MovePairs<Acquaintance>(some.Rows, from, to, stop);
            else if (some.Table == nameof(KnownApart)) await store.MovePairs<KnownApart>(some.Rows, from, to, stop);
            else if (columns.TryGetValue((some.Table, some.Column), out var column)) await store.Move(column, some.Rows, from, to, stop);
        foreach (var some in moved.Where(m => m.Relations.Count == m.Rows.Count)) await store.MoveRewritten(some, from, to, stop);
        await store.SaveChangesAsync(stop);
    }

    private static Task<MovedRows> Move(this Store store, NeededQueries.Pointer column, IReadOnlyList<Guid>? only, Guid from, Guid to, CancellationToken stop) =>
        (Task<MovedRows>)Typed.MakeGenericMethod(column.Row).Invoke(null, [store, column.Column, only, from, to, stop])!;

    private static async Task<MovedRows> MoveSome<T>(Store store, string column, IReadOnlyList<Guid>? only, Guid from, Guid to, CancellationToken stop) where T : class, IOwned
    {
        var rows = await Naming<T>(store, column, from).OrderBy(r => r.Id).ToListAsync(stop);
        if (only is not null) rows.RemoveAll(r => !only.Contains(Known(r)));
        if (rows.Count == 0) return new(typeof(T).Name, column, []);
        var type = store.Model.FindEntityType(typeof(T))!;
        var others = Columns(store.Model).Where(c => c.Row == typeof(T) && c.Column != column).Select(c => c.Column).ToList();
        if (type.FindProperty("PersonId") is not null && column != "PersonId" && !others.Contains("PersonId")) others.Add("PersonId"); // whose relation it is
        var taken = await Taken<T>(store, type, column, to, stop);
        var moved = new List<Guid>();
        foreach (var row in rows)
        {
            var entry = store.Entry(row);
            if (row.Id == to || others.Exists(o => Equals(entry.Property(o).CurrentValue, to)) || !taken.TrueForAll(t => t.Seen.Add(t.Key(row)))) continue;
            entry.Property(column).CurrentValue = to;
            moved.Add(Known(row));
        }
        return new(typeof(T).Name, column, moved) { Relations = typeof(T) == typeof(Relation) ? [.. moved.Select(id => rows.Find(r => r.Id == id)).OfType<Relation>().Select(r => new MovedRelation(r.PersonId, r.Kind, r.Name))] : [] };
    }

    /// <summary>A relation that was written anew since has another id: it is the one of the same person and kind, and by the same name, that names who stayed. By another name it is one that was theirs before.</summary>
    private static async Task MoveRewritten(this Store store, MovedRows moved, Guid from, Guid to, CancellationToken stop)
    {
        var (ids, owners) = (moved.Rows.ToHashSet(), moved.Relations.Select(r => r.Person).Distinct().ToArray());
        var there = new List<Relation>();
        foreach (var some in owners.Chunk(Store.MostParameters)) there.AddRange(await store.Set<Relation>().Where(r => some.Contains(r.PersonId)).OrderBy(r => r.Id).ToListAsync(stop));
        var fresh = there.FindAll(r => r.OtherId == from && !ids.Contains(r.Id));
        foreach (var (id, was) in moved.Rows.Zip(moved.Relations))
        {
            if (there.Exists(r => r.Id == id) || fresh.Find(r => r.PersonId == was.Person && r.Kind == was.Kind && r.Name == was.Name) is not { } now) continue;
            now.OtherId = to;
            fresh.Remove(now);
        }
    }

    /// <summary>By what a row is known again: who is part of a touch is written anew whenever it is corrected.</summary>
    private static Guid Known(IOwned row) => row is TouchPerson part ? part.TouchId : row.Id;

    /// <summary>Also what lies in the trash, and what is the owner's alone.</summary>
    private static IQueryable<T> Naming<T>(Store store, string column, Guid person) where T : class, IOwned =>
        store.Set<T>().IgnoreQueryFilters([Store.TrashFilter, Store.PrivateFilter]).Where(r => EF.Property<Guid?>(r, column) == person);

    /// <summary>For each thing that may be there once only: what is there already.</summary>
    private static async Task<List<(HashSet<string> Seen, Func<T, string> Key)>> Taken<T>(Store store, IEntityType type, string column, Guid to, CancellationToken stop) where T : class, IOwned
    {
        var unique = type.GetIndexes().Where(i => i.IsUnique && i.Properties.Any(p => p.Name == column)).ToList();
        var isOnce = typeof(T) == typeof(Candidate); // nobody is a candidate twice
        if (unique.Count == 0 && !isOnce) return [];
        var there = await Naming<T>(store, column, to).AsNoTracking().ToListAsync(stop);
        if (isOnce) return [(there.Select(_ => "").ToHashSet(StringComparer.Ordinal), _ => "")];
        return unique.ConvertAll(index =>
        {
            var beside = index.Properties.Where(p => p.Name != column).Select(p => p.PropertyInfo!).ToList();
            string Key(T row) => string.Join('\n', beside.Select(p => Convert.ToString(p.GetValue(row), System.Globalization.CultureInfo.InvariantCulture)));
            return (there.Select(Key).ToHashSet(StringComparer.Ordinal), (Func<T, string>)Key);
        });
    }

    /// <summary>What was said of two people, one row for each two, the smaller id first.</summary>
    private static async Task<MovedRows> MovePairs<T>(this Store store, IReadOnlyList<Guid>? only, Guid from, Guid to, CancellationToken stop) where T : class, IOwned
    {
        const string first = nameof(Acquaintance.FirstId), second = nameof(Acquaintance.SecondId);
        IQueryable<T> With(Guid person) => store.Set<T>().Where(r => EF.Property<Guid>(r, first) == person || EF.Property<Guid>(r, second) == person);
        Guid Other(T row, Guid person) => store.Entry(row).Property<Guid>(first).CurrentValue is var one && one == person ? store.Entry(row).Property<Guid>(second).CurrentValue : one;
        var rows = await With(from).OrderBy(r => r.Id).ToListAsync(stop);
        if (only is not null) rows.RemoveAll(r => !only.Contains(r.Id));
        var known = (await With(to).ToListAsync(stop)).ConvertAll(r => Other(r, to)).ToHashSet();
        var moved = rows.FindAll(r => Other(r, from) is var other && other != to && known.Add(other));
        foreach (var row in moved)
        {
            var (entry, (smaller, larger)) = (store.Entry(row), KnownPair.Key(to, Other(row, from)));
            (entry.Property<Guid>(first).CurrentValue, entry.Property<Guid>(second).CurrentValue) = (smaller, larger);
        }
        return new(typeof(T).Name, first, moved.ConvertAll(r => r.Id));
    }
}
