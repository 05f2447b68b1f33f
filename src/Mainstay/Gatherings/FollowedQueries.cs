using Mainstay.Introductions;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Gatherings;

/// <summary>Whom the owner followed up without saying so here: what they noted elsewhere counts as much.</summary>
internal static class FollowedQueries
{
    /// <summary>A word so soon after the first one still belongs to it; a judgement.</summary>
    private const int DaysOfFirst = FollowUpTimes.DaysToSecond / 2;

    /// <summary>Says of encounters on which days they were followed up, where that is not said already. What is found is put into them; it is kept only by who keeps them.</summary>
    public static async Task Follow(this Store store, IReadOnlyCollection<Encounter> encounters, CancellationToken stop)
    {
        foreach (var some in encounters.Where(e => e is { Triage: null or Triage.FollowUp, SecondOn: null }).Chunk(Store.MostParameters))
        {
            var reached = await store.Reached(Array.ConvertAll(some, e => e.Id), stop);
            foreach (var met in some)
                if (reached.TryGetValue(met.Id, out var days))
                {
                    met.WroteOn ??= days.First;
                    if (days.Last >= met.WroteOn.Value.AddDays(DaysOfFirst)) met.SecondOn = days.Last;
                }
        }
        foreach (var some in encounters.Where(e => e is { Triage: Triage.Introduce, WroteOn: null }).Chunk(Store.MostParameters))
        {
            var introduced = await store.Introduced(Array.ConvertAll(some, e => e.Id), stop);
            foreach (var met in some.Where(e => introduced.Contains(e.Id))) met.WroteOn = met.On;
        }
    }

    /// <summary>The first and the last day on which the owner wrote, called or met again: on a later day, or the same evening by a message or a call. What came from the others alone is not theirs.</summary>
    private static async Task<Dictionary<Guid, (DateOnly First, DateOnly Last)>> Reached(this Store store, Guid[] encounters, CancellationToken stop)
    {
        var (there, touches) = (store.TouchPeople, store.Touches);
        var rows = await (from met in store.Encounters
                          where encounters.Contains(met.Id)
                          join part in there on met.PersonId equals part.PersonId
                          where part.On >= met.On && part.TouchId != met.TouchId
                          join touch in touches on part.TouchId equals touch.Id
                          where touch.Direction != Direction.In && touch.Kind != TouchKind.Reaction && (part.On > met.On || (touch.Kind >= TouchKind.Call && touch.CreatedAt >= met.CreatedAt))
                          group part by met.Id into after
                          select new { after.Key, First = after.Min(p => p.On), Last = after.Max(p => p.On) }).ToListAsync(stop);
        return rows.ToDictionary(r => r.Key, r => (r.First, r.Last));
    }

    /// <summary>Those whose person an introduction brings together with somebody that was begun since.</summary>
    private static async Task<HashSet<Guid>> Introduced(this Store store, Guid[] encounters, CancellationToken stop)
    {
        var introductions = store.Introductions;
        return [.. await store.Encounters.Where(m => encounters.Contains(m.Id) && introductions.Any(i => (i.FirstId == m.PersonId || i.SecondId == m.PersonId) && i.CreatedAt >= m.CreatedAt)).Select(m => m.Id).ToListAsync(stop)];
    }
}
