using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Introductions;

/// <summary>The owner's word on who knows whom; it wins over all signs.</summary>
public static class AcquaintanceActions
{
    /// <summary>Says that a person knows others. Said again it is said once, and how well is as it was said last.</summary>
    public static Task<IReadOnlyList<Acquaintance>> SayKnow(this Store store, NewAcquaintances known, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var others = known.Others.Distinct().ToList();
        await store.ThrowUnlessThere([known.PersonId, .. others.Take(NewAcquaintances.Most)], stop);
        Mistaken.ThrowIf(known.Check());
        var rows = await store.Rows(known.PersonId, others, today, stop);
        foreach (var row in rows) (row.IsRefused, row.Strength, row.SaidOn) = (false, known.Strength ?? (row.IsRefused ? null : row.Strength), today);
        await store.SaveChangesAsync(stop);
        return rows;
    }, stop);

    /// <summary>Says that two people do not know each other, whatever the signs.</summary>
    public static Task<Acquaintance> SayStrangers(this Store store, Guid person, Guid other, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.ThrowUnlessThere([person, other], stop);
        Mistaken.ThrowIf(new Problems().When(person == other, "others", "Introductions.Themselves"));
        var row = (await store.Rows(person, [other], today, stop)).Single();
        (row.IsRefused, row.Strength, row.SaidOn) = (true, null, today);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Takes the owner's word on two people back: the signs speak again. The answer is by what that is undone; null when nothing was said.</summary>
    public static Task<Guid?> UnsayAcquaintance(this Store store, Guid person, Guid other, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.ThrowUnlessThere([person, other], stop);
        var (first, second) = KnownPair.Key(person, other);
        var row = await store.Acquaintances.FirstOrDefaultAsync(a => a.FirstId == first && a.SecondId == second, stop);
        return row is null ? (Guid?)null : await store.LetGo(new(row, person), clock, stop);
    }, stop);

    /// <summary>The rows of a person and others, made where there is none yet.</summary>
    private static async Task<IReadOnlyList<Acquaintance>> Rows(this Store store, Guid person, List<Guid> others, DateOnly today, CancellationToken stop)
    {
        var known = (await store.Acquaintances.Where(a => (a.FirstId == person && others.Contains(a.SecondId)) || (a.SecondId == person && others.Contains(a.FirstId))).ToListAsync(stop)).ToDictionary(a => a.Other(person));
        return [.. others.Select(other => known.GetValueOrDefault(other) ?? store.Add(Made(person, other, today)).Entity)];
    }

    internal static Acquaintance Made(Guid one, Guid other, DateOnly today)
    {
        var (first, second) = KnownPair.Key(one, other);
        return new() { FirstId = first, SecondId = second, SaidOn = today };
    }

    /// <summary>Says again what was taken back, unless something else was said since.</summary>
    internal sealed class Back : RemovalActions.Back<Acquaintance>
    {
        protected override async Task MayReturn(Store store, Acquaintance row, TimeProvider clock, CancellationToken stop)
        {
            await store.ThrowUnlessThere([row.FirstId, row.SecondId], stop);
            if (await store.Acquaintances.AnyAsync(a => a.FirstId == row.FirstId && a.SecondId == row.SecondId, stop)) throw new Conflict("People.ChangedSince");
        }
    }
}
