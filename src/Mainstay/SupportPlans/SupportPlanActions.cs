using Mainstay.Accounts;
using Mainstay.Challenges;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.SupportPlans;

/// <summary>A support plan is begun, said anew, coordinated, ended, and deleted with its hard time. Nothing of it is kept for taking back.</summary>
public static class SupportPlanActions
{
    /// <summary>What the links of helpers are for.</summary>
    public const string Purpose = "support";

    /// <summary>So long after the last day a link still says that the plan is over, and goes on when the plan does.</summary>
    private const int DaysAfter = 30;

    public static Task<SupportPlan> BeginSupportPlan(this Store store, Guid challenge, NewSupportPlan plan, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var its = await store.ChallengeOf(challenge, stop);
        if (await store.SupportPlans.FirstOrDefaultAsync(p => p.ChallengeId == challenge, stop) is { } already) return already.Id == plan.Id ? already : throw new Conflict("SupportPlans.BegunAlready");
        Mistaken.ThrowIf(plan.Check(today));
        var row = store.Add(new SupportPlan { Id = plan.Id ?? Guid.CreateVersion7(), ChallengeId = challenge, Opening = plan.Opening.Trim(), EndsOn = plan.EndsOn ?? NewSupportPlan.UsualEnd(its.EndsOn, today), CreatedAt = clock.GetUtcNow().UtcDateTime }).Entity;
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Says anew what is read first and until when it goes on; what was ended goes on. Links go on with it.</summary>
    public static Task<SupportPlan> ChangeSupportPlan(this Store store, Guid challenge, NewSupportPlan plan, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangePlan(challenge, async row =>
    {
        Mistaken.ThrowIf(plan.Check(today));
        var end = plan.EndsOn ?? row.EndsOn;
        var tasks = await store.SupportTasks.AsNoTracking().Where(t => t.PlanId == row.Id && t.State != SupportTaskState.Done).ToListAsync(stop);
        var beyond = tasks.Where(t => t.LastDay() > end).MinBy(t => t.LastDay());
        Mistaken.ThrowIf(new Problems().When(end < today, "endsOn", "SupportPlans.EndIsOver").When(beyond is not null, "endsOn", "SupportPlans.TasksBeyond", beyond?.What, beyond?.LastDay()));
        (row.Opening, row.EndsOn, row.ClosedOn) = (plan.Opening.Trim(), end, null);
        foreach (var helper in await store.SupportHelpers.Where(h => h.PlanId == row.Id).Select(h => h.Id).ToListAsync(stop))
            await store.KeepOpen(Purpose, helper, clock.GetUtcNow().UtcDateTime + LinkGood(row, today), clock, stop);
    }, stop);

    /// <summary>Who sees to it that all is taken; null lets nobody.</summary>
    public static Task<SupportPlan> SetCoordinator(this Store store, Guid challenge, Guid? helper, CancellationToken stop) => store.ChangePlan(challenge, async row =>
    {
        if (helper is { } id)
        {
            var its = await store.SupportHelpers.FirstOrDefaultAsync(h => h.Id == id && h.PlanId == row.Id, stop) ?? throw new NotFound("SupportPlans.PartNotThere");
            if (!its.Helps()) throw new Conflict("SupportPlans.HelpsNoMore");
        }
        row.CoordinatorId = helper;
    }, stop);

    /// <summary>Ends it: nothing of it can be read by link any more. It stays with its owner until the hard time is closed.</summary>
    public static Task<SupportPlan> EndSupportPlan(this Store store, Guid challenge, DateOnly today, CancellationToken stop) => store.ChangePlan(challenge, row =>
    {
        row.ClosedOn ??= today;
        return Task.CompletedTask;
    }, stop);

    internal static TimeSpan LinkGood(SupportPlan plan, DateOnly today) => TimeSpan.FromDays(plan.EndsOn.DayNumber - today.DayNumber + 1 + DaysAfter);

    /// <summary>Changes the plan of a hard time, or what belongs to it; what stood there before is overwritten.</summary>
    internal static Task<SupportPlan> ChangePlan(this Store store, Guid challenge, Func<SupportPlan, Task> change, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.SupportPlans.FirstOrDefaultAsync(p => p.ChallengeId == challenge, stop) ?? throw new NotFound("SupportPlans.NotThere");
        await store.OverwriteWhatGoes(stop);
        await change(row);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Deletes it together with the hard time it belongs to.</summary>
    internal sealed class End : IChallengeEnd
    {
        public async Task<IReadOnlyCollection<Guid>> WhoHelped(Store store, Guid challenge, CancellationToken stop) => (await store.SupportPlanOf(challenge, stop))?.WhoHelped ?? [];

        public async Task Delete(Store store, Guid challenge, TimeProvider clock, CancellationToken stop)
        {
            var plans = await store.SupportPlans.Where(p => p.ChallengeId == challenge).Select(p => p.Id).ToListAsync(stop);
            foreach (var helper in await store.SupportHelpers.Where(h => plans.Contains(h.PlanId)).Select(h => h.Id).ToListAsync(stop)) await store.RevokeLinks(Purpose, helper, clock, stop);
            await store.SupportUpdates.Where(u => plans.Contains(u.PlanId)).ExecuteDeleteAsync(stop);
            await store.SupportTasks.Where(t => plans.Contains(t.PlanId)).ExecuteDeleteAsync(stop);
            await store.SupportHelpers.Where(h => plans.Contains(h.PlanId)).ExecuteDeleteAsync(stop);
            await store.SupportPlans.Where(p => plans.Contains(p.Id)).ExecuteDeleteAsync(stop);
        }
    }
}
