using System.Collections.Concurrent;

namespace Mainstay.Storage;

/// <summary>What was worked out for a space on a day, kept as long as nothing at all was written since. It is not for what an open transaction sees: whether it comes to that is not known yet.</summary>
/// <param name="version">Tells when something was written.</param>
/// <param name="most">Of so many spaces and days at most.</param>
public sealed class Remembered<T>(DataVersion version, int most)
{
    private Shelf shelf = new("");

    /// <summary>What is known, or else what this works out.</summary>
    public async Task<T> Get(Store store, DateOnly today, Func<Task<T>> work, CancellationToken stop)
    {
        var (written, key) = (await version.Now(() => store, stop), (store.SpaceId, store.ShowsPrivate, today));
        var current = Volatile.Read(ref shelf);
        if (current.Version != written) Volatile.Write(ref shelf, current = new(written));
        if (current.Known.TryGetValue(key, out var known)) return known;
        var made = await work();
        if (current.Known.Count < most) current.Known[key] = made;
        return made;
    }

    private sealed class Shelf(string version)
    {
        public string Version => version;

        public ConcurrentDictionary<(Guid Space, bool ShowsPrivate, DateOnly Day), T> Known { get; } = new();
    }
}
