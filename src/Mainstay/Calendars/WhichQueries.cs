using Mainstay.Accounts;
using Mainstay.Algorithms.Text;
using Mainstay.Gatherings;
using Mainstay.Needs;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Calendars;

/// <summary>Finds which of the announced and noticed gatherings fit best. It is worked out once, and again when something was written.</summary>
public sealed class WhichQueries(DataVersion version)
{
    public const int MostNamed = 20;

    private const int MostLooked = 1_000, MostKept = 50, MostKnown = 100;

    private readonly Remembered<WhichAnswer> known = new(version, MostKnown);

    public Task<WhichAnswer> Which(Store store, DateOnly today, CancellationToken stop) => known.Get(store, today, () => Work(store, today, stop), stop);

    private static async Task<WhichAnswer> Work(Store store, DateOnly today, CancellationToken stop)
    {
        var zone = await store.OwnersZone(stop);
        var ahead = await store.GatheringsAhead(today, stop);
        var announced = await store.AnnouncedAhead(today, stop, most: MostLooked);
        List<Attendable> all =
        [
            .. announced.Select(l => new Attendable(l.It.Id, l.It.AsEvent(zone, l.CalendarTopics).It, l.Calendar) { Who = l.It.Who }),
            .. ahead.Where(g => g.State == GatheringState.Noticed).Select(g => new Attendable(g.Id, NewGathering.Of(g, zone), null)),
        ];
        var wishes = await Wishes(store, ahead, today, stop);
        var fits = all.Select(a => Fits.Of(a, wishes)).Where(f => f.Score > 0).OrderByDescending(f => f.Score).ThenBy(f => f.It.It.On).ThenBy(f => f.It.It.Name, StringComparer.Ordinal).ThenBy(f => f.It.Id);
        return new([.. fits.Take(MostKept)], all.Count, wishes.Needs.Count + wishes.Goals.Count);
    }

    private static async Task<FitWishes> Wishes(Store store, IReadOnlyList<Gathering> ahead, DateOnly today, CancellationToken stop)
    {
        var needs = await store.OpenNeeds(stop);
        var goals = await store.GoalsToReach(stop);
        var candidates = (await store.AllCandidates(today, stop)).Where(l => l.It.Stage != Stage.In && l.It.RestingSince is null).ToList();
        var (people, expected) = (store.People, store.Expected);
        var coming = await (from e in expected.AsNoTracking() join p in people on e.PersonId equals p.Id orderby p.Name, p.Id select new { e.GatheringId, p.Name }).ToListAsync(stop);
        return new([.. needs.Select(n => new WantedNeed(n.Topic, n.Importance))], [.. goals.Select(g => new WantedGoal(g.Goal.Text))], [.. await Everybody(store, stop), .. candidates.Select(Of)])
        {
            Places = await Places(store, stop),
            Liked = await store.LikedPlaces(stop),
            Going = [.. ahead.Where(g => g.State == GatheringState.Going).Select(g => (g.Name, g.FirstDay, g.LastDay))],
            Expected = coming.ToLookup(e => e.GatheringId, e => e.Name),
            Noticed = [.. candidates.Where(l => l.It.OriginText is not null).Select(l => (l.It.Name, l.It.OriginText!))],
        };
    }

    private static Somebody Of(CandidateLine line) => new(line.It.Id, line.It.Name, line.It.Mail is { } mail ? [Contacts.Normal(ContactKind.Email, mail)] : [], true);

    private static async Task<IEnumerable<Somebody>> Everybody(Store store, CancellationToken stop)
    {
        var mails = (await store.ContactPoints.AsNoTracking().Where(c => c.Kind == ContactKind.Email).Select(c => new { c.PersonId, c.Normal }).ToListAsync(stop)).ToLookup(m => m.PersonId, m => m.Normal);
        var people = await store.People.AsNoTracking().Select(p => new { p.Id, p.Name }).ToListAsync(stop);
        return people.Select(p => new Somebody(p.Id, p.Name, [.. mails[p.Id]], false));
    }

    /// <summary>Where the owner went to gatherings.</summary>
    private static async Task<Dictionary<string, (string, int)>> Places(Store store, CancellationToken stop)
    {
        var been = await store.Gatherings.AsNoTracking().Where(g => g.State == GatheringState.Been && g.Place != null).Select(g => g.Place).ToListAsync(stop);
        return been.SelectMany(p => Fits.PartsOf(p).DistinctBy(Folding.Fold)).GroupBy(Folding.Fold).ToDictionary(g => g.Key, g => (g.First(), g.Count()));
    }
}
