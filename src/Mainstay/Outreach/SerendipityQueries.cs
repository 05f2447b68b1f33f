using System.Buffers.Binary;
using System.Security.Cryptography;
using Mainstay.Accounts;
using Mainstay.Coverage;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Web;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Outreach;

/// <summary>Chooses somebody each week who is unlike those nearest to the owner, among people they know little and candidates they have not met; where there is nobody, a place unlike those they go to.</summary>
public sealed class SerendipityQueries(DataVersion version, IEnumerable<IPlacesAhead> places)
{
    /// <summary>What Today calls the card.</summary>
    internal const string Kind = "serendipity";

    private const int MostKnown = 100, MostNear = 150, MostLookedAt = 60;

    /// <summary>From so many days after Monday on Today speaks of it: the first days of a week have enough of their own.</summary>
    private const int CardFrom = 2;

    private readonly Remembered<DifferentThisWeek?> remembered = new(version, MostKnown);

    /// <summary>The same all week, as long as they stay who they are; null when there is nobody and nothing to choose from, or when something came of it. Whoever was named by Today is not replaced.</summary>
    public Task<DifferentThisWeek?> OfTheWeek(Store store, DateOnly today, CancellationToken stop) => remembered.Get(store, today, () => Choose(store, today, stop), stop);

    /// <summary>The same, on the days on which Today speaks of it: from Wednesday until the week ends.</summary>
    internal async Task<DifferentThisWeek?> OnToday(Store store, DateOnly today, CancellationToken stop) =>
        today >= TimeBudget.WeekOf(today).AddDays(CardFrom) ? await OfTheWeek(store, today, stop) : null;

    private async Task<DifferentThisWeek?> Choose(Store store, DateOnly today, CancellationToken stop)
    {
        var week = TimeBudget.WeekOf(today);
        var named = await store.DealtCards.Where(c => c.Kind == Kind && c.On >= week && c.On <= today).OrderBy(c => c.On).ThenBy(c => c.Id).Select(c => (Guid?)c.Subject).FirstOrDefaultAsync(stop);
        if (await Somebody(store, today, named, stop) is not (var who, var it)) return await Somewhere(store, today, named, stop);
        if (who.IsAnswered) return null;
        return new()
        {
            Week = week,
            Subject = who.Id,
            PersonId = who.PersonId,
            Name = who.Candidate?.Name ?? await store.People.Where(p => p.Id == who.PersonId).Select(p => p.Name).FirstAsync(stop),
            Reasons = [.. it.Reasons, .. who.Reasons, new("Outreach.OnceAWeek")],
            Href = who.Href,
            ActionHref = who.ActionHref,
        };
    }

    /// <summary>The most unlike, of all or only of whom Today named already; null when there is nobody.</summary>
    private static async Task<(Possible Who, Serendipity It)?> Somebody(Store store, DateOnly today, Guid? named, CancellationToken stop)
    {
        var near = await Near(store, stop);
        if (near.Count < Serendipity.FewestNear) return null;
        var nearest = await Profiles(store, near, today, stop);
        if (!Serendipity.CanCompare(nearest.Values)) return null; // nobody else has to be looked up then
        var week = TimeBudget.WeekOf(today);
        var far = (await store.PossibleIn(near, named, week, today, stop)).Where(p => named is null || p.Id == named).OrderBy(p => Shuffled(p.Id, week)).Take(MostLookedAt).ToDictionary(p => p.Id);
        var profiles = await Profiles(store, [.. far.Values.Select(p => p.PersonId).OfType<Guid>()], today, stop);
        var others = far.Values.Select(p => p.Like(p.PersonId is { } person ? profiles.GetValueOrDefault(person) : null)).OrderBy(p => Shuffled(p.PersonId, week));
        return Serendipity.Among([.. nearest.Values], others) is { } chosen ? (far[chosen.Who], chosen) : null;
    }

    private static async Task<Dictionary<Guid, Profile>> Profiles(Store store, List<Guid> people, DateOnly today, CancellationToken stop) =>
        await store.ProfilesOf(people, await store.PlacesNow(people, stop), today, stop);

    /// <summary>The next gathering that is unlike, or else a community.</summary>
    private async Task<DifferentThisWeek?> Somewhere(Store store, DateOnly today, Guid? named, CancellationToken stop)
    {
        var (all, week) = (new List<PlaceAhead>(), TimeBudget.WeekOf(today));
        foreach (var room in places.SeenBy(store)) all.AddRange(await room.UnlikePlaces(store, today, stop));
        return all.Where(p => named is null || p.Id == named).OrderBy(p => p.On ?? DateOnly.MaxValue).ThenBy(p => Shuffled(p.Id, week)).FirstOrDefault() is { } place
            ? new() { Week = week, Subject = place.Id, Name = place.Name, Reasons = [.. place.Reasons, new("Outreach.OnceAWeekPlace")], Href = place.Href, ActionHref = place.Href, IsPlace = true }
            : null;
    }

    /// <summary>Core and close; those a step further too where that is hardly anybody.</summary>
    private static async Task<List<Guid>> Near(Store store, CancellationToken stop)
    {
        var (ties, people) = (store.Ties, store.People);
        var near = await (from tie in ties
                          where tie.Layer == Layer.Core || tie.Layer == Layer.Close || tie.Layer == Layer.Extended
                          join person in people on tie.Id equals person.Id
                          orderby tie.Layer, tie.Id
                          select new { tie.Id, tie.Layer }).Take(MostNear).ToListAsync(stop);
        var nearest = near.Where(t => t.Layer != Layer.Extended).Select(t => t.Id).ToList();
        return nearest.Count >= Serendipity.FewestNear ? nearest : near.ConvertAll(t => t.Id);
    }

    /// <summary>Another order each week, the same on every machine.</summary>
    private static ulong Shuffled(Guid id, DateOnly week)
    {
        Span<byte> seed = stackalloc byte[20];
        id.TryWriteBytes(seed, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(seed[16..], week.DayNumber);
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(seed));
    }
}
