using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Gatherings;

/// <summary>Gatherings and encounters that are removed, and taken back.</summary>
public static class GatheringRemovalActions
{
    /// <summary>Removes a gathering with its encounters; touches and promises stay, for they happened. The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveGathering(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var gathering = await store.GatheringToChange(id, stop);
        var met = await store.Encounters.Where(e => e.GatheringId == id).ToListAsync(stop);
        var expected = await store.Expected.Where(e => e.GatheringId == id).ToListAsync(stop);
        return await store.LetGo(new(gathering) { Along = [.. met.Select(e => ((IOwned)e, e.PersonId)), .. expected.Select(e => ((IOwned)e, e.PersonId))] }, clock, stop);
    }, stop);

    /// <summary>They did not meet after all: the touch goes too, what is still promised, and who was noted with it lies in the trash. The answer is by what it is taken back.</summary>
    public static Task<Guid> Unmeet(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.Alone(async () =>
    {
        var met = await store.EncounterToChange(id, stop);
        var tasks = met.TouchId is { } touch ? await store.Tasks.Where(t => t.TouchId == touch && t.PersonId == met.PersonId && t.DoneOn == null).ToListAsync(stop) : [];
        var change = await store.LetGo(new(met, met.PersonId) { Along = [.. tasks.Select(t => ((IOwned)t, met.PersonId))] }, clock, stop);
        if (met.TouchId is { } noted && await store.Touches.AnyAsync(t => t.Id == noted, stop)) await store.RemoveTouches([noted], stop);
        if (met.IsNew && !await store.TouchPeople.AnyAsync(t => t.PersonId == met.PersonId, stop)) await store.TrashPerson(met.PersonId, clock, stop);
        return change;
    }, stop);

    /// <summary>Takes the removal of a gathering back.</summary>
    internal sealed class Back : RemovalActions.Back<Gathering>
    {
        protected override async Task MayReturn(Store store, Gathering it, TimeProvider clock, CancellationToken stop)
        {
            if (it.OrganizationId is { } holds && !await store.Organizations.AnyAsync(o => o.Id == holds, stop)) it.OrganizationId = null;
        }

        protected override async Task Return(Store store, string along, CancellationToken stop)
        {
            using var kept = JsonDocument.Parse(along);
            var met = kept.RootElement.TryGetProperty("triageOn", out _);
            var person = met ? Read<Encounter>(along).PersonId : Read<Expected>(along).PersonId;
            if (!await store.People.IgnoreQueryFilters([Store.TrashFilter]).AnyAsync(p => p.Id == person, stop)) return;
            if (met) store.Add(Read<Encounter>(along));
            else store.Add(Read<Expected>(along));
        }
    }

    /// <summary>Takes the removal of an encounter back, with its touch.</summary>
    internal sealed class MetBack : RemovalActions.Back<Encounter>
    {
        protected override async Task MayReturn(Store store, Encounter met, TimeProvider clock, CancellationToken stop)
        {
            var at = await store.GatheringToChange(met.GatheringId, stop);
            if (met.IsNew) await store.RestorePerson(met.PersonId, clock, stop);
            if (met.TouchId is { } touch && !await store.Touches.AnyAsync(t => t.Id == touch, stop))
                await store.Record(new() { Id = touch, People = [met.PersonId], On = met.On, Kind = TouchKind.Meeting, Note = EncounterActions.Note(at, new() { GatheringId = at.Id, About = met.About }) }, await store.OwnersDay(clock, stop), clock, stop);
        }

        protected override Task Return(Store store, string along, CancellationToken stop)
        {
            store.Add(Read<PromisedTask>(along));
            return Task.CompletedTask;
        }
    }
}
