using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Needs;

public static class GoalActions
{
    public static async Task<Goal> AddGoal(this Store store, NewGoal goal, TimeProvider clock, CancellationToken stop)
    {
        Mistaken.ThrowIf(goal.Check());
        if (goal.Id is { } once && await store.Goals.FirstOrDefaultAsync(g => g.Id == once, stop) is { } already) return already;
        var row = store.Add(new Goal { Id = goal.Id ?? Guid.CreateVersion7(), Text = goal.Text.Trim(), DueOn = goal.DueOn, CreatedAt = clock.GetUtcNow().UtcDateTime }).Entity;
        await store.SaveChangesAsync(stop);
        return row;
    }

    public static async Task<Goal> ChangeGoal(this Store store, Guid id, NewGoal goal, CancellationToken stop)
    {
        var row = await store.GoalToChange(id, stop);
        Mistaken.ThrowIf(goal.Check());
        (row.Text, row.DueOn) = (goal.Text.Trim(), goal.DueOn);
        await store.SaveChangesAsync(stop);
        return row;
    }

    public static async Task<Goal> ReachGoal(this Store store, Guid id, DateOnly today, CancellationToken stop)
    {
        var row = await store.GoalToChange(id, stop);
        row.ReachedOn ??= today;
        await store.SaveChangesAsync(stop);
        return row;
    }

    /// <summary>It is not reached after all.</summary>
    public static async Task<Goal> ReopenGoal(this Store store, Guid id, CancellationToken stop)
    {
        var row = await store.GoalToChange(id, stop);
        row.ReachedOn = null;
        await store.SaveChangesAsync(stop);
        return row;
    }

    /// <summary>Removes a goal; the needs for it stay, without a goal. The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveGoal(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.GoalToChange(id, stop);
        var needs = await store.Needs.Where(n => n.GoalId == id).ToListAsync(stop);
        foreach (var need in needs) need.GoalId = null;
        await store.SaveChangesAsync(stop); // first, so that nothing goes with it
        return await store.LetGo(new(row) { Left = [.. needs.Select(n => n.Id)] }, clock, stop);
    }, stop);

    private static async Task<Goal> GoalToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Goals.FirstOrDefaultAsync(g => g.Id == id, stop) ?? throw new NotFound("Needs.GoalNotThere");

    /// <summary>Takes a removal back. Needs that are for another goal by now stay so; those that are gone themselves are for it when they come back.</summary>
    internal sealed class Back : RemovalActions.Back<Goal>
    {
        protected override async Task NameAgain(Store store, Goal goal, IReadOnlyList<Guid> left, CancellationToken stop)
        {
            var forNothing = await store.Needs.Where(n => n.GoalId == null).ToListAsync(stop);
            foreach (var need in forNothing.Where(n => left.Contains(n.Id))) need.GoalId = goal.Id;
            var there = await store.Needs.Where(n => left.Contains(n.Id)).Select(n => n.Id).ToListAsync(stop);
            foreach (var gone in left.Except(there)) await store.ChangeGone<Need>(gone, need => { need.GoalId ??= goal.Id; return null; }, stop);
        }
    }
}
