using Mainstay.Accounts;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Benchmarks;

/// <summary>Queries of one request, in the process itself.</summary>
internal static class NetworkBench
{
    public static async Task<IReadOnlyList<Measured>> Run(string database, Settings settings)
    {
        await using var house = Network.Open(settings);
        await house.BringUpToDate(default);
        return
        [
            await Measured.Time($"{database}: who is due, one request", 50, 25, () => InOneRequest(house, (store, today) => store.DueOn(today, default)), warmUp: 10),
            await Measured.Time($"{database}: who may be core, close, extended (start with five)", null, 9, () => InOneRequest(house, (store, today) => store.Proposals(today, default)), warmUp: 3),
        ];
    }

    private static async Task InOneRequest<T>(ServiceProvider house, Func<Store, DateOnly, Task<T>> ask)
    {
        await using var scope = house.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var owner = await store.EnterAsLocalOwner(TimeProvider.System, default);
        await ask(store, owner.Today(TimeProvider.System));
    }
}
