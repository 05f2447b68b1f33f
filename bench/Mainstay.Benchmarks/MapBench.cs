using Mainstay.Accounts;
using Mainstay.Coverage;
using Mainstay.Exchange;
using Mainstay.Needs;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Benchmarks;

/// <summary>What is asked of the whole network at once, in the process itself.</summary>
internal static class MapBench
{
    private const int Needs = 30, Near = 150;

    private static readonly string[] Topics = ["pricing", "clinic", "hiring", "contract", "travel", "family", "roadmap", "deck", "introduction", "budget", "launch", "review", "conference", "workshop", "design", "security", "taxes", "partnership", "feedback", "funding"];

    public static async Task<IReadOnlyList<Measured>> Run(string database, Settings settings)
    {
        await using var house = Network.Open(settings);
        await house.BringUpToDate(default);
        return
        [
            .. await Maps(database, house),
            await Measured.Time($"{database}: who can help with a topic, one request", 50, 25, () => InOneRequest(house, (store, today) => store.WhoCanHelp("pricing", null, 5, today, default)), warmUp: 10),
            await Measured.Time($"{database}: who can help, a whole question, one request", 50, 25, () => InOneRequest(house, (store, today) => store.WhoCanHelp("Who can help me with the contract of a hospital, and with hiring for security?", null, 5, today, default)), warmUp: 10),
        ];
    }

    /// <summary>Thirty needs and 150 people near, in a transaction that is taken back.</summary>
    private static async Task<IReadOnlyList<Measured>> Maps(string database, ServiceProvider house)
    {
        await using var scope = house.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var owner = await store.EnterAsLocalOwner(TimeProvider.System, default);
        var today = owner.Today(TimeProvider.System);
        await using var writing = await store.WriteAlone(default);
        var near = await store.Ties.OrderByDescending(t => t.ContactDays).ThenBy(t => t.Id).Select(t => t.Id).Take(Near).ToListAsync();
        for (var i = 0; i < near.Count; i++) await store.SetLayer(near[i], i < 5 ? Layer.Core : i < 15 ? Layer.Close : Layer.Extended, default);
        for (var i = 0; i < Needs; i++)
        {
            var need = await store.AddNeed(new() { Kind = (SupportKind)(i % 8), Topic = Topics[i % Topics.Length] + (i < Topics.Length ? "" : " abroad"), Importance = 1 + i % 5 }, TimeProvider.System, default);
            for (var s = 0; s < i % 4; s++) await store.SaySupport(need.Id, near[(i * 7 + s) % near.Count], (Ability)(1 + s), today, default);
        }
        var (supporters, version) = (house.GetRequiredService<SupportersQueries>(), house.GetRequiredService<DataVersion>());
        return
        [
            await Measured.Time($"{database}: the support map of 30 needs, worked out", 150, 25, () => new MapQueries(supporters, house.GetServices<ISpeaksFor>(), version).Map(store, today, default), warmUp: 10),
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
