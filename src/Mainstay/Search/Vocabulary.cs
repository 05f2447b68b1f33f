using System.Runtime.InteropServices;
using Mainstay.Algorithms.Text;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Search;

/// <summary>All words of a space by their trigrams: what may have been meant by a mistyped word.</summary>
internal static class Vocabulary
{
    private const int Shortest = 4, Longest = 32, LongEnoughForTwo = 8, MostSimilar = 64;

    /// <summary>Words that differ from the mistyped one by one mistake, or two when it is long; the nearest first, then by letter.</summary>
    public static async Task<IReadOnlyList<(string Word, int Mistakes)>> Similar(this Store store, string word, CancellationToken stop)
    {
        if (!CanBeMistyped(word)) return [];
        var (trigrams, bound, near) = (Of(word), word.Length >= LongEnoughForTwo ? 2 : 1, new Dictionary<string, int>());
        foreach (var words in await store.SearchTrigrams.Where(t => trigrams.Contains(t.Trigram)).Select(t => t.Words).ToListAsync(stop))
            foreach (var line in words.AsSpan().EnumerateLines())
                if (Math.Abs(line.Length - word.Length) <= bound && EditDistance.Within(line, word, bound) is { } mistakes) near[line.ToString()] = mistakes;
        return [.. near.OrderBy(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).Take(MostSimilar).Select(n => (n.Key, n.Value))];
    }

    public static async Task ChangeVocabulary(this Store store, IReadOnlyCollection<string> added, IReadOnlyCollection<string> gone, CancellationToken stop)
    {
        var changes = new Dictionary<long, List<(string Word, bool IsNew)>>();
        foreach (var (word, isNew) in added.Select(w => (w, true)).Concat(gone.Select(w => (w, false))).Where(w => CanBeMistyped(w.Item1)))
            foreach (var trigram in Of(word))
                (CollectionsMarshal.GetValueRefOrAddDefault(changes, trigram, out _) ??= []).Add((word, isNew));
        var (fresh, rewritten, emptied) = (new List<SearchTrigram>(), new List<SearchTrigram>(), new List<Guid>());
        foreach (var some in changes.Keys.Chunk(Store.MostParameters))
        {
            var rows = await store.SearchTrigrams.AsNoTracking().Where(t => some.Contains(t.Trigram)).ToDictionaryAsync(t => t.Trigram, stop);
            foreach (var trigram in some)
            {
                var row = rows.GetValueOrDefault(trigram);
                var words = Changed(row?.Words, changes[trigram]);
                if (row is null) fresh.Add(new() { Trigram = trigram, Words = words });
                else if (words.Length == 0) emptied.Add(row.Id);
                else
                {
                    row.Words = words;
                    rewritten.Add(row);
                }
            }
        }
        await store.InsertMany(fresh, stop);
        await store.UpdateMany(nameof(SearchTrigram.Words), rewritten, stop);
        foreach (var some in emptied.Chunk(Store.MostParameters)) await store.SearchTrigrams.Where(t => some.Contains(t.Id)).ExecuteDeleteAsync(stop);
    }

    /// <summary>Numbers, addresses, whole names and rare scripts are not guessed at.</summary>
    private static bool CanBeMistyped(string word) =>
        word.Length is >= Shortest and <= Longest && word.AsSpan().IndexOfAny(Terms.WholeMark, '@') < 0 && !word.Any(char.IsSurrogate) && !word.All(char.IsDigit);

    /// <summary>All but that of the first letter alone, which too many words share: what differs by one mistake shares another.</summary>
    private static long[] Of(string word) => [.. Trigrams.Of(word).Where(t => t >> 32 != ' ' || (t >> 16 & 0xFFFF) != ' ').Select(t => (long)t)];

    private static string Changed(string? words, List<(string Word, bool IsNew)> changes)
    {
        var all = new SortedSet<string>(string.IsNullOrEmpty(words) ? [] : words.Split('\n'), StringComparer.Ordinal);
        foreach (var (word, isNew) in changes) _ = isNew ? all.Add(word) : all.Remove(word);
        return string.Join('\n', all);
    }
}
