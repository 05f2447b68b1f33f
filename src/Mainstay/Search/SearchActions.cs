using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Search;

public static class SearchActions
{
    /// <summary>What is changed without being seen (by an SQL statement, not through rows) is told by this: the people's texts are read anew before the open transaction commits, or at once.</summary>
    public static Task Reindex(this Store store, IEnumerable<Guid> people, CancellationToken stop) => store.Reindex(_ => true, people, stop);

    /// <summary>As the other, for the texts of one source only.</summary>
    public static Task Reindex<TSource>(this Store store, IEnumerable<Guid> people, CancellationToken stop) where TSource : ISearchSource => store.Reindex(s => s is TSource, people, stop);

    /// <summary>Takes people out of the index, in the open transaction, right before their rows are removed for good.</summary>
    public static async Task Unindex(this Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        store.TellOf(people);
        if (store.Follower<SearchFollower>() is not { People: not null }) return;
        await store.KeepOthersOut(stop);
        if (await store.StateOf(stop) is not { Version: Terms.Version } state) return; // it will be built anew without them
        await new Indexing(store, state).Forget(people, stop);
    }

    /// <summary>Builds the index of this space from nothing: after a restore, after a change of how words are cut.</summary>
    public static async Task RebuildIndex(this Store store, CancellationToken stop)
    {
        if (store.Follower<SearchFollower>() is not { People: { } people } follower) return;
        await using var writing = store.Database.CurrentTransaction is null ? await store.Database.BeginTransactionAsync(stop) : null;
        await store.KeepOthersOut(stop);
        await RemoveAll(store, stop);
        var state = new SearchState { Version = Terms.Version };
        await store.InsertMany([state], stop);
        var indexing = new Indexing(store, state, []);
        foreach (var some in (await people.Everybody(store, stop)).Chunk(Postings.Block))
            await indexing.Refresh(some, follower.Sources.ToDictionary(s => s, _ => some.ToHashSet()), stop);
        await indexing.Finish(stop);
        if (writing is not null) await writing.CommitAsync(stop);
    }

    /// <summary>How large the index is; it is built first unless it is there, and cut as words are cut today.</summary>
    internal static async Task<IndexSize> KeepIndex(this Store store, CancellationToken stop)
    {
        if (await Size.For(store)(store) is { Version: Terms.Version } size) return size;
        await store.RebuildIndex(stop);
        return await Size.For(store)(store) ?? new(Terms.Version, 0, 0);
    }

    internal static async Task IndexChanged(this Store store, IReadOnlyDictionary<ISearchSource, HashSet<Guid>> changed, CancellationToken stop)
    {
        await store.KeepOthersOut(stop);
        if (await store.StateOf(stop) is not { Version: Terms.Version } state)
        {
            await store.RebuildIndex(stop);
            return;
        }
        var indexing = new Indexing(store, state);
        foreach (var some in changed.Values.SelectMany(p => p).Distinct().Order().Chunk(Postings.Block)) await indexing.Refresh(some, changed, stop);
        await indexing.Finish(stop);
    }

    internal static Task<SearchState?> StateOf(this Store store, CancellationToken stop) => State.For(store)(store);

    private static readonly Question<Func<Store, Task<SearchState?>>> State = new(() => EF.CompileAsyncQuery((Store store) => store.Set<SearchState>().AsNoTracking().FirstOrDefault()));

    private static readonly Question<Func<Store, Task<IndexSize?>>> Size = new(() => EF.CompileAsyncQuery((Store store) =>
        store.Set<SearchState>().Select(s => new IndexSize(s.Version, store.Set<SearchPerson>().Count(), s.NextNumber)).FirstOrDefault()));

    private static async Task Reindex(this Store store, Func<ISearchSource, bool> which, IEnumerable<Guid> people, CancellationToken stop)
    {
        var all = people as IReadOnlyCollection<Guid> ?? [.. people];
        store.Follower<SearchFollower>()?.Mark(which, all);
        store.TellOf(all);
        if (store.Database.CurrentTransaction is null) await store.CatchUp(stop);
    }

    private static async Task RemoveAll(Store store, CancellationToken stop)
    {
        await store.SearchDocuments.ExecuteDeleteAsync(stop);
        await store.SearchPeople.ExecuteDeleteAsync(stop);
        await store.SearchTerms.ExecuteDeleteAsync(stop);
        await store.SearchTrigrams.ExecuteDeleteAsync(stop);
        await store.SearchStates.ExecuteDeleteAsync(stop);
    }
}
