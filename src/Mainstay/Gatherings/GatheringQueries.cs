using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Gatherings;

/// <summary>An encounter, whom, and at which gathering.</summary>
public sealed record EncounterLine(Encounter Encounter, string Name, Gathering At);

public static class GatheringQueries
{
    private const int MostPast = 200, MostAhead = 500;

    /// <summary>Gatherings that are not over, the next first.</summary>
    public static Task<List<Gathering>> GatheringsAhead(this Store store, DateOnly today, CancellationToken stop) =>
        store.Gatherings.AsNoTracking().Where(g => g.LastDay >= today).OrderBy(g => g.FirstDay).ThenBy(g => g.StartsAt).ThenBy(g => g.Id).Take(MostAhead).ToListAsync(stop);

    /// <summary>Gatherings that are over, the latest first.</summary>
    public static Task<List<Gathering>> GatheringsPast(this Store store, DateOnly today, CancellationToken stop) =>
        store.Gatherings.AsNoTracking().Where(g => g.LastDay < today).OrderByDescending(g => g.LastDay).ThenByDescending(g => g.Id).Take(MostPast).ToListAsync(stop);

    public static async Task<Gathering> GatheringOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Gatherings.AsNoTracking().FirstOrDefaultAsync(g => g.Id == id, stop) ?? throw new NotFound("Gatherings.NotThere");

    /// <summary>All that an organization holds, the latest first.</summary>
    public static Task<List<Gathering>> GatheringsBy(this Store store, Guid organization, CancellationToken stop) =>
        store.Gatherings.AsNoTracking().Where(g => g.OrganizationId == organization).OrderByDescending(g => g.FirstDay).ThenByDescending(g => g.Id).Take(MostAhead).ToListAsync(stop);

    /// <summary>What the organization that holds it is called; null when none is named.</summary>
    public static Task<string?> HolderOf(this Store store, Gathering it, CancellationToken stop) =>
        store.Organizations.Where(o => o.Id == it.OrganizationId).Select(o => (string?)o.Name).FirstOrDefaultAsync(stop);

    /// <summary>The one gathering whose id ends so, or whose name is this or begins with it; of several the one nearest to the day.</summary>
    public static async Task<Gathering> FindGathering(this Store store, string typed, DateOnly today, CancellationToken stop)
    {
        var all = await store.Gatherings.AsNoTracking().ToListAsync(stop);
        var found = all.Where(g => g.EndsSo(typed)).ToList();
        if (found.Count == 0) found = all.Where(g => g.Name.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 0) found = all.Where(g => g.Name.StartsWith(typed.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        return found.MinBy(g => Math.Abs(g.FirstDay.DayNumber - today.DayNumber)) ?? throw new NotFound("Gatherings.NoneCalled", typed);
    }

    /// <summary>Whom the owner met, the latest first.</summary>
    public static Task<List<EncounterLine>> EncountersOf(this Store store, CancellationToken stop, Guid? gathering = null, Guid? person = null) =>
        store.Lines(store.Encounters.Where(m => (gathering == null || m.GatheringId == gathering) && (person == null || m.PersonId == person)), stop);

    public static async Task<EncounterLine> EncounterOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Lines(store.Encounters.Where(m => m.Id == id), stop) is [var line] ? line : throw new NotFound("Gatherings.EncounterNotThere");

    /// <summary>Those whose person is there, the latest first, with the days on which they were followed up wherever that was noted.</summary>
    internal static async Task<List<EncounterLine>> Lines(this Store store, IQueryable<Encounter> encounters, CancellationToken stop)
    {
        var (people, gatherings) = (store.People, store.Gatherings);
        var lines = await (from met in encounters.AsNoTracking()
                           join who in people on met.PersonId equals who.Id
                           join at in gatherings on met.GatheringId equals at.Id
                           orderby met.On descending, met.Id descending
                           select new EncounterLine(met, who.Name, at)).ToListAsync(stop);
        await store.Follow(lines.ConvertAll(l => l.Encounter), stop);
        return lines;
    }
}
