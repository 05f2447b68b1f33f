using Mainstay.Accounts;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Lists;

public static class ListPackActions
{
    /// <summary>Enough that ten thousand people are few rows, and few enough that one touch rewrites little.</summary>
    private const int MostInBlock = 256;

    private const int AtOnce = 5_000;

    /// <summary>Packs everybody anew, from nothing: after a change of what lists know.</summary>
    public static async Task RebuildPeopleList(this Store store, TimeProvider clock, CancellationToken stop)
    {
        await using var writing = store.Database.CurrentTransaction is null ? await store.Database.BeginTransactionAsync(stop) : null;
        await store.KeepOthersOut(stop);
        await store.PeopleBlocks.ExecuteDeleteAsync(stop);
        await store.Repack([.. await store.People.Select(p => p.Id).ToListAsync(stop)], await store.OwnersDay(clock, stop), stop);
        if (writing is not null) await writing.CommitAsync(stop);
    }

    /// <summary>Weighs everybody's tie as it is today, so that lists need not; block by block, so that nobody waits long.</summary>
    public static async Task WeighPeopleList(this Store store, TimeProvider clock, CancellationToken stop)
    {
        if (await store.ListStamp(stop) is null) await store.RebuildPeopleList(clock, stop);
        var today = await store.OwnersDay(clock, stop);
        foreach (var block in await store.PeopleBlocks.Select(b => b.Id).ToListAsync(stop))
        {
            await using var writing = await store.WriteAlone(stop);
            var packed = await store.PeopleBlocks.Where(b => b.Id == block).Select(b => b.Packed).FirstOrDefaultAsync(stop);
            var old = packed is null ? [] : ListPacking.Unpack(packed).Lines.Where(l => l.StrengthOn != today).Select(l => l.Id).ToArray();
            if (old.Length == 0) continue;
            await store.Repack(old, today, stop);
            await writing.CommitAsync(stop);
        }
    }

    /// <summary>Packs the lines of these people anew, in the open transaction.</summary>
    internal static async Task PackPeople(this Store store, Guid[] people, TimeProvider clock, CancellationToken stop)
    {
        await store.KeepOthersOut(stop);
        if (await store.ListStamp(stop) is null) await store.RebuildPeopleList(clock, stop);
        else await store.Repack(people, await store.OwnersDay(clock, stop), stop);
    }

    /// <summary>What is another whenever the lists are; null when they must be built first.</summary>
    internal static Task<Guid?> ListStamp(this Store store, CancellationToken stop) => Stamp.For(store)(store);

    private static readonly Question<Func<Store, Task<Guid?>>> Stamp = new(() =>
        EF.CompileAsyncQuery((Store store) => store.Set<ListState>().Where(s => s.Version == ListPacking.Version).Select(s => (Guid?)s.Id).FirstOrDefault()));

    internal static async Task<DateOnly> OwnersDay(this Store store, TimeProvider clock, CancellationToken stop) =>
        Owner.Of(await store.Spaces.AsNoTracking().FirstAsync(s => s.Id == store.SpaceId, stop)).Today(clock);

    private static async Task Repack(this Store store, Guid[] people, DateOnly today, CancellationToken stop)
    {
        await store.ListStates.ExecuteDeleteAsync(stop);
        await store.InsertMany([new ListState { Version = ListPacking.Version }], stop);
        foreach (var some in people.Order().Chunk(AtOnce))
        {
            var begins = await store.PeopleBlocks.OrderBy(b => b.Id).Select(b => b.Id).ToListAsync(stop);
            var lines = new Dictionary<Guid, ListLine>();
            foreach (var few in some.Chunk(Store.MostParameters))
                foreach (var line in await store.LinesOf(few, today, stop)) lines.Add(line.Id, line);
            foreach (var ids in some.GroupBy(id => BlockOf(begins, id)).ToList())
                await store.RewriteBlock(begins.Count == 0 ? null : begins[ids.Key], ids, lines, stop);
        }
    }

    /// <summary>The last block that does not begin after the person; the first for those ahead of all.</summary>
    private static int BlockOf(List<Guid> begins, Guid id) => begins.BinarySearch(id) is var at && at >= 0 ? at : Math.Max(0, ~at - 1);

    private static async Task RewriteBlock(this Store store, Guid? begin, IEnumerable<Guid> people, Dictionary<Guid, ListLine> lines, CancellationToken stop)
    {
        var block = begin is null ? null : await store.PeopleBlocks.AsNoTracking().SingleAsync(b => b.Id == begin, stop);
        var all = new SortedDictionary<Guid, ListLine>();
        if (block is not null) foreach (var line in ListPacking.Unpack(block.Packed).Lines) all.Add(line.Id, line);
        foreach (var id in people)
            if (lines.TryGetValue(id, out var line)) all[id] = line;
            else all.Remove(id);
        var pieces = (all.Count + MostInBlock - 1) / MostInBlock;
        var parts = pieces == 0 ? [] : all.Values.Chunk((all.Count + pieces - 1) / pieces).ToList();
        if (block is not null && parts.Count > 0)
        {
            block.Packed = ListPacking.Pack(parts[0]);
            await store.UpdateMany(nameof(PeopleBlock.Packed), [block], stop);
        }
        else if (block is not null) await store.PeopleBlocks.Where(b => b.Id == block.Id).ExecuteDeleteAsync(stop);
        await store.InsertMany(parts.Skip(block is null ? 0 : 1).Select(p => new PeopleBlock { Id = p[0].Id, Packed = ListPacking.Pack(p) }), stop);
    }
}
