using Mainstay.Accounts;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rhythm;

/// <summary>What the owner wants of a tie, and says about it.</summary>
public static class TieActions
{
    internal const int LongestCadence = 3_650;

    public static Task<Tie> SetLayer(this Store store, Guid person, Layer layer, CancellationToken stop) =>
        store.ChangeTie(person, tie => tie.Layer = layer, stop);

    /// <summary>Sets how often, in days: <see cref="Layers.NoCadence"/> for never, null for the layer's default.</summary>
    public static Task<Tie> SetCadence(this Store store, Guid person, int? days, CancellationToken stop)
    {
        Mistaken.ThrowIf(new Problems().When(days is < 0 or > LongestCadence, "cadence", "Rhythm.OddCadence", LongestCadence));
        return store.ChangeTie(person, tie => tie.CadenceDays = days, stop);
    }

    /// <summary>Puts the person into a layer, and takes the layer's cadence.</summary>
    public static Task<Tie> FollowLayer(this Store store, Guid person, Layer layer, CancellationToken stop) =>
        store.ChangeTie(person, tie => (tie.Layer, tie.CadenceDays) = (layer, null), stop);

    /// <summary>Felt closeness, 1 to 5; null takes it back.</summary>
    public static Task<Tie> SetCloseness(this Store store, Guid person, int? closeness, CancellationToken stop)
    {
        Mistaken.ThrowIf(new Problems().When(closeness is < 1 or > 5, "closeness", "Rhythm.OddCloseness"));
        return store.ChangeTie(person, tie => tie.Closeness = closeness, stop);
    }

    /// <summary>As which layer the tie counts when it is said who comes first; null, or no layer, as its own.</summary>
    public static Task<Tie> SetImportance(this Store store, Guid person, Layer? countsAs, CancellationToken stop)
    {
        Mistaken.ThrowIf(new Problems().When(countsAs is { } said && !Enum.IsDefined(said), "importance", "Rhythm.OddImportance"));
        return store.ChangeTie(person, tie => tie.CountsAs = countsAs is Layer.None ? null : countsAs, stop);
    }

    /// <summary>How much the owner trusts them, said by nobody else; null takes it back.</summary>
    public static Task<Tie> SetTrust(this Store store, Guid person, HowMuch? trust, CancellationToken stop) =>
        store.Think(person, trust, "trust", tie => tie.Trust = trust, stop);

    /// <summary>How willing they are to help, said by nobody but the owner; null takes it back.</summary>
    public static Task<Tie> SetWilling(this Store store, Guid person, HowMuch? willing, CancellationToken stop) =>
        store.Think(person, willing, "willing", tie => tie.Willing = willing, stop);

    /// <summary>How far they are ahead of the owner, said by nobody else; null takes it back.</summary>
    public static Task<Tie> SetStanding(this Store store, Guid person, HowMuch? standing, CancellationToken stop) =>
        store.Think(person, standing, "standing", tie => tie.Standing = standing, stop);

    private static Task<Tie> Think(this Store store, Guid person, HowMuch? said, string field, Action<Tie> set, CancellationToken stop)
    {
        Mistaken.ThrowIf(new Problems().When(!store.ShowsPrivate, field, "Rhythm.OwnerSays").When(said is { } step && !Enum.IsDefined(step), field, "Rhythm.OddHowMuch"));
        return store.ChangeTie(person, set, stop);
    }

    public static Task<Tie> SayOver(this Store store, Guid person, DateOnly today, CancellationToken stop) =>
        store.ChangeTie(person, tie => (tie.Verdict, tie.VerdictOn) = (Verdict.Over, today), stop);

    public static Task<Tie> SayStillOn(this Store store, Guid person, DateOnly today, CancellationToken stop) =>
        store.ChangeTie(person, tie => (tie.Verdict, tie.VerdictOn) = (Verdict.StillOn, today), stop);

    /// <summary>Takes "over" or "still on" back: the estimate speaks again.</summary>
    public static Task<Tie> Unsay(this Store store, Guid person, CancellationToken stop) =>
        store.ChangeTie(person, tie => (tie.Verdict, tie.VerdictOn) = (Verdict.None, null), stop);

    /// <summary>No reminders, until the first day after the pause or without an end.</summary>
    public static Task<Tie> Pause(this Store store, Guid person, DateOnly? until, DateOnly today, CancellationToken stop)
    {
        Mistaken.ThrowIf(new Problems().When(until <= today, "until", "Rhythm.EndsInPast", until));
        return store.ChangeTie(person, tie => (tie.Paused, tie.PausedUntil) = (true, until), stop);
    }

    /// <summary>Ends a pause, and a snooze.</summary>
    public static Task<Tie> Resume(this Store store, Guid person, CancellationToken stop) =>
        store.ChangeTie(person, tie => (tie.Paused, tie.PausedUntil, tie.SnoozedUntil) = (false, null, null), stop);

    /// <summary>Today may name the person again.</summary>
    public static Task<Tie> Unsnooze(this Store store, Guid person, CancellationToken stop) =>
        store.ChangeTie(person, tie => tie.SnoozedUntil = null, stop);

    /// <summary>Today names the person no sooner than on this day.</summary>
    public static Task<Tie> Snooze(this Store store, Guid person, DateOnly until, DateOnly today, CancellationToken stop)
    {
        Mistaken.ThrowIf(new Problems().When(until <= today, "until", "Rhythm.EndsInPast", until));
        return store.ChangeTie(person, tie => tie.SnoozedUntil = until, stop);
    }

    /// <summary>Minutes a week the owner means to give to people; null for no limit.</summary>
    public static async Task SetWeeklyMinutes(this Store store, int? minutes, CancellationToken stop)
    {
        Mistaken.ThrowIf(new Problems().When(minutes is < 1 or > 7 * 24 * 60, "minutes", "Rhythm.OddBudget"));
        await store.Alone(async () =>
        {
            (await store.TempoToChange(stop)).WeeklyMinutes = minutes;
            return await store.SaveChangesAsync(stop);
        }, stop);
    }

    /// <summary>Changes what the owner wants of many ties, in the open transaction.</summary>
    internal static async Task ChangeTies(this Store store, IReadOnlyCollection<Guid> people, Action<Tie> change, CancellationToken stop)
    {
        foreach (var some in people.Chunk(Store.MostParameters))
        {
            var ties = await store.TiesToChange(some, stop);
            foreach (var tie in ties)
            {
                change(tie);
                tie.DueOn = DueList.DueOn(tie);
            }
            await store.SaveChangesAsync(stop);
            foreach (var tie in ties) store.Entry(tie).State = EntityState.Detached;
        }
    }

    internal static async Task<Tempo> TempoToChange(this Store store, CancellationToken stop) =>
        await store.Tempos.FirstOrDefaultAsync(stop) ?? store.Add(new Tempo()).Entity;

    /// <summary>Ties of these people, to be written; made where there is none yet.</summary>
    internal static async Task<List<Tie>> TiesToChange(this Store store, Guid[] people, CancellationToken stop)
    {
        var ties = await store.Ties.Where(t => people.Contains(t.Id)).ToListAsync(stop);
        var missing = people.Except(ties.Select(t => t.Id)).ToList();
        if (missing.Count == 0) return ties;
        var since = await store.DaysOfArrival(missing, stop);
        foreach (var id in missing.Where(since.ContainsKey)) ties.Add(store.Add(new Tie { Id = id, Since = since[id] }).Entity);
        return ties;
    }

    /// <summary>The owner's day on which each came into this space.</summary>
    internal static async Task<Dictionary<Guid, DateOnly>> DaysOfArrival(this Store store, List<Guid> people, CancellationToken stop)
    {
        var owner = Owner.Of(await store.Spaces.AsNoTracking().FirstAsync(s => s.Id == store.SpaceId, stop));
        var moments = await store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.CreatedAt }).ToListAsync(stop);
        return moments.ToDictionary(p => p.Id, p => owner.DayAt(p.CreatedAt));
    }

    private static Task<Tie> ChangeTie(this Store store, Guid person, Action<Tie> change, CancellationToken stop) => store.Alone(async () =>
    {
        await store.ThrowUnlessThere([person], stop);
        var tie = (await store.TiesToChange([person], stop)).Single();
        change(tie);
        tie.DueOn = DueList.DueOn(tie);
        await store.SaveChangesAsync(stop);
        return tie;
    }, stop);
}
