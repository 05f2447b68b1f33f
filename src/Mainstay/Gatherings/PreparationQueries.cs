using Mainstay.Coverage;
using Mainstay.Exchange;
using Mainstay.Memberships;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Gatherings;

/// <summary>Finds who is to be talked to at a gathering, and why.</summary>
public sealed class PreparationQueries(MapQueries maps)
{
    private const double Fills = 3, Promised = 2.5, Theirs = 2, Due = 2, Helps = 1;
    private const int MostMayKnow = 3;

    public async Task<Preparation> For(Store store, Gathering gathering, DateOnly today, CancellationToken stop)
    {
        var people = store.People;
        var expected = await (from e in store.Expected.AsNoTracking() where e.GatheringId == gathering.Id join p in people on e.PersonId equals p.Id select new { e.PersonId, p.Name, e.IsChosen, e.About }).ToListAsync(stop);
        var ids = expected.Select(e => e.PersonId).ToHashSet();
        var whys = await Whys(store, ids, today, stop);
        return Preparation.Of(
            [.. expected.Select(e => new ExpectedPerson(e.PersonId, e.Name, e.IsChosen, e.About, [.. whys[e.PersonId]]))],
            await MayKnow(store, gathering, ids, today, stop)) with { Candidates = await Candidates(store, gathering, stop) };
    }

    /// <summary>Candidates the owner noted with the name of the gathering who are not in their network yet.</summary>
    private static async Task<IReadOnlyList<CandidateThere>> Candidates(Store store, Gathering gathering, CancellationToken stop)
    {
        var there = (await store.CandidatesFromSomewhere(stop)).Where(l => Brought.IsNamedIn(l.It.OriginText!, gathering.Name));
        return [.. there.Select(l => new CandidateThere(l.It.Id, l.It.Name, [.. Whys(l)]))];
    }

    /// <summary>What they could help with, what is promised either way, and whose time has come.</summary>
    private async Task<ILookup<Guid, (double, Reason)>> Whys(Store store, HashSet<Guid> ids, DateOnly today, CancellationToken stop)
    {
        if (ids.Count == 0) return Enumerable.Empty<(Guid, (double, Reason))>().ToLookup(w => w.Item1, w => w.Item2);
        var map = await maps.Map(store, today, stop);
        var whys = new List<(Guid Person, (double, Reason) Why)>();
        foreach (var need in map.Needs)
        {
            foreach (var likely in map.Candidates.GetValueOrDefault(need.Need.Id, []).Where(l => ids.Contains(l.Id))) whys.Add((likely.Id, (Fills + likely.Gain, new("Gatherings.CouldFill", need.Need.Topic))));
            foreach (var helper in need.Counting.Where(h => ids.Contains(h.Person.Id))) whys.Add((helper.Person.Id, (Helps, new("Gatherings.HelpsWith", need.Need.Topic))));
        }
        foreach (var task in (await store.OpenTasks(stop)).Where(t => t.Task.PersonId is { } id && ids.Contains(id)))
            whys.Add((task.Task.PersonId!.Value, task.Task.PromisedToMe ? (Theirs, new("Gatherings.TheyPromised", task.Task.Text)) : (Promised, task.IsAboutThem ? new("Rhythm.TaskPlain", task.Task.Text) : new("Gatherings.YouPromised", task.Task.Text))));
        foreach (var due in (await store.DueOn(today, stop)).Where(d => ids.Contains(d.Id))) whys.Add((due.Id, (Due, new("Gatherings.TimeHasCome"))));
        return whys.ToLookup(w => w.Person, w => w.Why);
    }

    private static IEnumerable<Reason> Whys(CandidateLine line)
    {
        if (line.It.Headline is { } what) yield return new("Gatherings.CandidateIs", what);
        if (line.Need is { } need) yield return new("Gatherings.CandidateFor", need);
    }

    private static async Task<IReadOnlyList<ExpectedPerson>> MayKnow(Store store, Gathering gathering, HashSet<Guid> expected, DateOnly today, CancellationToken stop)
    {
        if (gathering.Topics is not { } topics) return [];
        var found = await store.WhoCanHelp(topics, null, MostMayKnow + expected.Count, today, stop);
        return [.. found.People.Where(p => !expected.Contains(p.Id)).Take(MostMayKnow).Select(p => new ExpectedPerson(p.Id, p.Name, false, null, [.. p.WhyCan.Take(1).Select(r => (1.0, r))]))];
    }
}
