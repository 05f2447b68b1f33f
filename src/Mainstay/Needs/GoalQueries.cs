using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Needs;

/// <summary>A goal with what is needed for it.</summary>
public sealed record GoalLine(Goal Goal, IReadOnlyList<Need> Needs);

public static class GoalQueries
{
    /// <summary>All goals, the nearest first; those that are reached come last.</summary>
    public static async Task<IReadOnlyList<GoalLine>> AllGoals(this Store store, CancellationToken stop)
    {
        var needs = (await store.OpenNeeds(stop)).ToLookup(n => n.GoalId);
        var goals = await store.Goals.AsNoTracking().ToListAsync(stop);
        return [.. goals.OrderBy(g => g.ReachedOn is not null).ThenByDescending(g => g.ReachedOn).ThenBy(g => g.DueOn ?? DateOnly.MaxValue).ThenBy(g => g.Id).Select(g => new GoalLine(g, [.. needs[g.Id]]))];
    }

    /// <summary>The goals that are not reached, for a need to be for.</summary>
    public static async Task<IReadOnlyList<GoalLine>> GoalsToReach(this Store store, CancellationToken stop) => [.. (await store.AllGoals(stop)).Where(g => g.Goal.ReachedOn is null)];

    public static async Task<GoalLine> GoalOf(this Store store, Guid id, CancellationToken stop) =>
        (await store.AllGoals(stop)).FirstOrDefault(g => g.Goal.Id == id) ?? throw new NotFound("Needs.GoalNotThere");

    /// <summary>The goal whose id ends so.</summary>
    public static async Task<GoalLine> GoalEndingWith(this Store store, string end, CancellationToken stop) =>
        (await store.AllGoals(stop)).Where(g => g.Goal.EndsSo(end)).Take(2).ToList() is [var one] ? one : throw new NotFound("Needs.NoGoalCalled", end);

    /// <summary>What the owner can give, in the order in which it was noted.</summary>
    public static async Task<IReadOnlyList<Offer>> AllOffers(this Store store, CancellationToken stop) => await store.Offers.AsNoTracking().OrderBy(o => o.Id).ToListAsync(stop);

    public static async Task<Offer> OfferOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Offers.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, stop) ?? throw new NotFound("Needs.OfferNotThere");

    public static async Task<Offer> OfferEndingWith(this Store store, string end, CancellationToken stop) =>
        (await store.AllOffers(stop)).Where(o => o.EndsSo(end)).Take(2).ToList() is [var one] ? one : throw new NotFound("Needs.NoOfferCalled", end);
}
