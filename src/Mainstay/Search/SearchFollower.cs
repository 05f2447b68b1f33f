using Mainstay.Storage;

namespace Mainstay.Search;

/// <summary>Notes whose words changed while rows are written, and has them indexed before the transaction commits. One for each store.</summary>
public sealed class SearchFollower(IEnumerable<ISearchSource> sources, IEnumerable<ISearchPeople> people) : IFollowRows
{
    private readonly Dictionary<ISearchSource, HashSet<Guid>> changed = sources.ToDictionary(s => s, _ => new HashSet<Guid>());

    internal IReadOnlyCollection<ISearchSource> Sources => changed.Keys;

    internal ISearchPeople? People { get; } = people.FirstOrDefault();

    public bool IsBehind => People is not null && changed.Values.Any(c => c.Count > 0);

    public void Hear(IOwned row)
    {
        foreach (var (source, people) in changed)
            if (source.PersonOf(row) is { } person) people.Add(person);
    }

    public async Task HearBefore(Store store, IReadOnlyList<IOwned> rows, CancellationToken stop)
    {
        foreach (var (source, people) in changed) people.UnionWith(await source.PeopleBehind(store, rows, stop));
    }

    public async Task CatchUp(Store store, CancellationToken stop)
    {
        var taken = changed.ToDictionary(c => c.Key, c => c.Value.ToHashSet());
        foreach (var people in changed.Values) people.Clear();
        await store.IndexChanged(taken, stop);
    }

    /// <summary>Their texts of these sources are to be read anew.</summary>
    internal void Mark(Func<ISearchSource, bool> which, IEnumerable<Guid> ids)
    {
        foreach (var (source, people) in changed)
            if (which(source)) people.UnionWith(ids);
    }
}
