using Mainstay.Algorithms.Text;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Search;

/// <summary>Answers questions rather than looks up names: any of the words will do, and who asks says what each field is worth.</summary>
public static class WeighedQueries
{
    /// <summary>A stem of fewer letters begins too many words.</summary>
    private const int ShortestBeginning = 4;

    /// <summary>How well a word answers that differs by its ending alone.</summary>
    private const double OfOtherEnding = .95;

    /// <summary>Of what piles up the latest are quoted; the next only of whom nothing was found there.</summary>
    private static readonly (int Skip, int Take)[] Parts = [(0, 60), (60, 600), (660, 1_000_000)];

    /// <param name="store">Of the space.</param>
    /// <param name="question">A topic, or a question in a sentence or two.</param>
    /// <param name="weights">What fields are worth, by their names; others are not looked at.</param>
    /// <param name="stop">Breaks off.</param>
    public static async Task<Weighed> Weigh(this Store store, string question, IReadOnlyDictionary<string, double> weights, CancellationToken stop)
    {
        var (words, shortened) = QuestionWords.Of(question);
        if (words.Count == 0) return new(words, null, 0) { IsShortened = shortened };
        var size = await store.KeepIndex(stop);
        var mistyped = false;
        foreach (var word in words)
        {
            await store.AddSameStem(word, stop);
            if (word.Answering.Count > 0) continue;
            await store.AddSimilar(word, stop);
            mistyped |= word.Answering.Count > 0;
        }
        var byCode = new double[32];
        foreach (var field in SearchQueries.FieldsOf(store)) byCode[field.Code] = weights.GetValueOrDefault(field.Name);
        var weighing = new Weighing(size.People, size.Numbers, byCode);
        foreach (var word in words) weighing.Add(word);
        var fields = (uint)Enumerable.Range(0, 32).Where(code => byCode[code] > 0).Sum(code => 1L << code);
        return new(words, weighing, fields) { IsShortened = shortened, Meant = mistyped ? string.Join(' ', words.Select(w => w.Meant)) : null };
    }

    /// <summary>For each of these people what they were found by: of each field the text that says most, the weightiest field first.</summary>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Snippet>>> Quote(this Store store, Weighed weighed, IReadOnlyDictionary<Guid, WeighedPerson> people, IReadOnlyDictionary<string, double> weights, CancellationToken stop)
    {
        var quotes = new FieldQuotes(weighed, people);
        foreach (var source in store.Follower<SearchFollower>()?.Sources ?? [])
            foreach (var (skip, take) in source.Fields.All(f => f.Typical is null) ? Parts : [(0, int.MaxValue)])
            {
                var missing = quotes.Missing(source.Fields);
                if (missing.Count == 0) break;
                await foreach (var text in source.PartOf(store, missing, new(quotes.FieldsOf(missing), skip, take), stop)) quotes.Consider(text);
            }
        return quotes.InOrder(weights);
    }

    /// <summary>Words of the same stem, and words that begin so.</summary>
    private static async Task AddSameStem(this Store store, AskedWord word, CancellationToken stop)
    {
        var stem = WordStem.Of(word.Text);
        var beginning = stem.EndsWith('y') ? stem[..^1] : stem; // strategy, strategies
        var rows = await SearchQueries.Between.For(store)(store, beginning, beginning + "\U0010FFFF").ToListAsync(stop);
        foreach (var row in rows)
            if (QualityOf(word.Text, stem, row.Normal) is > 0 and var quality) word.Answering.Add(new(row.Normal, quality, row.Packed));
    }

    private static double QualityOf(string asked, string stem, string word) =>
        word == asked ? 1
        : WordStem.Of(word) == stem ? OfOtherEnding
        : stem.Length >= ShortestBeginning && word.StartsWith(stem, StringComparison.Ordinal) ? AskedWords.QualityOf(stem, word) : 0;
}

/// <summary>Chooses texts to quote: one of each field in which a person has words of the question.</summary>
internal sealed class FieldQuotes(Weighed weighed, IReadOnlyDictionary<Guid, WeighedPerson> people)
{
    private readonly WantedWords wanted = new(weighed.Asked);
    private readonly Dictionary<(Guid Person, SearchField Field), (double Worth, SearchText Text)> best = [];

    /// <summary>Those of whom something stands in one of these fields that was not met yet.</summary>
    public List<Guid> Missing(IReadOnlyList<SearchField> of) => [.. people.Where(p => of.Any(f => Has(p.Value, f) && !best.ContainsKey((p.Key, f)))).Select(p => p.Key)];

    /// <summary>In which of the weighed fields any of them has words of the question, as bits.</summary>
    public uint FieldsOf(IEnumerable<Guid> of) => of.Aggregate(0u, (all, person) => all | people[person].Fields) & weighed.Fields;

    public void Consider(SearchText text)
    {
        if (!people.TryGetValue(text.Person, out var person) || !Has(person, text.Field)) return;
        var before = best.GetValueOrDefault((text.Person, text.Field)).Worth;
        if (wanted.WorthOf(text, before) is var worth && worth > before) best[(text.Person, text.Field)] = (worth, text);
    }

    public IReadOnlyDictionary<Guid, IReadOnlyList<Snippet>> InOrder(IReadOnlyDictionary<string, double> weights) =>
        best.Values.GroupBy(b => b.Text.Person).ToDictionary(g => g.Key, g => (IReadOnlyList<Snippet>)
            [.. g.OrderByDescending(b => weights.GetValueOrDefault(b.Text.Field.Name)).ThenByDescending(b => b.Worth).ThenBy(b => b.Text.Field.Code).Select(b => Snippets.Of(b.Text, wanted))]);

    private bool Has(WeighedPerson person, SearchField field) => (person.Fields & weighed.Fields & 1u << field.Code) != 0;
}
