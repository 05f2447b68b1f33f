using Mainstay.Algorithms.Text;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Needs;

public static class NeedsActions
{
    /// <summary>So many needs a map can show, and a person can think of.</summary>
    public const int MostNeeds = 200;

    /// <summary>Notes what is needed.</summary>
    public static Task<Need> AddNeed(this Store store, NewNeed need, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.Check(need, null, stop);
        if (need.Id is { } once && await store.Needs.FirstOrDefaultAsync(n => n.Id == once, stop) is { } already) return already;
        if (await store.Needs.CountAsync(n => n.ClosedOn == null, stop) >= MostNeeds) throw new CannotBeDone("Needs.TooManyNeeds", MostNeeds);
        var row = store.Add(Fill(new Need { Id = need.Id ?? Guid.CreateVersion7(), Topic = need.Topic, CreatedAt = clock.GetUtcNow().UtcDateTime }, need)).Entity;
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Makes a need what is said now.</summary>
    public static Task<Need> ChangeNeed(this Store store, Guid id, NewNeed need, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.NeedToChange(id, stop);
        await store.Check(need, id, stop);
        Fill(row, need);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>It is needed no more. What was said of supporters stays, should it be needed again.</summary>
    public static Task<Need> CloseNeed(this Store store, Guid id, DateOnly today, CancellationToken stop) => store.SetClosed(id, today, stop);

    public static Task<Need> ReopenNeed(this Store store, Guid id, CancellationToken stop) => store.SetClosed(id, null, stop);

    /// <summary>Removes a need with all that was said of it.</summary>
    public static async Task RemoveNeed(this Store store, Guid id, CancellationToken stop)
    {
        store.Remove(await store.NeedToChange(id, stop));
        await store.SaveChangesAsync(stop);
    }

    private static Task<Need> SetClosed(this Store store, Guid id, DateOnly? on, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.NeedToChange(id, stop);
        if (on is null && row.ClosedOn is not null) await store.ThrowIfThere(row.Kind, row.Topic, id, stop);
        row.ClosedOn = on is null ? null : row.ClosedOn ?? on;
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    private static Need Fill(Need row, NewNeed need)
    {
        (row.Kind, row.Topic, row.Importance, row.GoalId, row.NeededBy, row.IsSkill) = (need.Kind, need.Topic.Trim(), need.Importance, need.GoalId, need.NeededBy, need.IsSkill);
        return row;
    }

    private static async Task Check(this Store store, NewNeed need, Guid? itself, CancellationToken stop)
    {
        Mistaken.ThrowIf(need.Check());
        if (need.GoalId is { } goal && !await store.Goals.AnyAsync(g => g.Id == goal, stop)) throw new NotFound("Needs.GoalNotThere");
        await store.ThrowIfThere(need.Kind, need.Topic, itself ?? need.Id, stop);
    }

    /// <summary>The same topic twice would count it twice.</summary>
    private static async Task ThrowIfThere(this Store store, SupportKind kind, string topic, Guid? itself, CancellationToken stop)
    {
        var key = Folding.Fold(topic.Trim());
        var others = await store.Needs.Where(n => n.Kind == kind && n.ClosedOn == null && n.Id != itself).Select(n => n.Topic).ToListAsync(stop);
        Mistaken.ThrowIf(new Problems().When(others.Exists(o => Folding.Fold(o) == key), "topic", "Needs.AlreadyThere", topic.Trim()));
    }

    internal static async Task<Need> NeedToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Needs.FirstOrDefaultAsync(n => n.Id == id, stop) ?? throw new NotFound("Needs.NeedNotThere");
}
