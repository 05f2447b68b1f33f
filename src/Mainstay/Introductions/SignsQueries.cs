using Mainstay.Algorithms.Text;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Introductions;

/// <summary>Looks for signs that people know each other: cards that name each other, meetings with both, years at one place.</summary>
internal static class SignsQueries
{
    /// <summary>A meeting with more people than these, or a place with more of the owner's people, says nothing of any two of them.</summary>
    internal const int MostInMeeting = 12, MostAtPlace = 40;

    /// <param name="store">Whose people.</param>
    /// <param name="roll">Everybody by name.</param>
    /// <param name="names">Everybody who counts; nobody from the trash.</param>
    /// <param name="about">Only signs of whom this person knows are looked for; all when null.</param>
    /// <param name="today">The owner's day.</param>
    /// <param name="stop">Breaks off.</param>
    public static async Task<List<Sign>> Signs(this Store store, Roll roll, IReadOnlyDictionary<Guid, string> names, Guid? about, DateOnly today, CancellationToken stop)
    {
        var signs = new List<Sign>();
        await store.FromCards(roll, names, about, signs, stop);
        await store.FromMeetings(about, signs, stop);
        await store.FromPlaces(about, signs, today, stop);
        return about is { } person ? signs.FindAll(s => s.One == person || s.Other == person) : signs;
    }

    /// <summary>What people write where a company is asked for, and where nobody meets.</summary>
    private static readonly HashSet<string> NoPlaces = [.. new[]
    {
        "freelance", "freelancer", "freelancing", "self-employed", "self employed", "selfemployed", "independent", "independent consultant", "consultant", "contractor", "retired", "unemployed", "none", "n/a", "na", "-", "home", "various", "confidential", "stealth", "stealth startup",
        "freiberuflich", "freiberufler", "freiberuflerin", "selbständig", "selbstständig", "im ruhestand", "ruhestand", "rentner", "rentnerin", "privat", "private", "autónomo", "autonomo", "indépendant", "indipendente",
    }.Select(Folding.Fold)];

    private static async Task FromCards(this Store store, Roll roll, IReadOnlyDictionary<Guid, string> names, Guid? about, List<Sign> signs, CancellationToken stop)
    {
        var its = about is { } one ? names[one] : null;
        var related = await store.Relations.AsNoTracking().Where(r => about == null || r.PersonId == about || r.OtherId == about || (r.OtherId == null && r.Name == its)).OrderBy(r => r.PersonId).ThenBy(r => r.Position).Select(r => new { r.PersonId, r.Kind, r.Name, r.OtherId }).ToListAsync(stop);
        var through = roll.Through.Where(p => about is null || p.Person == about || p.ThroughId == about || p.ThroughName == its).ToList();
        if (related.Count + through.Count == 0) return;
        var called = names.ToLookup(n => Folding.Fold(n.Value), n => n.Key);
        // A name is taken for somebody only when one person alone is called so.
        Guid? Meant(Guid? id, string? name) => id ?? (name is not null && called[Folding.Fold(name.Trim())].Take(2).ToList() is [var only] ? only : null);
        foreach (var row in related.Where(r => names.ContainsKey(r.PersonId)))
            if (Meant(row.OtherId, row.Name) is { } other && names.TryGetValue(other, out var name)) signs.Add(new(row.PersonId, other, Clue.Related(names[row.PersonId], row.Kind, name)));
        foreach (var row in through)
            if (names.TryGetValue(row.Person, out var met) && Meant(row.ThroughId, row.ThroughName) is { } other && names.TryGetValue(other, out var name)) signs.Add(new(row.Person, other, Clue.MetThrough(met, name)));
    }

    private static async Task FromMeetings(this Store store, Guid? about, List<Sign> signs, CancellationToken stop)
    {
        var together = new Dictionary<(Guid, Guid), (int Times, DateOnly Last)>();
        await foreach (var (people, on) in store.Meetings(about, stop))
            for (var i = 0; i < people.Count; i++)
                for (var j = i + 1; j < people.Count; j++)
                {
                    var known = together.GetValueOrDefault(KnownPair.Key(people[i], people[j]));
                    together[KnownPair.Key(people[i], people[j])] = (known.Times + 1, known.Last > on ? known.Last : on);
                }
        foreach (var ((one, other), (times, last)) in together) signs.Add(new(one, other, Clue.Together(times, last)));
    }

    /// <summary>Meetings, video talks and calls with several people.</summary>
    private static async IAsyncEnumerable<(List<Guid> People, DateOnly On)> Meetings(this Store store, Guid? about, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var touched = store.TouchPeople;
        var all = about is { } person ? touched.Where(t => touched.Where(m => m.PersonId == person).Select(m => m.TouchId).Contains(t.TouchId)) : touched; // a list: SQLite would ask of each touch of all whether they were part of it
        var several = all.GroupBy(t => t.TouchId).Where(g => g.Count() > 1 && g.Count() <= MostInMeeting).Select(g => g.Key);
        var rows = from there in all
                   join touch in store.Touches on there.TouchId equals touch.Id
                   where touch.Kind <= TouchKind.Call && several.Contains(there.TouchId)
                   orderby there.TouchId, there.PersonId
                   select new { there.TouchId, there.PersonId, there.On };
        var (touchId, people, on) = (Guid.Empty, new List<Guid>(), default(DateOnly));
        await foreach (var row in rows.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            if (row.TouchId != touchId && people.Count > 1) yield return (people, on);
            if (row.TouchId != touchId) (touchId, people, on) = (row.TouchId, [], row.On);
            people.Add(row.PersonId);
        }
        if (people.Count > 1) yield return (people, on);
    }

    private static async Task FromPlaces(this Store store, Guid? about, List<Sign> signs, DateOnly today, CancellationToken stop)
    {
        var (people, places) = (store.People, store.Affiliations);
        var rows = await (from place in about is { } person ? places.Where(a => places.Where(m => m.PersonId == person).Select(m => m.OrganizationId).Contains(a.OrganizationId)) : places
                          join organization in store.Organizations on place.OrganizationId equals (Guid?)organization.Id
                          where people.Any(p => p.Id == place.PersonId)
                          orderby organization.Id, place.PersonId, place.Position
                          select new { organization.Id, organization.Name, place.PersonId, place.Since, place.Until }).ToListAsync(stop);
        foreach (var place in rows.GroupBy(r => (r.Id, r.Name)).Where(p => !NoPlaces.Contains(Folding.Fold(p.Key.Name).Trim())))
        {
            var stays = place.GroupBy(r => r.PersonId).Select(g => (Person: g.Key, Stays: g.Select(r => Stay.Of(r.Since, r.Until, today)).ToList())).ToList();
            if (stays.Count is < 2 or > MostAtPlace) continue;
            for (var i = 0; i < stays.Count; i++)
                for (var j = i + 1; j < stays.Count; j++)
                    if (Stay.Together(stays[i].Stays, stays[j].Stays) is { } overlap) signs.Add(new(stays[i].Person, stays[j].Person, Clue.Colleagues(place.Key.Name, overlap.Months, stays.Count)));
        }
    }
}
