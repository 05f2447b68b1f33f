using System.Text.Json;
using Mainstay.Gatherings;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Capture;

/// <summary>What was jotted down without a network: what is sure is kept at once, the rest waits to be looked at.</summary>
public static class JottingActions
{
    private const string Kind = "jotting";

    /// <summary>Takes a jotting in. Whom the owner met is kept at once when nobody else can be meant; a line waits, also one that says how its reading was changed: whoever takes it in may keep it so.</summary>
    public static Task<Jotting> Jot(this Store store, NewJotting jotted, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(jotted.Check());
        if (await store.Jottings.AsNoTracking().FirstOrDefaultAsync(j => j.Id == jotted.Id, stop) is { } already) return already;
        var row = store.Add(jotted.ToRow(clock.GetUtcNow().UtcDateTime)).Entity;
        if (await store.IsKept(jotted.Id, stop)) row.Settle(JottingState.Kept);
        else if (await store.SurelyMet(row, jotted.PersonId, today, stop) is { } met)
        {
            await store.Meet(met, today, clock, stop);
            row.Settle(JottingState.Kept);
        }
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Keeps what a line that waited is read as. Asked twice, it counts once.</summary>
    public static Task<KeptLine> KeepJotted(this Store store, Guid id, Reading reading, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.JottingToSettle(id, stop);
        var kept = await store.Keep(reading, today, clock, stop, once: id);
        row.Settle(JottingState.Kept);
        await store.SaveChangesAsync(stop);
        return kept;
    }, stop);

    /// <summary>Keeps whom the owner met, now that they said who it is. Asked twice, it counts once.</summary>
    public static Task<Encounter> MeetJotted(this Store store, Guid id, NewEncounter met, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.JottingToSettle(id, stop);
        var encounter = await store.Meet(met with { Id = id, NotedAt = row.At }, today, clock, stop);
        row.Settle(JottingState.Kept);
        await store.SaveChangesAsync(stop);
        return encounter;
    }, stop);

    /// <summary>Drops a jotting that waits. The answer is by what it is taken back.</summary>
    public static Task<Guid> DropJotting(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.JottingToSettle(id, stop);
        if (row.State != JottingState.Waiting) throw new NotFound("Capture.JottingNotThere");
        var change = await store.KeepFormer(new() { Kind = Kind, Before = JsonSerializer.Serialize(row, Json.OneLine), After = "", At = clock.GetUtcNow().UtcDateTime }, stop);
        row.Settle(JottingState.Dropped);
        await store.SaveChangesAsync(stop);
        return change;
    }, stop);

    /// <summary>Whether its page had sent it already, and only the answer was lost.</summary>
    private static async Task<bool> IsKept(this Store store, Guid id, CancellationToken stop) =>
        await store.Encounters.AnyAsync(e => e.Id == id, stop) || await store.Formers.AnyAsync(f => f.Id == id, stop);

    /// <summary>Still to be settled; or kept already, when the same is asked twice.</summary>
    private static async Task<Jotting> JottingToSettle(this Store store, Guid id, CancellationToken stop)
    {
        var row = await store.Jottings.FirstOrDefaultAsync(j => j.Id == id, stop);
        return row is { State: JottingState.Waiting } || row is { State: JottingState.Kept } && await store.IsKept(id, stop) ? row : throw new NotFound("Capture.JottingNotThere");
    }

    /// <summary>Takes the dropping of a jotting back.</summary>
    internal sealed class Back : IPutBack
    {
        public bool Knows(string kind) => kind == Kind;

        public async Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop)
        {
            var before = JsonSerializer.Deserialize<Jotting>(former.Before, Json.OneLine)!;
            if (await store.Jottings.FirstOrDefaultAsync(j => j.Id == before.Id && j.State == JottingState.Dropped, stop) is not { } row) throw new NotFound("People.NothingToUndo");
            (row.State, row.GatheringId, row.Line, row.Who, row.About, row.Promised, row.PromisedToMe, row.Changes) = (JottingState.Waiting, before.GatheringId, before.Line, before.Who, before.About, before.Promised, before.PromisedToMe, before.Changes);
            await store.SaveChangesAsync(stop);
        }
    }
}
