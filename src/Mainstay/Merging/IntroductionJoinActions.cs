using Mainstay.Introductions;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Merging;

/// <summary>Introductions that make no sense any more when two people are one.</summary>
/// <param name="On">The day they ended.</param>
/// <param name="Ended">Those that were between both.</param>
/// <param name="Led">Those that were to lead from one to the other, and to whom.</param>
internal sealed record EndedIntroductions(DateOnly On, IReadOnlyList<Guid> Ended, IReadOnlyList<LedOn> Led)
{
    /// <summary>Those of either of the two that had not come to their end.</summary>
    public IReadOnlyList<Guid> Pending { get; init; } = [];
}

/// <summary>An introduction, and whom it was to lead on to.</summary>
internal sealed record LedOn(Guid Introduction, Guid Towards);

/// <summary>Nobody introduces somebody to themselves, nor leads on to themselves.</summary>
internal static class IntroductionJoinActions
{
    /// <summary>Ends what is between both in the open transaction; it is still seen, and says why nothing comes of it.</summary>
    public static async Task<EndedIntroductions> EndIntroductionsBetween(this Store store, Guid keep, Guid gone, DateOnly today, CancellationToken stop)
    {
        var about = await store.Introductions.Where(i => i.ConnectorId == gone || i.FirstId == gone || i.SecondId == gone || i.TowardsId == gone).ToListAsync(stop);
        var pending = await store.Introductions.Where(i => i.ClosedOn == null && i.OpenedOn == null && (i.FirstId == keep || i.FirstId == gone || i.SecondId == keep || i.SecondId == gone)).Select(i => i.Id).ToListAsync(stop);
        bool IsOne(Guid? person) => person == keep || person == gone;
        var ended = about.FindAll(i => i.ClosedOn is null && IsOne(i.SecondId) && IsOne(i.ConnectorId ?? i.FirstId));
        foreach (var it in ended) it.ClosedOn = today;
        var leading = about.FindAll(i => IsOne(i.TowardsId) && (IsOne(i.SecondId) || IsOne(i.ConnectorId)));
        var led = leading.ConvertAll(i => new LedOn(i.Id, i.TowardsId!.Value));
        foreach (var it in leading) store.Entry(it).Property(i => i.TowardsId).CurrentValue = null;
        await store.SaveChangesAsync(stop);
        return new(today, ended.ConvertAll(i => i.Id), led) { Pending = pending };
    }

    /// <summary>They are two again, and it is as it was, in the open transaction.</summary>
    public static async Task ResumeIntroductions(this Store store, EndedIntroductions kept, Guid keep, Guid gone, CancellationToken stop)
    {
        foreach (var id in kept.Ended)
            if (await store.Introductions.FirstOrDefaultAsync(i => i.Id == id && i.ClosedOn == kept.On, stop) is { } it) it.ClosedOn = null;
        foreach (var led in kept.Led)
            if (await store.Introductions.FirstOrDefaultAsync(i => i.Id == led.Introduction && i.TowardsId == null, stop) is { } it) store.Entry(it).Property(i => i.TowardsId).CurrentValue = led.Towards;
        await store.ReopenLetBe(kept.Pending, keep, gone, stop);
        await store.SaveChangesAsync(stop);
    }

    /// <summary>What was let be because another opened that was about the same only as long as they were one.</summary>
    private static async Task ReopenLetBe(this Store store, IReadOnlyList<Guid> pending, Guid keep, Guid gone, CancellationToken stop)
    {
        if (pending.Count == 0) return;
        var about = await store.Introductions.Where(i => i.FirstId == keep || i.FirstId == gone || i.SecondId == keep || i.SecondId == gone).ToListAsync(stop);
        foreach (var it in about.Where(i => pending.Contains(i.Id) && i is { ClosedOn: not null, OpenedOn: null, WithdrawnOn: null }))
            if (about.Exists(o => o.OpenedOn == it.ClosedOn && Between(o, true) == Between(it, true) && Between(o, false) != Between(it, false))) it.ClosedOn = null;

        (Guid, Guid) Between(Introduction it, bool asOne)
        {
            var (one, other) = (Who(it.FirstId), Who(it.SecondId));
            return it.FirstId is not null && one.CompareTo(other) > 0 ? (other, one) : (one, other);

            Guid Who(Guid? person) => asOne && person == gone ? keep : person ?? Guid.Empty;
        }
    }
}
