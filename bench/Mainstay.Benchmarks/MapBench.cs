using Mainstay.Accounts;
using Mainstay.Exchange;
using Mainstay.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Benchmarks;

/// <summary>What is asked of the whole network at once, in the process itself.</summary>
internal static class MapBench
{
    public static async Task<IReadOnlyList<Measured>> Run(string data)
    {
        await using var house = Network.Open(data);
        await house.BringUpToDate(default);
        return
        [
            await Measured.Time("who can help with a topic, one request", 50, 25, () => InOneRequest(house, (store, today) => store.WhoCanHelp("pricing", null, 5, today, default)), warmUp: 10),
            await Measured.Time("who can help, a whole question, one request", 50, 25, () => InOneRequest(house, (store, today) => store.WhoCanHelp("Who can help me with the contract of a hospital, and with hiring for security?", null, 5, today, default)), warmUp: 10),
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
