using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Gatherings;

/// <summary>Who of the owner's people is expected, and whom they mean to talk to.</summary>
public static class ExpectedActions
{
    private const int Most = 200;

    /// <summary>Says that people are expected; said again it is said once.</summary>
    public static Task<int> Expect(this Store store, Guid gathering, IReadOnlyCollection<Guid> people, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.GatheringToChange(gathering, stop);
        var ids = people.Distinct().ToArray();
        var there = await store.Expected.Where(e => e.GatheringId == gathering).Select(e => e.PersonId).ToListAsync(stop);
        Mistaken.ThrowIf(new Problems().When(ids.Length == 0, "who", "Gatherings.WhoComes").When(there.Count + ids.Length > Most, "who", "Gatherings.TooManyExpected", Most));
        if (await store.People.CountAsync(p => ids.Contains(p.Id), stop) != ids.Length) throw new NotFound("Rhythm.PersonNotThere");
        store.AddRange(ids.Except(there).Select(id => new Expected { GatheringId = gathering, PersonId = id }));
        await store.SaveChangesAsync(stop);
        return ids.Except(there).Count();
    }, stop);

    /// <summary>Says whether the owner means to talk to them, and what about.</summary>
    public static Task<Expected> Choose(this Store store, Guid gathering, Guid person, bool isChosen, string? about, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.ExpectedToChange(gathering, person, stop);
        Mistaken.ThrowIf(new Problems().When(about?.Length > NewGathering.MostText, "about", "Gatherings.TooLong", NewGathering.MostText));
        (row.IsChosen, row.About) = (isChosen, Filled(about) ?? row.About);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>They are not expected after all.</summary>
    public static Task<Expected> Unexpect(this Store store, Guid gathering, Guid person, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.ExpectedToChange(gathering, person, stop);
        store.Remove(row);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    private static async Task<Expected> ExpectedToChange(this Store store, Guid gathering, Guid person, CancellationToken stop) =>
        await store.Expected.FirstOrDefaultAsync(e => e.GatheringId == gathering && e.PersonId == person, stop) ?? throw new NotFound("Gatherings.NotExpected");
}
