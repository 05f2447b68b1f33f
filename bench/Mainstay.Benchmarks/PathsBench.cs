using Mainstay.Accounts;
using Mainstay.Introductions;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Benchmarks;

/// <summary>Who knows whom, and ways to somebody, in the process itself; a hundred thousand acquaintances are noted in a transaction that is taken back.</summary>
internal static class PathsBench
{
    private const int Acquaintances = 100_000, Targets = 50;

    public static async Task<IReadOnlyList<Measured>> Run(string database, Settings settings)
    {
        await using var house = Network.Open(settings);
        await house.BringUpToDate(default);
        await using var scope = house.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var today = (await store.EnterAsLocalOwner(TimeProvider.System, default)).Today(TimeProvider.System);
        await using var writing = await store.WriteAlone(default);
        var people = await store.People.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync();
        await store.InsertMany(Random(people, today), default);
        // Nothing else is written meanwhile: what was found once is known, as on a quiet afternoon.
        var all = new AcquaintanceQueries(house.GetRequiredService<DataVersion>());
        var known = await all.All(store, today, default);
        var paths = new PathQueries(all, []);
        var at = 0;
        return
        [
            await Measured.Time($"{database}: who knows whom, {known.Pairs.Count:N0} pairs, looked up anew", 1_000, 5, () => new AcquaintanceQueries(house.GetRequiredService<DataVersion>()).All(store, today, default), warmUp: 1),
            await Measured.Time($"{database}: ways to a person", 50, 25, () => paths.To(store, new(TargetKind.Person, "", [people[at++ * people.Count / Targets % people.Count]]), today, default), warmUp: 10),
            await Measured.Time($"{database}: ways to who knows about a topic", 500, 10, async () => await paths.To(store, await store.AboutTopic("pricing", default), today, default), warmUp: 3),
        ];
    }

    private static IEnumerable<Acquaintance> Random(List<Guid> people, DateOnly today)
    {
        var (random, seen) = (new Random(7), new HashSet<(Guid, Guid)>());
        while (seen.Count < Acquaintances && people.Count > 1)
        {
            var (one, other) = (people[random.Next(people.Count)], people[random.Next(people.Count)]);
            if (one == other || !seen.Add(KnownPair.Key(one, other))) continue;
            var (first, second) = KnownPair.Key(one, other);
            yield return new() { FirstId = first, SecondId = second, Strength = Math.Round(random.NextDouble(), 2), SaidOn = today };
        }
    }
}
