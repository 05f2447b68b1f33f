using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rhythm;

public static class TaskActions
{
    /// <summary>Notes what was promised.</summary>
    public static async Task<PromisedTask> Promise(this Store store, NewTask task, TimeProvider clock, CancellationToken stop)
    {
        Mistaken.ThrowIf(task.Check());
        if (task.Id is { } once && await store.Tasks.FirstOrDefaultAsync(t => t.Id == once, stop) is { } already) return already;
        if (task.PersonId is { } person) await store.ThrowUnlessThere([person], stop);
        var row = store.Add(new PromisedTask
        {
            Id = task.Id ?? Guid.CreateVersion7(),
            Text = task.Text.Trim(),
            DueOn = task.DueOn,
            PersonId = task.PersonId,
            PromisedToMe = task.PromisedToMe,
            TouchId = task.TouchId,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        }).Entity;
        await store.SaveChangesAsync(stop);
        return row;
    }

    public static Task<PromisedTask> Finish(this Store store, Guid id, DateOnly today, CancellationToken stop) =>
        store.ChangeTask(id, task => task.DoneOn ??= today, stop);

    /// <summary>It is not done after all.</summary>
    public static Task<PromisedTask> Reopen(this Store store, Guid id, CancellationToken stop) =>
        store.ChangeTask(id, task => task.DoneOn = null, stop);

    public static Task<PromisedTask> Postpone(this Store store, Guid id, DateOnly? dueOn, CancellationToken stop) =>
        store.ChangeTask(id, task => task.DueOn = dueOn, stop);

    /// <summary>Removes a task. The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveTask(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var task = await store.Tasks.FirstOrDefaultAsync(t => t.Id == id, stop) ?? throw new NotFound("Rhythm.TaskNotThere");
        return await store.LetGo(new(task, task.PersonId), clock, stop);
    }, stop);

    private static async Task<PromisedTask> ChangeTask(this Store store, Guid id, Action<PromisedTask> change, CancellationToken stop)
    {
        var task = await store.Tasks.FirstOrDefaultAsync(t => t.Id == id, stop) ?? throw new NotFound("Rhythm.TaskNotThere");
        change(task);
        await store.SaveChangesAsync(stop);
        return task;
    }
}
