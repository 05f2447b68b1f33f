using System.Collections.Concurrent;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Introductions;

/// <summary>Looks up who knows whom.</summary>
public sealed class AcquaintanceQueries(DataVersion version)
{
    /// <summary>So many owners' networks are remembered.</summary>
    private const int MostKnown = 20;

    private Shelf shelf = new("");

    /// <summary>Everybody, and who of them know each other; what was found before, as long as nothing was written since.</summary>
    public async Task<WhoKnowsWhom> All(Store store, DateOnly today, CancellationToken stop)
    {
        var (written, key) = (await version.Now(() => store, stop), (store.SpaceId, today));
        var current = Volatile.Read(ref shelf);
        if (current.Version != written) Volatile.Write(ref shelf, current = new(written));
        if (current.Known.TryGetValue(key, out var known)) return known;
        var names = await store.People.Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        var said = await store.Acquaintances.AsNoTracking().ToListAsync(stop);
        var all = WhoKnowsWhom.From(names, said, await store.Signs(names, today, stop));
        if (current.Known.Count < MostKnown) current.Known[key] = all;
        return all;
    }

    private sealed class Shelf(string version)
    {
        public string Version => version;

        public ConcurrentDictionary<(Guid Space, DateOnly Day), WhoKnowsWhom> Known { get; } = new();
    }
}
