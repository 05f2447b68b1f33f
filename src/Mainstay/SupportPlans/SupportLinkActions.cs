using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.SupportPlans;

/// <summary>What a helper does by their link, and what whoever coordinates does by theirs. It works as often as they like, until the plan is over.</summary>
public static class SupportLinkActions
{
    /// <summary>Whose link it is, as long as they help and the plan goes on. Who lies in the trash is as if let go.</summary>
    public static async Task<SupportSeat> SupportBehind(this Store store, TokenLink link, DateOnly today, CancellationToken stop)
    {
        var (plans, helpers) = (store.SupportPlans, store.SupportHelpers);
        var plan = await plans.AsNoTracking().FirstOrDefaultAsync(p => helpers.Any(h => h.Id == link.SubjectId && h.PlanId == p.Id), stop) ?? throw new NotFound("Accounts.NoSuchLink");
        var line = await store.Whole(plan, stop);
        if (line.Of(link.SubjectId) is not { IsThere: true } me || !me.It.Helps()) throw new Gone("Accounts.LinkRevoked");
        return plan.IsOver(today) ? throw new Gone("SupportPlans.LinkOver") : new(line, me);
    }

    /// <summary>Takes a task: of two who take it, the first has it. More than they allow themselves for a day is refused.</summary>
    public static Task TakeByLink(this Store store, TokenLink link, Guid task, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ByHelper(link, today, clock, async (_, me) =>
    {
        var row = await store.TaskIn(me.PlanId, task, stop);
        row.Take(me.Id, today);
        var theirs = await store.SupportTasks.AsNoTracking().Where(t => t.HelperId == me.Id).ToListAsync(stop);
        if (DailyLimit.TooMuchOn(row, theirs, me.MostADay) is { } day) throw new Conflict("SupportPlans.TooMuchADay", me.MostADay, day);
    }, stop);

    public static Task FinishByLink(this Store store, TokenLink link, Guid task, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ByHelper(link, today, clock, async (_, me) =>
    {
        var row = await store.TaskIn(me.PlanId, task, stop);
        if (row.HelperId != me.Id) throw new Conflict("SupportPlans.NotTheirs");
        row.Finish(today);
    }, stop);

    /// <summary>Passes it on, without a reason: it is free again, and stands out until somebody takes it. What is not theirs any more stays as it is.</summary>
    public static Task PassOnByLink(this Store store, TokenLink link, Guid task, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ByHelper(link, today, clock, async (_, me) =>
    {
        var row = await store.TaskIn(me.PlanId, task, stop);
        if (row.HelperId == me.Id && row.State == SupportTaskState.Taken) row.Free(today);
    }, stop);

    public static Task LimitByLink(this Store store, TokenLink link, int mostADay, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ByHelper(link, today, clock, (_, me) =>
    {
        Mistaken.ThrowIf(new Problems().When(mostADay is < 1 or > SupportHelper.MostEachDay, "most", "SupportPlans.NotALimit", SupportHelper.MostEachDay));
        me.MostADay = mostADay;
        return Task.CompletedTask;
    }, stop);

    /// <summary>They leave: what lay ahead of them is passed on, and their link opens nothing any more.</summary>
    public static Task LeaveByLink(this Store store, TokenLink link, DateOnly today, TimeProvider clock, CancellationToken stop) =>
        store.ByHelper(link, today, clock, (plan, me) => store.EndHelping(plan, me, HelperState.Left, today, clock, stop), stop);

    /// <summary>They help on, and coordinate no more.</summary>
    public static Task StopCoordinatingByLink(this Store store, TokenLink link, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ByCoordinator(link, today, clock, (plan, _) =>
    {
        plan.CoordinatorId = null;
        return Task.CompletedTask;
    }, stop);

    public static Task AddTaskByLink(this Store store, TokenLink link, NewSupportTask task, DateOnly today, TimeProvider clock, CancellationToken stop) =>
        store.ByCoordinator(link, today, clock, (plan, _) => store.Add(plan, task, today, clock, stop), stop);

    /// <summary>Who coordinates changes what is open; what somebody took stays as they took it.</summary>
    public static Task ChangeTaskByLink(this Store store, TokenLink link, Guid id, NewSupportTask task, DateOnly today, TimeProvider clock, CancellationToken stop) =>
        store.ByCoordinator(link, today, clock, async (plan, _) => SupportTaskActions.Write(plan, Open(await store.TaskIn(plan.Id, id, stop)), task, today), stop);

    public static Task RemoveTaskByLink(this Store store, TokenLink link, Guid id, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ByCoordinator(link, today, clock, async (plan, _) =>
    {
        if (await store.SupportTasks.AnyAsync(t => t.Id == id, stop)) store.Remove(Open(await store.TaskIn(plan.Id, id, stop)));
    }, stop);

    public static Task FreeTaskByLink(this Store store, TokenLink link, Guid id, Guid? from, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ByCoordinator(link, today, clock, async (plan, _) =>
    {
        var row = await store.TaskIn(plan.Id, id, stop);
        if (row.State == SupportTaskState.Taken) row.FreeFrom(from);
    }, stop);

    public static Task WriteUpdateByLink(this Store store, TokenLink link, (Guid Id, string? Text) update, DateOnly today, TimeProvider clock, CancellationToken stop) =>
        store.ByCoordinator(link, today, clock, (plan, me) => store.AddUpdate(plan, me.Id, update, today, clock, stop), stop);

    private static SupportTask Open(SupportTask task) => task.State == SupportTaskState.Open ? task : throw new Conflict("SupportPlans.NotOpen");

    private static async Task<SupportTask> TaskIn(this Store store, Guid plan, Guid task, CancellationToken stop) =>
        await store.SupportTasks.FirstOrDefaultAsync(t => t.Id == task && t.PlanId == plan, stop) ?? throw new Conflict("SupportPlans.TaskGone");

    private static Task<Guid> ByCoordinator(this Store store, TokenLink link, DateOnly today, TimeProvider clock, Func<SupportPlan, SupportHelper, Task> act, CancellationToken stop) =>
        store.ByHelper(link, today, clock, (plan, me) => plan.CoordinatorId == me.Id ? act(plan, me) : throw new Conflict("SupportPlans.NotTheCoordinator"), stop);

    /// <summary>Nobody else writes meanwhile, so that what was looked at still holds: that the link is good, and the task open.</summary>
    private static Task<Guid> ByHelper(this Store store, TokenLink link, DateOnly today, TimeProvider clock, Func<SupportPlan, SupportHelper, Task> act, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.CheckLink(link, clock, stop);
        await store.SupportBehind(link, today, stop);
        await store.OverwriteWhatGoes(stop);
        var me = await store.SupportHelpers.FirstAsync(h => h.Id == link.SubjectId, stop);
        if (me.State == HelperState.Invited) me.State = HelperState.In;
        await act(await store.SupportPlans.FirstAsync(p => p.Id == me.PlanId, stop), me);
        await store.SaveChangesAsync(stop);
        return me.Id;
    }, stop);
}
