using Mainstay.Algorithms.Text;
using Mainstay.People;
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
        await store.ThrowIfMany(stop);
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

    /// <summary>Removes a need with all that was said of it. The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveNeed(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.NeedToChange(id, stop);
        var supporters = await store.Supporters.Where(s => s.NeedId == id).ToListAsync(stop);
        return await store.LetGo(new(row) { Along = [.. supporters.Select(s => ((IOwned)s, s.PersonId))] }, clock, stop);
    }, stop);

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

    private static async Task ThrowIfMany(this Store store, CancellationToken stop)
    {
        if (await store.Needs.CountAsync(n => n.ClosedOn == null, stop) >= MostNeeds) throw new CannotBeDone("Needs.TooManyNeeds", MostNeeds);
    }

    private static async Task ThrowIfThere(this Store store, SupportKind kind, string topic, Guid? itself, CancellationToken stop) =>
        Mistaken.ThrowIf(new Problems().When(await store.IsThere(kind, topic, itself, stop), "topic", "Needs.AlreadyThere", topic.Trim()));

    /// <summary>The same topic twice would count it twice.</summary>
    private static async Task<bool> IsThere(this Store store, SupportKind kind, string topic, Guid? itself, CancellationToken stop)
    {
        var key = Folding.Fold(topic.Trim());
        var others = await store.Needs.Where(n => n.Kind == kind && n.ClosedOn == null && n.Id != itself).Select(n => n.Topic).ToListAsync(stop);
        return others.Exists(o => Folding.Fold(o) == key);
    }

    internal static async Task<Need> NeedToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Needs.FirstOrDefaultAsync(n => n.Id == id, stop) ?? throw new NotFound("Needs.NeedNotThere");

    /// <summary>Takes a removal back, with what was said of supporters. A goal that is gone is not named until it is back too.</summary>
    internal sealed class Back : RemovalActions.Back<Need>
    {
        protected override async Task MayReturn(Store store, Need need, TimeProvider clock, CancellationToken stop)
        {
            if (need.ClosedOn is null && await store.IsThere(need.Kind, need.Topic, need.Id, stop)) throw new Conflict("Needs.NotedAgain", need.Topic);
            if (need.ClosedOn is null) await store.ThrowIfMany(stop);
            if (need.GoalId is not { } goal || await store.Goals.AnyAsync(g => g.Id == goal, stop)) return;
            await store.ChangeGone<Goal>(goal, _ => need.Id, stop);
            need.GoalId = null;
        }

        protected override Task Return(Store store, string along, CancellationToken stop)
        {
            store.Add(Read<Supporter>(along));
            return Task.CompletedTask;
        }
    }
}
