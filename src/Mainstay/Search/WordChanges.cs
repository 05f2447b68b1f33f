using System.Runtime.InteropServices;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Search;

/// <summary>Words that people gained and lost, to be written into the postings of each word.</summary>
/// <param name="known">While an index is built from nothing, block by block: the words it has so far. Nothing is then read; null otherwise.</param>
internal sealed class WordChanges(HashSet<string>? known)
{
    /// <summary>To look up more words than this costs more than to read them all.</summary>
    private const int ManyWords = 4_000;

    private readonly Dictionary<string, List<Posting>> words = [];
    private readonly List<SearchTerm> added = [], rewritten = [];
    private readonly List<Guid> emptied = [];
    private readonly List<string> newWords = [], goneWords = [];

    /// <summary>Notes the difference of what somebody had and has; false when there is none.</summary>
    public bool Between(int number, Dictionary<TermKey, byte> before, Dictionary<TermKey, byte> after)
    {
        var any = false;
        foreach (var (key, frequency) in after)
            if (!before.Remove(key, out var old) || old != frequency) any = Change(key, number, frequency);
        foreach (var key in before.Keys) any = Change(key, number, 0);
        return any;
    }

    public async Task Write(Store store, CancellationToken stop)
    {
        if (known is not null) MergeAll(words.Keys, []);
        else if (words.Count > ManyWords)
        {
            var rows = await store.SearchTerms.AsNoTracking().AsAsyncEnumerable().Where(t => words.ContainsKey(t.Normal)).ToListAsync(stop);
            MergeAll(words.Keys, rows);
        }
        else foreach (var some in words.Keys.Chunk(Store.MostParameters))
            MergeAll(some, await store.SearchTerms.AsNoTracking().Where(t => some.Contains(t.Normal)).ToListAsync(stop));
        await store.InsertMany(added, stop);
        await store.UpdateMany(nameof(SearchTerm.Packed), rewritten, stop);
        foreach (var some in emptied.Chunk(Store.MostParameters)) await store.SearchTerms.Where(t => some.Contains(t.Id)).ExecuteDeleteAsync(stop);
        await store.ChangeVocabulary(newWords, goneWords, stop);
    }

    private bool Change(TermKey key, int number, byte frequency)
    {
        ref var changes = ref CollectionsMarshal.GetValueRefOrAddDefault(words, key.Word, out _);
        (changes ??= new(1)).Add(new(Postings.Key(number, key.Field), frequency));
        return true;
    }

    private void MergeAll(IReadOnlyCollection<string> some, List<SearchTerm> rows)
    {
        var byWord = rows.ToLookup(t => t.Normal);
        foreach (var word in some) Merge(word, byWord.Contains(word) ? [.. byWord[word]] : []);
    }

    private void Merge(string word, SearchTerm[] rows)
    {
        var (has, changes) = (rows.Length, words[word]);
        changes.Sort((a, b) => a.Key.CompareTo(b.Key));
        var all = CollectionsMarshal.AsSpan(changes);
        for (var (from, to) = (0, 0); from < all.Length; from = to)
        {
            var block = Postings.Number(all[from].Key) / Postings.Block;
            for (to = from + 1; to < all.Length && Postings.Number(all[to].Key) / Postings.Block == block;) to++;
            has += MergeBlock(word, block, Array.Find(rows, r => r.Block == block), all[from..to]);
        }
        if (rows.Length == 0 && has > 0 && known?.Add(word) != false) newWords.Add(word);
        if (rows.Length > 0 && has == 0) goneWords.Add(word);
    }

    /// <summary>Writes changes into one block; says by how many rows the word now stands in more.</summary>
    private int MergeBlock(string word, int block, SearchTerm? row, ReadOnlySpan<Posting> changes)
    {
        var packed = Postings.Merge(row is null ? [] : row.Packed, changes);
        if (row is null && packed.Length > 0)
        {
            added.Add(new() { Normal = word, Block = block, Packed = packed });
            return 1;
        }
        if (row is null) return 0;
        if (packed.Length == 0)
        {
            emptied.Add(row.Id);
            return -1;
        }
        row.Packed = packed;
        rewritten.Add(row);
        return 0;
    }
}
