using Mainstay.Algorithms.Text;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Search;

public static class SearchQueries
{
    /// <summary>Words of the index that one word of a query may stand for: enough for two letters, an end to one.</summary>
    private const int MostAnswering = 8_000;

    /// <summary>So many people are looked up by their numbers.</summary>
    private const int FewEnough = 1_000;

    /// <summary>Finds people by anything written of them: every word must be there, be it the beginning of one; where nobody has them all, similar words will do, and at last some of them.</summary>
    public static Task<SearchAnswer> Search(this Store store, string text, CancellationToken stop) => store.Search(new SearchQuery(text), stop);

    public static async Task<SearchAnswer> Search(this Store store, SearchQuery query, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(query.Skip);
        ArgumentOutOfRangeException.ThrowIfNegative(query.Take);
        var found = await store.Find(query, stop);
        if (found.Ranked.Count == 0) return new([], 0, false);
        var people = await store.PageOf(found.Ranked, query, stop);
        var snippets = query.WithSnippets ? await store.SnippetsOf(people, found.Words, stop) : [];
        var fields = FieldsOf(store);
        return new([.. people.Select(p => new SearchHit(p.Person.Id, p.Person.Name, p.Ranked.Score,
            [.. fields.Where(f => (p.Ranked.Fields >> f.Code & 1) != 0).Select(f => f.Name)], snippets.GetValueOrDefault(p.Person.Id)))], found.Ranked.Count, found.IsGuess) { Meant = found.Meant };
    }

    /// <summary>Everybody who is found, and how well: for lists that sort and narrow by themselves.</summary>
    public static async Task<ScoresFound> ScoresOf(this Store store, string text, CancellationToken stop)
    {
        var found = await store.Find(new SearchQuery(text), stop);
        var scores = found.Ranked.ToDictionary(r => r.Number, r => r.Score);
        var people = store.SearchPeople.AsNoTracking();
        if (scores.Count <= FewEnough)
        {
            var numbers = scores.Keys.ToArray();
            people = people.Where(p => numbers.Contains(p.Number));
        }
        var all = await people.Select(p => new { p.Id, p.Number }).ToListAsync(stop);
        return new(all.Where(p => scores.ContainsKey(p.Number)).ToDictionary(p => p.Id, p => scores[p.Number]), found.IsGuess);
    }

    /// <summary>The fields of all rooms, the weightiest first.</summary>
    internal static List<SearchField> FieldsOf(Store store) =>
        [.. (store.Follower<SearchFollower>()?.Sources ?? []).SelectMany(s => s.Fields).OrderByDescending(f => f.Weight).ThenBy(f => f.Code)];

    private static async Task<Found> Find(this Store store, SearchQuery query, CancellationToken stop)
    {
        var text = AskedWords.Short(query.Text);
        var words = AskedWords.Of(text);
        if (words.Count == 0) return new([], words, false);
        var size = await store.KeepIndex(stop);
        words = await store.AnsweringOf(words, stop);
        var whole = new AskedWord(Terms.Whole(text), []);
        await store.AddBeginningWith(whole, stop);
        var scope = await store.ScopeOf(query, size, stop);
        var (exact, most) = scope.Rank(words, whole);
        if (most == words.Count) return new(exact, words, false);
        foreach (var word in words.Where(w => w.Answering.Count == 0)) await store.AddSimilar(word, stop);
        var (similar, mostSimilar) = scope.Rank(words, whole);
        if (mostSimilar == words.Count) return new(similar, words, true) { Meant = string.Join(' ', words.Select(w => w.Meant)) };
        foreach (var word in words) await store.AddSimilar(word, stop);
        return new(scope.Rank(words, whole).Ranked, words, true);
    }

    private static async Task<List<AskedWord>> AnsweringOf(this Store store, List<AskedWord> words, CancellationToken stop)
    {
        var all = new List<AskedWord>();
        foreach (var word in words)
        {
            await store.AddBeginningWith(word, stop);
            if (word.Answering.Count > 0 || word.Parts.Count == 0) all.Add(word);
            else foreach (var part in word.Parts.Select(p => new AskedWord(p, [])).Where(p => all.TrueForAll(w => w.Text != p.Text)))
            {
                await store.AddBeginningWith(part, stop);
                all.Add(part);
            }
        }
        return all;
    }

    private static async Task AddBeginningWith(this Store store, AskedWord word, CancellationToken stop)
    {
        var (from, to) = (word.Text, word.Text + "\U0010FFFF");
        var rows = await Between.For(store)(store, from, to).ToListAsync(stop);
        word.Answering.AddRange(rows.Select(r => new Answering(r.Normal, AskedWords.QualityOf(word.Text, r.Normal), r.Packed)));
    }

    internal static readonly Question<Func<Store, string, string, IAsyncEnumerable<Indexed>>> Between = new(() => EF.CompileAsyncQuery((Store store, string least, string end) =>
        store.Set<SearchTerm>().Where(t => t.Normal.CompareTo(least) >= 0 && t.Normal.CompareTo(end) < 0)
            .OrderBy(t => t.Normal).ThenBy(t => t.Block).Take(MostAnswering).Select(t => new Indexed(t.Normal, t.Packed))));

    internal sealed record Indexed(string Normal, byte[] Packed);

    internal static async Task AddSimilar(this Store store, AskedWord word, CancellationToken stop)
    {
        var already = word.Answering.Select(a => a.Word).ToHashSet();
        var similar = (await store.Similar(word.Text, stop)).Where(s => !already.Contains(s.Word)).ToDictionary(s => s.Word, s => s.Mistakes);
        var names = similar.Keys.ToList();
        var rows = await store.SearchTerms.Where(t => names.Contains(t.Normal)).OrderBy(t => t.Normal).ThenBy(t => t.Block).Select(t => new { t.Normal, t.Packed }).ToListAsync(stop);
        word.Answering.AddRange(rows.Select(r => new Answering(r.Normal, AskedWords.QualityOf(similar[r.Normal]), r.Packed)));
    }

    private static async Task<Scope> ScopeOf(this Store store, SearchQuery query, IndexSize size, CancellationToken stop)
    {
        var (people, numbers, weights) = (size.People, size.Numbers, new double[32]);
        foreach (var field in FieldsOf(store)) weights[field.Code] = field.Weight;
        if (query.Among is null) return new(people, numbers, weights, null);
        var among = new BitField(numbers);
        foreach (var some in query.Among.Chunk(Store.MostParameters))
            foreach (var number in await store.SearchPeople.Where(p => some.Contains(p.Id)).Select(p => p.Number).ToListAsync(stop))
                if (number < numbers) among[number] = true;
        return new(people, numbers, weights, among);
    }

    /// <summary>The people of one page: by score, those of one score by name.</summary>
    private static async Task<List<PageLine>> PageOf(this Store store, List<Ranked> ranked, SearchQuery query, CancellationToken stop)
    {
        var from = Math.Min(query.Skip, ranked.Count);
        while (from > 0 && from < ranked.Count && ranked[from - 1].Score == ranked[from].Score) from--;
        var to = Math.Min(query.Skip + query.Take, ranked.Count);
        while (to > from && to < ranked.Count && ranked[to - 1].Score == ranked[to].Score) to++;
        var near = ranked.GetRange(from, to - from).ToDictionary(r => r.Number);
        var people = near.Count <= FewEnough ? await store.AllOf(near.Keys, stop) : await store.FirstOf(near, ranked.Skip(from).Take(query.Skip + query.Take - from), stop);
        return [.. people.Select(p => new PageLine(p, near[p.Number])).OrderByDescending(p => p.Ranked.Score).ThenBy(p => p.Person, ByName.Order).Skip(query.Skip - from).Take(query.Take)];
    }

    private static Task<List<SearchPerson>> AllOf(this Store store, IEnumerable<int> numbers, CancellationToken stop)
    {
        var all = numbers.ToArray();
        return Numbered.For(store)(store, all).ToListAsync(stop).AsTask();
    }

    private static readonly Question<Func<Store, int[], IAsyncEnumerable<SearchPerson>>> Numbered = new(() =>
        EF.CompileAsyncQuery((Store store, int[] numbers) => store.Set<SearchPerson>().AsNoTracking().Where(p => numbers.Contains(p.Number))));

    /// <summary>Where very many have the same score, the first by name are soon met in the order of names: of each score as many as the page shows.</summary>
    private static async Task<List<SearchPerson>> FirstOf(this Store store, Dictionary<int, Ranked> near, IEnumerable<Ranked> shown, CancellationToken stop)
    {
        var (wanted, people) = (shown.CountBy(r => r.Score).ToDictionary(), new List<SearchPerson>());
        var left = wanted.Values.Sum();
        await foreach (var person in store.SearchPeople.AsNoTracking().OrderBy(p => p.SortKey).ThenBy(p => p.Id).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (left == 0) break;
            if (!near.TryGetValue(person.Number, out var ranked) || wanted.GetValueOrDefault(ranked.Score) == 0) continue;
            wanted[ranked.Score]--;
            left--;
            people.Add(person);
        }
        return people;
    }

    /// <summary>The order in which both databases would sort them.</summary>
    private sealed class ByName : IComparer<SearchPerson>
    {
        public static readonly ByName Order = new();

        public int Compare(SearchPerson? x, SearchPerson? y) =>
            SortKey.Compare(x!.SortKey, y!.SortKey) is var order && order != 0 ? order : x.Id.CompareTo(y.Id);
    }

    private sealed record Found(List<Ranked> Ranked, List<AskedWord> Words, bool IsGuess)
    {
        public string? Meant { get; init; }
    }

    private sealed record Scope(int People, int Numbers, double[] Weights, BitField? Among)
    {
        /// <summary>Those who have the most of the words, and how many that is.</summary>
        public (List<Ranked> Ranked, int Most) Rank(List<AskedWord> words, AskedWord whole)
        {
            var ranking = new Ranking(People, Numbers, Weights);
            foreach (var word in words) ranking.Add(word);
            ranking.AddNames(whole);
            var most = ranking.MostWords(Among);
            return (most == 0 ? [] : ranking.With(most, Among), most);
        }
    }
}

internal readonly record struct PageLine(SearchPerson Person, Ranked Ranked);
