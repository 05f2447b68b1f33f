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

    /// <summary>The same lines, with the days on which the owner wrote, called, met or introduced them since.</summary>
    /// <param name="store">Whose encounters.</param>
    /// <param name="lines">Read without being followed: what is found is put into them, and never kept.</param>
    /// <param name="stop">Breaks off.</param>
    public static async Task<List<EncounterLine>> Followed(this Store store, List<EncounterLine> lines, CancellationToken stop)
    {
        await store.Follow([.. lines.Select(l => l.Encounter)], stop);
        return lines;
    }

    /// <summary>Says of encounters when they were followed up, where that is not said already.</summary>
    public static async Task Follow(this Store store, IReadOnlyCollection<Encounter> encounters, CancellationToken stop)
    {
        var open = encounters.Where(e => e.Triage is null or Triage.FollowUp && e.SecondOn is null || e is { Triage: Triage.Introduce, WroteOn: null }).ToList();
        foreach (var some in open.Chunk(Store.MostParameters / 2))
        {
            var reached = await store.Reached(some, stop);
            var introduced = await store.Introduced([.. some.Where(e => e.Triage == Triage.Introduce)], stop);
            foreach (var met in some)
                if (met.Triage == Triage.Introduce) met.WroteOn ??= introduced[met.PersonId].Any(at => at >= met.CreatedAt) ? met.On : null;
                else met.Take([.. reached[met.PersonId].Where(r => IsAfter(r, met)).Select(r => r.On).Order()]);
        }
    }

    private static void Take(this Encounter met, IReadOnlyList<DateOnly> days)
    {
        if (days.Count == 0) return;
        met.WroteOn ??= days[0];
        met.SecondOn ??= days.Where(d => d >= met.WroteOn.Value.AddDays(DaysOfFirst)).Select(d => (DateOnly?)d).FirstOrDefault();
    }

    /// <summary>On a later day, or the same evening by a message or a call.</summary>
    private static bool IsAfter(Reach reach, Encounter met) =>
        reach.TouchId != met.TouchId && (reach.On > met.On || (reach.On == met.On && reach.Kind >= TouchKind.Call && reach.NotedAt >= met.CreatedAt));

    private sealed record Reach(Guid TouchId, DateOnly On, TouchKind Kind, DateTime NotedAt);

    /// <summary>Touches that came from the owner, or from both.</summary>
    private static async Task<ILookup<Guid, Reach>> Reached(this Store store, IReadOnlyCollection<Encounter> met, CancellationToken stop)
    {
        var (people, since, touches) = (met.Select(m => m.PersonId).Distinct().ToList(), met.Min(m => m.On), store.Touches);
        var rows = await (from there in store.TouchPeople
                          where people.Contains(there.PersonId) && there.On >= since
                          join touch in touches on there.TouchId equals touch.Id
                          where touch.Direction != Direction.In && touch.Kind != TouchKind.Reaction
                          select new { there.PersonId, touch.Id, there.On, touch.Kind, touch.CreatedAt }).ToListAsync(stop);
        return rows.ToLookup(r => r.PersonId, r => new Reach(r.Id, r.On, r.Kind, r.CreatedAt));
    }

    /// <summary>When introductions were begun that bring them together with somebody.</summary>
    private static async Task<ILookup<Guid, DateTime>> Introduced(this Store store, IReadOnlyCollection<Encounter> met, CancellationToken stop)
    {
        var people = met.Select(m => m.PersonId).Distinct().ToList();
        var rows = await store.Introductions.Where(i => (i.FirstId != null && people.Contains(i.FirstId.Value)) || people.Contains(i.SecondId)).Select(i => new { i.FirstId, i.SecondId, i.CreatedAt }).ToListAsync(stop);
        return rows.SelectMany(r => new[] { r.FirstId, r.SecondId }.OfType<Guid>().Select(p => (Person: p, r.CreatedAt))).ToLookup(r => r.Person, r => r.CreatedAt);
    }
}
