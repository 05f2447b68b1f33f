using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.People;

/// <summary>Keeps how things were, so that a change is taken back rather than asked about.</summary>
public static class FormerActions
{
    /// <summary>Keeps it in the open transaction; the answer is by what it is taken back.</summary>
    public static async Task<Guid> KeepFormer(this Store store, Former former, CancellationToken stop)
    {
        store.Add(former);
        await store.SaveChangesAsync(stop);
        return former.Id;
    }

    /// <summary>Takes a change back, if what it made is still there. The answer is what it was.</summary>
    public static Task<Former> TakeBack(this Store store, Guid id, IEnumerable<IPutBack> rooms, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var former = await store.Formers.AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, stop) ?? throw new NotFound("People.NothingToUndo");
        var room = rooms.SeenBy(store).FirstOrDefault(r => r.Knows(former.Kind)) ?? throw new NotFound("People.NothingToUndo");
        await room.PutBack(store, await store.AsTheyAre(former, stop), clock, stop);
        return former;
    }, stop);

    /// <summary>How it was, of those who people turned out to be in the meantime; bringing two together is itself taken back as it was.</summary>
    private static async Task<Former> AsTheyAre(this Store store, Former former, CancellationToken stop)
    {
        var now = await store.WhoTheyAre(stop);
        if (now.Count == 0 || now.Keys.Any(id => former.After == id.ToString("N"))) return former;
        var (before, after) = (former.Before, former.After);
        foreach (var (id, other) in now) (before, after) = (before.Replace(id.ToString(), other.ToString(), StringComparison.Ordinal), after.Replace(id.ToString(), other.ToString(), StringComparison.Ordinal));
        return new() { SpaceId = former.SpaceId, Id = former.Id, PersonId = former.PersonId, Kind = former.Kind, Before = before, After = after, At = former.At };
    }

    /// <summary>Lets go of what was kept for longer than anybody takes things back.</summary>
    public static Task<int> ForgetFormers(this Store store, TimeProvider clock, CancellationToken stop)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-Former.DaysKept);
        return store.Formers.Where(f => f.At < before).ExecuteDeleteAsync(stop);
    }
}
