using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.SupportPlans;

/// <summary>The tasks and updates of a plan, as the owner sees to them. What comes by a link is in <see cref="SupportLinkActions"/>.</summary>
public static class SupportTaskActions
{
    public static async Task<Guid> AddSupportTask(this Store store, Guid challenge, NewSupportTask task, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        var id = task.Id ?? Guid.CreateVersion7();
        await store.ChangePlan(challenge, plan => store.Add(plan, task with { Id = id }, today, clock, stop), stop);
        return id;
    }

    /// <summary>Says otherwise what it is, and when as long as nobody has it: who took it looked at the day. A day that has passed may stay as it is.</summary>
    public static Task<SupportTask> ChangeSupportTask(this Store store, Guid id, NewSupportTask task, DateOnly today, CancellationToken stop) => store.ChangeTask(id, (plan, row) => Write(plan, row, task, today), stop);

    public static Task<SupportTask> RemoveSupportTask(this Store store, Guid id, CancellationToken stop) => store.ChangeTask(id, (_, row) => store.Remove(row), stop);

    /// <summary>Takes it from whom it was seen with: it is free again. From somebody else who took it meanwhile it is not taken.</summary>
    public static Task<SupportTask> FreeSupportTask(this Store store, Guid id, Guid? from, CancellationToken stop) => store.ChangeTask(id, (_, row) => row.FreeFrom(from), stop);

    public static Task<SupportTask> FinishSupportTask(this Store store, Guid id, DateOnly today, CancellationToken stop) => store.ChangeTask(id, (_, row) => row.Finish(today), stop);

    /// <summary>Writes to all who are invited how things are.</summary>
    public static async Task<Guid> WriteSupportUpdate(this Store store, Guid challenge, string? text, DateOnly today, TimeProvider clock, CancellationToken stop, Guid? once = null)
    {
        var id = once ?? Guid.CreateVersion7();
        await store.ChangePlan(challenge, plan => store.AddUpdate(plan, null, (id, text), today, clock, stop), stop);
        return id;
    }

    public static async Task RemoveSupportUpdate(this Store store, Guid id, CancellationToken stop) => await store.ChangePlan((await store.PlanWith(id, stop)).ChallengeId, async _ =>
    {
        if (await store.SupportUpdates.Where(u => u.Id == id).ExecuteDeleteAsync(stop) == 0) throw new NotFound("SupportPlans.PartNotThere");
    }, stop);

    internal static async Task Add(this Store store, SupportPlan plan, NewSupportTask task, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        if (task.Id is { } once && await store.SupportTasks.AsNoTracking().FirstOrDefaultAsync(t => t.Id == once, stop) is { } sent)
        {
            if (sent.PlanId == plan.Id && task.IsAs(sent)) return;
            throw new Conflict("SupportPlans.SentAlready");
        }
        if (plan.IsOver(today)) throw new Conflict("SupportPlans.ItIsOver");
        Mistaken.ThrowIf(task.Check(today, plan.EndsOn));
        if (await store.SupportTasks.CountAsync(t => t.PlanId == plan.Id, stop) >= NewSupportTask.MostOfOne) throw new Conflict("SupportPlans.TooManyTasks", NewSupportTask.MostOfOne);
        store.Add(new SupportTask { Id = task.Id ?? Guid.CreateVersion7(), PlanId = plan.Id, What = task.What.Trim(), On = task.On!.Value, Until = task.LastOrNone(), CreatedAt = clock.GetUtcNow().UtcDateTime });
    }

    internal static void Write(SupportPlan plan, SupportTask row, NewSupportTask task, DateOnly today)
    {
        if (task.Seen is { } seen && seen != row.Face() && !task.IsAs(row)) throw new Conflict("SupportPlans.ChangedMeanwhile");
        var sameDays = (task.On, task.LastOrNone()) == (row.On, row.Until);
        Mistaken.ThrowIf(task.Check(row.On < today ? row.On : today, sameDays ? row.LastDay() : plan.EndsOn).When(!sameDays && row.State != SupportTaskState.Open, "on", "SupportPlans.DaysStay"));
        (row.What, row.On, row.Until) = (task.What.Trim(), task.On!.Value, task.LastOrNone());
    }

    /// <summary>The same form sent twice is one update; with other words it is refused, or they would be lost.</summary>
    internal static async Task AddUpdate(this Store store, SupportPlan plan, Guid? helper, (Guid Id, string? Text) update, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        var text = Filled(update.Text)?.ReplaceLineEndings("\n"); // as browsers send them, they would count twice
        if (await store.SupportUpdates.AsNoTracking().FirstOrDefaultAsync(u => u.Id == update.Id, stop) is { } sent)
        {
            if (sent.PlanId == plan.Id && sent.Text == text) return;
            throw new Conflict("SupportPlans.SentAlready");
        }
        if (plan.IsOver(today)) throw new Conflict("SupportPlans.ItIsOver");
        Mistaken.ThrowIf(SupportUpdate.Check(text));
        if (await store.SupportUpdates.CountAsync(u => u.PlanId == plan.Id, stop) >= SupportUpdate.MostOfOne) throw new Conflict("SupportPlans.TooManyUpdates", SupportUpdate.MostOfOne);
        store.Add(new SupportUpdate { Id = update.Id, PlanId = plan.Id, HelperId = helper, IsOwners = helper is null, Text = text!, On = today, WrittenAt = clock.GetUtcNow().UtcDateTime });
    }

    private static async Task<SupportTask> ChangeTask(this Store store, Guid id, Action<SupportPlan, SupportTask> change, CancellationToken stop)
    {
        SupportTask? row = null;
        await store.ChangePlan((await store.PlanWith(id, stop)).ChallengeId, async plan =>
        {
            row = await store.SupportTasks.FirstOrDefaultAsync(t => t.Id == id, stop) ?? throw new NotFound("SupportPlans.PartNotThere");
            change(plan, row);
        }, stop);
        return row!;
    }
}
