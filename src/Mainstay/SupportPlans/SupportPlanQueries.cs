using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.SupportPlans;

public static class SupportPlanQueries
{
    /// <summary>The plan of a hard time; null when it has none.</summary>
    public static async Task<SupportPlanLine?> SupportPlanOf(this Store store, Guid challenge, CancellationToken stop) =>
        await store.SupportPlans.AsNoTracking().FirstOrDefaultAsync(p => p.ChallengeId == challenge, stop) is { } plan ? await store.Whole(plan, stop) : null;

    /// <summary>The plan of a hard time, which must have one.</summary>
    public static async Task<SupportPlanLine> SupportPlanThere(this Store store, Guid challenge, CancellationToken stop) =>
        await store.SupportPlanOf(challenge, stop) ?? throw new NotFound("SupportPlans.NotThere");

    /// <summary>The plan that a helper, a task or an update belongs to.</summary>
    public static async Task<SupportPlanLine> SupportPlanWith(this Store store, Guid part, CancellationToken stop) => await store.Whole(await store.PlanWith(part, stop), stop);

    /// <summary>The one task whose id ends so.</summary>
    public static async Task<SupportTask> SupportTaskEndingWith(this Store store, string end, CancellationToken stop) => One(await store.SupportTasks.AsNoTracking().ToListAsync(stop), end);

    /// <summary>The one update whose id ends so.</summary>
    public static async Task<SupportUpdate> SupportUpdateEndingWith(this Store store, string end, CancellationToken stop) => One(await store.SupportUpdates.AsNoTracking().ToListAsync(stop), end);

    internal static async Task<SupportPlan> PlanWith(this Store store, Guid part, CancellationToken stop)
    {
        var (helpers, tasks, updates) = (store.SupportHelpers, store.SupportTasks, store.SupportUpdates);
        return await store.SupportPlans.AsNoTracking().FirstOrDefaultAsync(p => helpers.Any(h => h.Id == part && h.PlanId == p.Id) || tasks.Any(t => t.Id == part && t.PlanId == p.Id) || updates.Any(u => u.Id == part && u.PlanId == p.Id), stop)
            ?? throw new NotFound("SupportPlans.PartNotThere");
    }

    internal static async Task<SupportPlanLine> Whole(this Store store, SupportPlan plan, CancellationToken stop)
    {
        var people = store.People.IgnoreQueryFilters([Store.TrashFilter]);
        var helpers = await (from helper in store.SupportHelpers.AsNoTracking().Where(h => h.PlanId == plan.Id)
                             join person in people on new { helper.SpaceId, Id = helper.PersonId } equals new { person.SpaceId, person.Id }
                             select new { Helper = helper, person.Name, person.SortKey, person.TrashedAt }).ToListAsync(stop);
        var tasks = await store.SupportTasks.AsNoTracking().Where(t => t.PlanId == plan.Id).ToListAsync(stop);
        var updates = await store.SupportUpdates.AsNoTracking().Where(u => u.PlanId == plan.Id).ToListAsync(stop);
        return new(plan,
            [.. helpers.OrderBy(h => h.Helper.Helps() ? 0 : 1).ThenBy(h => h.SortKey, StringComparer.Ordinal).ThenBy(h => h.Helper.Id).Select(h => new SupportHelperLine(h.Helper, h.Name, h.TrashedAt is null))],
            [.. tasks.OrderBy(t => t.On).ThenBy(t => t.LastDay()).ThenBy(t => t.CreatedAt).ThenBy(t => t.Id)],
            [.. updates.OrderByDescending(u => u.WrittenAt).ThenByDescending(u => u.Id)]);
    }

    private static T One<T>(IEnumerable<T> all, string end) where T : IOwned =>
        all.Where(row => row.EndsSo(end)).ToList() switch { [var one] => one, [] => throw new NotFound("SupportPlans.NothingCalled", end), _ => throw new Conflict("SupportPlans.SeveralCalled", end) };
}
