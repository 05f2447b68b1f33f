using Mainstay.Coverage;
using Mainstay.Gatherings;
using Mainstay.Memberships;
using Mainstay.Organizations;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Insights;

/// <summary>Looks up where those who support the owner today first came from, in as many questions for a thousand people as for one.</summary>
public sealed class FirstCameQueries(MapQueries maps)
{
    public async Task<FirstCame> FirstCame(Store store, DateOnly today, CancellationToken stop)
    {
        var map = await maps.Map(store, today, stop);
        var helping = map.Needs.SelectMany(n => n.Counting).Select(h => h.Person.Id).ToHashSet();
        var people = helping.Count > 0 ? helping : await WithRoles(store, today, stop);
        return Insights.FirstCame.Of(helping.Count > 0, people.Count == 0 ? [] : await Beginnings(store, people, stop), await Places(store, stop));
    }

    private static async Task<HashSet<Guid>> WithRoles(Store store, DateOnly today, CancellationToken stop) =>
        await store.Set<Role>().Where(r => r.Until == null || r.Until > today).Select(r => r.PersonId).Distinct().ToHashSetAsync(stop);

    private static async Task<List<CameBeginning>> Beginnings(Store store, HashSet<Guid> people, CancellationToken stop)
    {
        var (gatherings, candidates, all) = (await NewAt(store, stop), await Origins(store, stop), store.People);
        var beginnings = new List<CameBeginning>();
        foreach (var some in people.Chunk(Store.MostParameters))
        {
            var met = await (from person in all
                             where some.Contains(person.Id)
                             join other in all on person.MetThroughId equals (Guid?)other.Id into found
                             from through in found.DefaultIfEmpty()
                             select new { person.Id, person.Name, person.MetThroughId, Through = through.Name ?? person.MetThroughName, person.MetWhere, person.HowMet }).ToListAsync(stop);
            beginnings.AddRange(met.Select(p => new CameBeginning(new(p.Id, p.Name))
            {
                ThroughId = p.MetThroughId,
                ThroughName = p.Through,
                Gathering = gatherings.GetValueOrDefault(p.Id),
                Origin = candidates.TryGetValue(p.Id, out var from) ? from.Origin : null,
                OriginText = from.Text,
                MetWhere = p.MetWhere,
                HowMet = p.HowMet,
            }));
        }
        return beginnings;
    }

    /// <summary>At which gathering people were noted who had not been there before.</summary>
    private static async Task<Dictionary<Guid, string>> NewAt(Store store, CancellationToken stop)
    {
        var gatherings = store.Gatherings;
        var noted = await (from encounter in store.Encounters
                           where encounter.IsNew
                           join gathering in gatherings on encounter.GatheringId equals gathering.Id
                           orderby encounter.On, gathering.Name
                           select new { encounter.PersonId, gathering.Name }).ToListAsync(stop);
        return noted.DistinctBy(n => n.PersonId).ToDictionary(n => n.PersonId, n => n.Name);
    }

    /// <summary>Where candidates came from; whoever was known before they were a candidate had come already.</summary>
    private static async Task<Dictionary<Guid, (Origin Origin, string? Text)>> Origins(Store store, CancellationToken stop)
    {
        var people = store.People;
        var candidates = await (from candidate in store.Candidates
                                join person in people on candidate.PersonId equals (Guid?)person.Id
                                where person.CreatedAt >= candidate.CreatedAt
                                orderby candidate.CreatedAt, candidate.Id
                                select new { person.Id, candidate.Origin, candidate.OriginText }).ToListAsync(stop);
        return candidates.DistinctBy(c => c.Id).ToDictionary(c => c.Id, (Origin, string?) (c) => (c.Origin, c.OriginText));
    }

    /// <summary>What a text may name: gatherings where the owner was, and organizations that the owner is or was a member of.</summary>
    private static async Task<CamePlaces> Places(Store store, CancellationToken stop)
    {
        var memberships = store.Memberships;
        var communities = await store.Organizations.Where(o => memberships.Any(m => m.OrganizationId == o.Id)).Select(o => o.Name).ToListAsync(stop);
        return new(await store.Gatherings.Where(g => g.State == GatheringState.Been).Select(g => g.Name).Distinct().ToListAsync(stop), communities);
    }
}
