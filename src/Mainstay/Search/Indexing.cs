using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Search;

/// <summary>Brings the index of some people in step with their texts: what they had is compared with what they have, and only the difference is written.</summary>
/// <param name="store">Of the space.</param>
/// <param name="state">How far its index has come.</param>
/// <param name="known">The words so far, while it is built from nothing by whole blocks of people; null otherwise.</param>
internal sealed class Indexing(Store store, SearchState state, HashSet<string>? known = null)
{
    private int nextNumber = state.NextNumber;

    /// <summary>Reads the texts of these people anew: of each source those it names, of people not yet indexed all.</summary>
    public async Task Refresh(Guid[] people, IReadOnlyDictionary<ISearchSource, HashSet<Guid>> changed, CancellationToken stop)
    {
        // What is built without reading must never meet a block twice.
        if (known is not null) nextNumber = (nextNumber + Postings.Block - 1) / Postings.Block * Postings.Block;
        var there = await store.Follower<SearchFollower>()!.People!.Those(store, people, stop);
        var indexed = new Dictionary<Guid, SearchPerson>();
        foreach (var some in people.Chunk(Store.MostParameters))
            foreach (var person in await KnownAmong(some, stop)) indexed.Add(person.Id, person);
        await Forget(indexed.Keys.Except(there.Select(p => p.Id)), stop);
        await Rename(there, indexed, stop);
        var fresh = there.Where(p => !indexed.ContainsKey(p.Id)).Select(p => new SearchPerson { Id = p.Id, Number = nextNumber++, Name = p.Name, SortKey = p.SortKey }).ToList();
        await store.InsertMany(fresh, stop);
        var numbers = indexed.Values.Concat(fresh).ToDictionary(p => p.Id, p => p.Number);
        var (isFresh, difference) = (fresh.Select(p => p.Id).ToHashSet(), new WordChanges(known));
        foreach (var (source, ids) in changed)
            await RefreshSource(source, there.Where(p => isFresh.Contains(p.Id) || ids.Contains(p.Id)).ToDictionary(p => p.Id, p => (numbers[p.Id], isFresh.Contains(p.Id))), difference, stop);
        await difference.Write(store, stop);
    }

    /// <summary>Takes out people and all their words.</summary>
    public async Task Forget(IEnumerable<Guid> people, CancellationToken stop)
    {
        foreach (var some in people.Chunk(Store.MostParameters))
        {
            var difference = new WordChanges(known);
            var numbers = await store.SearchPeople.Where(p => some.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Number, stop);
            foreach (var document in await store.SearchDocuments.AsNoTracking().Where(d => some.Contains(d.PersonId)).ToListAsync(stop))
                difference.Between(numbers[document.PersonId], Packing.Unpack(document.Packed), []);
            await store.SearchPeople.Where(p => some.Contains(p.Id)).ExecuteDeleteAsync(stop);
            await difference.Write(store, stop);
        }
    }

    /// <summary>Remembers which numbers were given.</summary>
    public async Task Finish(CancellationToken stop)
    {
        if (nextNumber == state.NextNumber) return;
        await store.SearchStates.ExecuteUpdateAsync(s => s.SetProperty(x => x.NextNumber, nextNumber), stop);
    }

    private async Task<IEnumerable<SearchPerson>> KnownAmong(Guid[] people, CancellationToken stop)
    {
        var (all, wanted) = (store.SearchPeople.AsNoTracking(), people.ToHashSet());
        return (await all.With(p => p.Id, people, await all.AreCrowded(people, stop)).ToListAsync(stop)).Where(p => wanted.Contains(p.Id));
    }

    private async Task Rename(IReadOnlyList<FoundPerson> there, Dictionary<Guid, SearchPerson> indexed, CancellationToken stop)
    {
        var renamed = new List<SearchPerson>();
        foreach (var person in there)
        {
            if (!indexed.TryGetValue(person.Id, out var row) || (row.Name, row.SortKey) == (person.Name, person.SortKey)) continue;
            (row.Name, row.SortKey) = (person.Name, person.SortKey);
            renamed.Add(row);
        }
        await store.UpdateMany(nameof(SearchPerson.Name), renamed, stop);
        await store.UpdateMany(nameof(SearchPerson.SortKey), renamed, stop);
    }

    private async Task RefreshSource(ISearchSource source, Dictionary<Guid, (int Number, bool IsFresh)> people, WordChanges difference, CancellationToken stop)
    {
        if (people.Count == 0) return;
        var code = source.Fields.Min(f => f.Code);
        var (texts, before) = (await TextsOf(source, people.Keys, stop), new Dictionary<Guid, SearchDocument>());
        foreach (var some in people.Where(p => !p.Value.IsFresh).Select(p => p.Key).Chunk(Store.MostParameters))
            foreach (var document in await store.SearchDocuments.AsNoTracking().Where(d => d.Source == code && some.Contains(d.PersonId)).ToListAsync(stop)) before.Add(document.PersonId, document);
        var (added, rewritten, emptied) = (new List<SearchDocument>(), new List<SearchDocument>(), new List<Guid>());
        foreach (var (person, terms) in texts)
        {
            before.Remove(person, out var document);
            if (!difference.Between(people[person].Number, document is null ? [] : Packing.Unpack(document.Packed), terms)) continue;
            if (document is null) added.Add(new() { PersonId = person, Source = code, Packed = Packing.Pack(terms) });
            else if (terms.Count == 0) emptied.Add(document.Id);
            else (document.Packed, _) = (Packing.Pack(terms), Add(rewritten, document));
        }
        foreach (var document in before.Values) // those without any text now
        {
            difference.Between(people[document.PersonId].Number, Packing.Unpack(document.Packed), []);
            emptied.Add(document.Id);
        }
        await store.InsertMany(added, stop);
        await store.UpdateMany(nameof(SearchDocument.Packed), rewritten, stop);
        foreach (var some in emptied.Chunk(Store.MostParameters)) await store.SearchDocuments.Where(d => some.Contains(d.Id)).ExecuteDeleteAsync(stop);
    }

    private async Task<Dictionary<Guid, Dictionary<TermKey, byte>>> TextsOf(ISearchSource source, IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        var (all, counting, of) = (new Dictionary<Guid, Dictionary<TermKey, byte>>(), new TermCount(), Guid.Empty);
        await foreach (var text in source.TextsOf(store, people, stop))
        {
            if (text.Person != of && of != Guid.Empty) all.Add(of, counting.Take());
            of = text.Person;
            counting.Add(text);
        }
        if (of != Guid.Empty) all.Add(of, counting.Take());
        return all;
    }

    private static bool Add<T>(List<T> list, T item)
    {
        list.Add(item);
        return true;
    }
}
