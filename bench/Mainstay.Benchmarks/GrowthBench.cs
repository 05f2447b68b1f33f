using Mainstay.Accounts;
using Mainstay.Challenges;
using Mainstay.Exchange;
using Mainstay.Insights;
using Mainstay.Learnings;
using Mainstay.Pulse;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Benchmarks;

/// <summary>What looks back over a year of the whole network, and whom one could turn to in a hard time, in the process itself.</summary>
internal static class GrowthBench
{
    private const int Near = 150, Asks = 100, Favours = 200, Weeks = 104;

    public static async Task<IReadOnlyList<Measured>> Run(string database, Settings settings)
    {
        await using var house = Network.Open(settings);
        await house.BringUpToDate(default);
        await using var scope = house.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var owner = await store.EnterAsLocalOwner(TimeProvider.System, default);
        var today = owner.Today(TimeProvider.System);
        await using var writing = await store.WriteAlone(default); // all of it is taken back
        var challenge = await Fill(store, today);
        var (proposals, years) = (house.GetRequiredService<ProposalQueries>(), house.GetRequiredService<YearQueries>());
        return
        [
            await Measured.Time($"{database}: who can help in a hard time, worked out", 200, 25, () => proposals.For(store, challenge, today, default), warmUp: 5),
            await Measured.Time($"{database}: the year, worked out", null, 10, () => years.Year(store, today.Year, owner, today, default), warmUp: 3),
            await Measured.Time($"{database}: the pulse of two years, worked out", null, 25, () => store.PulseView(today, default), warmUp: 5),
        ];
    }

    /// <summary>People near, asks, favours, learnings and check-ins of two years.</summary>
    private static async Task<Challenge> Fill(Store store, DateOnly today)
    {
        var near = await store.Ties.OrderByDescending(t => t.ContactDays).ThenBy(t => t.Id).Select(t => t.Id).Take(Near).ToListAsync();
        for (var i = 0; i < near.Count; i++) await store.SetLayer(near[i], i < 5 ? Layer.Core : i < 50 ? Layer.Close : Layer.Extended, default);
        for (var i = 0; i < Asks; i++) await store.SendAsk((await store.AddAsk(new() { PersonId = near[i * 7 % Near], What = $"Number {i}" }, today, TimeProvider.System, default)).Id, today, TimeProvider.System, default);
        for (var i = 0; i < Favours; i++) await store.NoteFavour(new() { PersonId = near[i * 11 % Near], Way = (Way)(i % 2), What = $"Number {i}", On = today.AddDays(-i) }, today, TimeProvider.System, default);
        for (var i = 0; i < Asks; i++) await store.NoteLearning(new() { Text = $"Number {i} about pricing", Topic = i % 4 == 0 ? "pricing" : "hiring", Where = new(near[i % Near]) }, today, TimeProvider.System, default);
        for (var i = 0; i < Weeks; i++) await store.KeepPulse(new() { Confidence = i % 11, Energy = (i + 3) % 11, Supported = (i + 5) % 11, On = today.AddDays(-7 * i) }, today, TimeProvider.System, default);
        return await store.BeginChallenge(new("A hard time", "pricing"), today, TimeProvider.System, default);
    }
}
