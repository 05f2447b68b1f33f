using System.Text.Json;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.People;

/// <summary>Something that is removed, with all that belongs to it.</summary>
/// <param name="Row">What is removed.</param>
/// <param name="Person">The person it belongs to, with whom what is kept of it goes; null when it is about something else.</param>
public sealed record Removal(IOwned Row, Guid? Person = null)
{
    /// <summary>Rows that go with it, each with the person it belongs to, if it belongs to one.</summary>
    public IReadOnlyList<(IOwned Row, Guid? Person)> Along { get; init; } = [];

    /// <summary>Rows that named it and stay, without its name.</summary>
    public IReadOnlyList<Guid> Left { get; init; } = [];
}

/// <summary>Rows that are removed are kept for a while, so that all of it comes back together, with the ids it had.</summary>
public static class RemovalActions
{
    /// <summary>Removes it in the open transaction. The answer is by what it is taken back.</summary>
    public static async Task<Guid> LetGo(this Store store, Removal removal, TimeProvider clock, CancellationToken stop)
    {
        var at = clock.GetUtcNow().UtcDateTime;
        var before = JsonSerializer.Serialize(new Lost(Written(removal.Row), removal.Left), Json.OneLine);
        var change = await store.KeepFormer(new() { PersonId = removal.Person, Kind = Kind(removal.Row.GetType()), Before = before, After = Name(removal.Row.Id), At = at }, stop);
        // What goes with it is kept by rows of its own: who is removed for good takes theirs along.
        foreach (var (row, person) in removal.Along) store.Add(new Former { PersonId = person, Kind = AlongKind, Before = Written(row).GetRawText(), After = Name(change), At = at });
        store.RemoveRange(removal.Along.Select(a => a.Row));
        store.Remove(removal.Row);
        await store.SaveChangesAsync(stop);
        return change;
    }

    /// <summary>What is gone shall come back otherwise than it went, in the open transaction; nothing happens when it was not removed, or too long ago.</summary>
    /// <param name="store">Of the space.</param>
    /// <param name="gone">Which row.</param>
    /// <param name="change">Changes the row, or names another one that is to name it again.</param>
    /// <param name="stop">Breaks off.</param>
    internal static async Task ChangeGone<T>(this Store store, Guid gone, Func<T, Guid?> change, CancellationToken stop) where T : class, IOwned
    {
        var (kind, after) = (Kind(typeof(T)), Name(gone));
        var kept = store.Formers.Where(f => f.Kind == kind && f.After == after);
        if (await kept.AsNoTracking().OrderByDescending(f => f.At).ThenByDescending(f => f.Id).FirstOrDefaultAsync(stop) is not { } former) return;
        var lost = JsonSerializer.Deserialize<Lost>(former.Before, Json.OneLine)!;
        var row = lost.Row.Deserialize<T>(Json.OneLine)!;
        var left = change(row) is { } naming ? lost.Left.Append(naming).Distinct().ToList() : lost.Left;
        var before = JsonSerializer.Serialize(new Lost(Written(row), left), Json.OneLine);
        await kept.Where(f => f.Id == former.Id).ExecuteUpdateAsync(f => f.SetProperty(x => x.Before, before), stop);
    }

    /// <summary>What was removed cannot be taken back any more: nothing of it is kept, in the open transaction.</summary>
    internal static async Task ForgetRemoved<T>(this Store store, Func<T, bool> which, CancellationToken stop) where T : class, IOwned
    {
        var kind = Kind(typeof(T));
        foreach (var former in await store.Formers.AsNoTracking().Where(f => f.Kind == kind).ToListAsync(stop))
        {
            if (!which(JsonSerializer.Deserialize<Lost>(former.Before, Json.OneLine)!.Row.Deserialize<T>(Json.OneLine)!)) continue;
            var change = Name(former.Id);
            await store.Formers.Where(f => f.Id == former.Id || (f.Kind == AlongKind && f.After == change)).ExecuteDeleteAsync(stop);
        }
    }

    /// <summary>Rows that come back along name whoever somebody turned out to be in the meantime, once; not those between people, who are as they were.</summary>
    private static async Task NameWhoTheyAre(this Store store, CancellationToken stop)
    {
        var back = store.ChangeTracker.Entries<IOwned>().Where(e => e.State == EntityState.Added).ToList();
        var now = back.Count == 0 ? [] : await store.WhoTheyAre(stop);
        foreach (var row in back.Where(_ => now.Count > 0))
        {
            if (row.Metadata.GetForeignKeys().Where(k => k.PrincipalEntityType.ClrType == typeof(Person)).ToList() is not [var key]) continue;
            var column = key.Properties[^1].Name;
            if (row.Property(column).CurrentValue is Guid id && now.TryGetValue(id, out var who) && !back.Exists(b => b.Metadata == row.Metadata && Equals(b.Property(column).CurrentValue, who))) row.Property(column).CurrentValue = who;
        }
    }

    private const string AlongKind = "removedAlong";

    private static string Kind(Type row) => "removed" + row.Name;

    private static string Name(Guid id) => id.ToString("N");

    private static JsonElement Written(IOwned row) => JsonSerializer.SerializeToElement(row, row.GetType(), Json.OneLine);

    private sealed record Lost(JsonElement Row, IReadOnlyList<Guid> Left);

    /// <summary>Takes the removal of a row back. Twice is as once.</summary>
    internal class Back<T> : IPutBack where T : class, IOwned
    {
        public bool Knows(string kind) => kind == Kind(typeof(T));

        public async Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop)
        {
            var lost = JsonSerializer.Deserialize<Lost>(former.Before, Json.OneLine)!;
            var row = lost.Row.Deserialize<T>(Json.OneLine)!;
            if (await store.Set<T>().AnyAsync(r => r.Id == row.Id, stop)) return;
            if (await store.Formers.AnyAsync(f => f.Kind == former.Kind && f.After == former.After && f.At > former.At, stop)) throw new Conflict("People.ChangedSince");
            await MayReturn(store, row, clock, stop);
            store.Add(row);
            await store.SaveChangesAsync(stop);
            var change = Name(former.Id);
            foreach (var along in await store.Formers.AsNoTracking().Where(f => f.Kind == AlongKind && f.After == change).Select(f => f.Before).ToListAsync(stop)) await Return(store, along, stop);
            await store.NameWhoTheyAre(stop);
            await NameAgain(store, row, lost.Left, stop);
            await store.SaveChangesAsync(stop);
        }

        /// <summary>Refuses what has no place any more, and takes out of it what is gone.</summary>
        protected virtual Task MayReturn(Store store, T row, TimeProvider clock, CancellationToken stop) => Task.CompletedTask;

        /// <summary>Adds a row that went with it; <see cref="Read"/> says what it was.</summary>
        protected virtual Task Return(Store store, string along, CancellationToken stop) => throw new NotSupportedException($"Nothing goes with a {typeof(T).Name}.");

        protected static TRow Read<TRow>(string along) => JsonSerializer.Deserialize<TRow>(along, Json.OneLine)!;

        /// <summary>Lets the rows that named it name it again, unless they name something else by now.</summary>
        protected virtual Task NameAgain(Store store, T row, IReadOnlyList<Guid> left, CancellationToken stop) => Task.CompletedTask;
    }
}
