using Mainstay.Accounts;
using Mainstay.Organizations;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Gatherings;

public static class GatheringActions
{
    /// <summary>Writes a gathering down.</summary>
    public static Task<Gathering> AddGathering(this Store store, NewGathering gathering, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(gathering.Check());
        if (gathering.Id is { } once && await store.Gatherings.FirstOrDefaultAsync(g => g.Id == once, stop) is { } already) return already;
        await store.ThrowUnlessHolds(gathering.OrganizationId, stop);
        var row = store.AddRow(gathering, await store.OwnersZone(stop), clock);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Makes a gathering what is said now.</summary>
    public static Task<Gathering> ChangeGathering(this Store store, Guid id, NewGathering gathering, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.GatheringToChange(id, stop);
        Mistaken.ThrowIf(gathering.Check());
        if (gathering.OrganizationId != row.OrganizationId) await store.ThrowUnlessHolds(gathering.OrganizationId, stop);
        row.Become(gathering, await store.OwnersZone(stop));
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Says where the owner stands with it.</summary>
    public static Task<Gathering> SetState(this Store store, Guid id, GatheringState state, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.GatheringToChange(id, stop);
        Mistaken.ThrowIf(new Problems().When(!Enum.IsDefined(state), "state", "Gatherings.NotAState"));
        row.State = state;
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>The row of what was looked at already; the open transaction keeps it.</summary>
    internal static Gathering AddRow(this Store store, NewGathering gathering, TimeZoneInfo zone, TimeProvider clock)
    {
        var row = store.Add(new Gathering { Id = gathering.Id ?? Guid.CreateVersion7(), Name = gathering.Name, CreatedAt = clock.GetUtcNow().UtcDateTime }).Entity;
        row.Become(gathering, zone);
        return row;
    }

    internal static async Task<Gathering> GatheringToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Gatherings.FirstOrDefaultAsync(g => g.Id == id, stop) ?? throw new NotFound("Gatherings.NotThere");

    private static async Task ThrowUnlessHolds(this Store store, Guid? organization, CancellationToken stop)
    {
        if (organization is { } id) await store.OrganizationOf(id, stop);
    }

    private static void Become(this Gathering row, NewGathering said, TimeZoneInfo zone)
    {
        (row.Name, row.FirstDay, row.LastDay, row.State) = (OneLine(said.Name).Trim(), said.On, said.LastDay, said.State);
        (row.StartsAt, row.EndsAt) = said.Moments(zone);
        row.OrganizationId = said.OrganizationId;
        (row.Place, row.Address, row.Link, row.Topics, row.Note) = (FilledLine(said.Place), Filled(said.Address), Filled(said.Link), FilledLine(said.Topics), Filled(said.Note));
        (row.Goal, row.OneAsk, row.OneOffer, row.Pitch) = (Filled(said.Goal), Filled(said.Ask), Filled(said.Offer), Filled(said.Pitch));
        (row.Cost, row.Hours) = (Filled(said.Cost), said.Hours);
    }
}
