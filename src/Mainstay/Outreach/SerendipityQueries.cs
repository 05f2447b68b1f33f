using System.Buffers.Binary;
using System.Security.Cryptography;
using Mainstay.Coverage;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Outreach;

/// <summary>Whom the owner might talk to for once, in the week that begins on a day.</summary>
public sealed record SomeoneOfTheWeek(Serendipity It, string Name, DateOnly Week)
{
    /// <summary>What else speaks for them besides the first reason.</summary>
    public IReadOnlyList<Reason> Why => [.. It.Reasons.Skip(1), new("Outreach.OnceAWeek")];
}

/// <summary>Chooses somebody each week who is unlike those nearest to the owner, among people they know and are seldom in touch with.</summary>
public sealed class SerendipityQueries(DataVersion version)
{
    private const int MostKnown = 100, MostNear = 150, MostLookedAt = 60, QuietDays = 60;

    private readonly Remembered<SomeoneOfTheWeek?> remembered = new(version, MostKnown);

    /// <summary>The same all week, as long as they stay who they are; null when nobody is there to choose from.</summary>
    public Task<SomeoneOfTheWeek?> OfTheWeek(Store store, DateOnly today, CancellationToken stop) => remembered.Get(store, today, () => Choose(store, today, stop), stop);

    private static async Task<SomeoneOfTheWeek?> Choose(Store store, DateOnly today, CancellationToken stop)
    {
        var week = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var near = await Near(store, stop);
        if (near.Count < Serendipity.FewestNear) return null;
        var far = (await Far(store, near, week, stop)).OrderBy(id => Shuffled(id, week)).Take(MostLookedAt).ToList();
        List<Guid> all = [.. near, .. far];
        var profiles = await store.ProfilesOf(all, await store.PlacesNow(all, stop), today, stop);
        var chosen = Serendipity.Among([.. near.Where(profiles.ContainsKey).Select(id => profiles[id])], far.Where(profiles.ContainsKey).Select(id => profiles[id]));
        return chosen is null ? null : new(chosen, (await store.People.Where(p => p.Id == chosen.PersonId).Select(p => p.Name).FirstAsync(stop)), week);
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

    /// <summary>Who is neither near nor over nor paused, nor a candidate, and was not in touch of late.</summary>
    private static async Task<List<Guid>> Far(Store store, List<Guid> near, DateOnly week, CancellationToken stop)
    {
        var (people, ties, candidates, since) = (store.People, store.Ties, store.Candidates, week.AddDays(-QuietDays));
        var far = await (from person in people
                         join tie in ties on person.Id equals tie.Id into known
                         from tie in known.DefaultIfEmpty()
                         where (tie == null || (tie.Verdict != Verdict.Over && !tie.Paused && (tie.LastTouchOn == null || tie.LastTouchOn < since))) && !candidates.Any(c => c.PersonId == person.Id)
                         select person.Id).ToListAsync(stop);
        var taken = near.ToHashSet();
        return [.. far.Where(id => !taken.Contains(id))];
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
