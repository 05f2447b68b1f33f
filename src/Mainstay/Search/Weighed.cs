using Mainstay.Algorithms.Text;

namespace Mainstay.Search;

/// <summary>Everybody who has words of a question, weighed by the fields in which they stand.</summary>
public sealed class Weighed
{
    private readonly Weighing? weighing;

    internal Weighed(List<AskedWord> words, Weighing? weighing, uint fields) => (Asked, this.weighing, Fields) = (words, weighing, fields);

    /// <summary>How many have any of the words.</summary>
    public int Count => weighing?.Count ?? 0;

    /// <summary>What was looked for.</summary>
    public IReadOnlyList<string> Words => [.. Asked.Select(w => w.Text)];

    /// <summary>The question was longer than what was looked for.</summary>
    public bool IsShortened { get; init; }

    /// <summary>What was probably meant, when words were mistyped; null otherwise.</summary>
    public string? Meant { get; init; }

    internal List<AskedWord> Asked { get; }

    /// <summary>The fields that were weighed, as bits.</summary>
    internal uint Fields { get; }

    /// <summary>Of those who have any of the words the ones who come out best when they are weighed as said, the best first; of one worth by number. However many have the words, only so many are kept.</summary>
    public IReadOnlyList<WeighedPerson> Highest(int most, Func<WeighedPerson, double> worth)
    {
        var kept = new PriorityQueue<WeighedPerson, (double Worth, int Behind)>(most);
        foreach (var person in weighing?.Everybody() ?? [])
            if (kept.Count < most) kept.Enqueue(person, (worth(person), -person.Number));
            else kept.EnqueueDequeue(person, (worth(person), -person.Number));
        return [.. kept.UnorderedItems.OrderByDescending(k => k.Priority).Select(k => k.Element)];
    }
}

/// <summary>Somebody who has words of a question.</summary>
/// <param name="Number">By which the index knows them.</param>
/// <param name="Score">BM25F: larger is better.</param>
/// <param name="Fields">Where the words stand, as bits.</param>
public readonly record struct WeighedPerson(int Number, double Score, uint Fields);

/// <summary>Adds up what the words of a question are worth: BM25F (Robertson, Zaragoza and Taylor 2004) over the weighed fields.</summary>
/// <param name="people">How many there are.</param>
/// <param name="numbers">All numbers are below this.</param>
/// <param name="weights">What each field is worth, by its code.</param>
internal sealed class Weighing(int people, int numbers, double[] weights)
{
    private readonly double[] scores = new double[numbers], frequency = new double[numbers];
    private readonly uint[] fields = new uint[numbers];
    private readonly List<int> having = [];

    /// <summary>How many have a word.</summary>
    public int Count { get; private set; }

    /// <summary>To be called once for each word.</summary>
    public void Add(AskedWord word)
    {
        having.Clear();
        var worth = new double[weights.Length];
        foreach (var answering in word.Answering)
        {
            for (var field = 0; field < worth.Length; field++) worth[field] = answering.Quality * weights[field];
            foreach (var posting in Postings.Read(answering.Packed))
            {
                var (number, field) = (Postings.Number(posting.Key), Postings.Field(posting.Key));
                if (number >= numbers || weights[field] == 0) continue;
                if (frequency[number] == 0) having.Add(number);
                frequency[number] += worth[field] * posting.Frequency / Terms.Once;
                fields[number] |= 1u << field;
            }
        }
        var rarity = Bm25.Rarity(Math.Max(people, having.Count), having.Count);
        foreach (var number in having)
        {
            if (scores[number] == 0) Count++;
            scores[number] += Bm25.Default.Score(rarity, frequency[number]);
            frequency[number] = 0;
        }
    }

    /// <summary>Everybody who has a word, by number.</summary>
    public IEnumerable<WeighedPerson> Everybody()
    {
        for (var number = 0; number < numbers; number++)
            if (scores[number] > 0) yield return new(number, scores[number], fields[number]);
    }
}
