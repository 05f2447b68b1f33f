using Mainstay.Memberships;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Gatherings;

/// <summary>What organizations hold: where the owner was of it, whom they met, and what came of it.</summary>
internal sealed class HeldQueries : IHeldThere
{
    public async Task<IReadOnlyList<HeldThere>> HeldBy(Store store, IReadOnlyCollection<Guid> organizations, CancellationToken stop)
    {
        var been = new List<Gathering>();
        foreach (var some in organizations.Chunk(Store.MostParameters))
            been.AddRange(await store.Gatherings.AsNoTracking().Where(g => g.OrganizationId != null && some.Contains(g.OrganizationId.Value) && g.State == GatheringState.Been).OrderByDescending(g => g.FirstDay).ThenByDescending(g => g.Id).ToListAsync(stop));
        var met = await store.WhomMet(been, stop);
        return been.ConvertAll(g => new HeldThere(g.OrganizationId!.Value, g.Name, g.FirstDay, [.. met[g.Id]]) { Hours = g.Hours });
    }
}

internal static class BroughtByQueries
{
    /// <summary>Of each of these whom the owner met there, and what came of it.</summary>
    public static async Task<ILookup<Guid, Reason>> BroughtBy(this Store store, IReadOnlyCollection<Gathering> gatherings, CancellationToken stop)
    {
        var met = await store.WhomMet(gatherings, stop);
        return gatherings.SelectMany(g => Brought(g, [.. met[g.Id].Select(p => p.Name)]).Select(b => (g.Id, b))).ToLookup(b => b.Id, b => b.b);
    }

    internal static async Task<ILookup<Guid, PersonLine>> WhomMet(this Store store, IReadOnlyCollection<Gathering> gatherings, CancellationToken stop)
    {
        var (met, people) = (new List<(Guid At, PersonLine Who)>(), store.People);
        foreach (var some in gatherings.Select(g => g.Id).Chunk(Store.MostParameters))
            met.AddRange((await (from encounter in store.Encounters
                                 where some.Contains(encounter.GatheringId)
                                 join person in people on encounter.PersonId equals person.Id
                                 orderby person.SortKey, person.Id
                                 select new { encounter.GatheringId, person.Id, person.Name }).ToListAsync(stop)).Select(m => (m.GatheringId, new PersonLine(m.Id, m.Name))));
        return met.Distinct().ToLookup(m => m.At, m => m.Who);
    }

    private static IEnumerable<Reason> Brought(Gathering it, IReadOnlyList<string> met)
    {
        if (met.Count > 0) yield return new("Gatherings.YouMetThem", met);
        if (it.AfterMonth is { } month) yield return new("Gatherings.CameOfIt", month);
        if (it.AfterYear is { } year) yield return new("Gatherings.CameOfIt", year);
    }
}
