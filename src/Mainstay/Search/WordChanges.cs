using System.Runtime.InteropServices;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Search;

/// <summary>Words that people gained and lost, to be written into the postings of each word.</summary>
internal sealed class WordChanges
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
        if (words.Count > ManyWords)
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
        var known = rows.ToLookup(t => t.Normal);
        foreach (var word in some) Merge(word, known[word].ToDictionary(r => r.Block));
    }

    private void Merge(string word, Dictionary<int, SearchTerm> rows)
    {
        var (had, has) = (rows.Count, rows.Count);
        words[word].Sort((a, b) => a.Key.CompareTo(b.Key));
        foreach (var block in words[word].GroupBy(p => Postings.Number(p.Key) / Postings.Block))
        {
            var row = rows.GetValueOrDefault(block.Key);
            var packed = Postings.Merge(row is null ? [] : row.Packed, block.ToArray());
            if (row is null && packed.Length == 0) continue;
            if (row is null) added.Add(new() { Normal = word, Block = block.Key, Packed = packed });
            else if (packed.Length == 0) emptied.Add(row.Id);
            else
            {
                row.Packed = packed;
                rewritten.Add(row);
            }
            has += row is null ? 1 : packed.Length == 0 ? -1 : 0;
        }
        if (had == 0 && has > 0) newWords.Add(word);
        if (had > 0 && has == 0) goneWords.Add(word);
    }
}
