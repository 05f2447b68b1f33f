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

    /// <summary>Removes a goal; the needs for it stay, without a goal.</summary>
    public static Task<bool> RemoveGoal(this Store store, Guid id, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.GoalToChange(id, stop);
        foreach (var need in await store.Needs.Where(n => n.GoalId == id).ToListAsync(stop)) need.GoalId = null;
        await store.SaveChangesAsync(stop); // first, so that nothing goes with it
        store.Remove(row);
        await store.SaveChangesAsync(stop);
        return true;
    }, stop);

    private static async Task<Goal> GoalToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Goals.FirstOrDefaultAsync(g => g.Id == id, stop) ?? throw new NotFound("Needs.GoalNotThere");
}
