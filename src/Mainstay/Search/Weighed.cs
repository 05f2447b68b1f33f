using Mainstay.Algorithms.Text;

namespace Mainstay.Search;

/// <summary>Everybody who has words of a question, weighed by the fields in which they stand.</summary>
public sealed class Weighed
{
    internal Weighed(List<AskedWord> words, IReadOnlyList<WeighedPerson> people, uint fields) => (Asked, People, Fields) = (words, people, fields);

    /// <summary>Those who have any of the words, the best first.</summary>
    public IReadOnlyList<WeighedPerson> People { get; }

    /// <summary>What was looked for.</summary>
    public IReadOnlyList<string> Words => [.. Asked.Select(w => w.Text)];

    /// <summary>The question was longer than what was looked for.</summary>
    public bool IsShortened { get; init; }

    /// <summary>What was probably meant, when words were mistyped; null otherwise.</summary>
    public string? Meant { get; init; }

    internal List<AskedWord> Asked { get; }

    /// <summary>The fields that were weighed, as bits.</summary>
    internal uint Fields { get; }
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

    /// <summary>To be called once for each word.</summary>
    public void Add(AskedWord word)
    {
        var having = new List<int>();
        foreach (var answering in word.Answering)
            foreach (var posting in Postings.Read(answering.Packed))
            {
                var (number, field) = (Postings.Number(posting.Key), Postings.Field(posting.Key));
                if (number >= numbers || weights[field] == 0) continue;
                if (frequency[number] == 0) having.Add(number);
                frequency[number] += answering.Quality * weights[field] * posting.Frequency / Terms.Once;
                fields[number] |= 1u << field;
            }
        var rarity = Bm25.Rarity(Math.Max(people, having.Count), having.Count);
        foreach (var number in having)
        {
            scores[number] += Bm25.Default.Score(rarity, frequency[number]);
            frequency[number] = 0;
        }
    }

    /// <summary>Everybody who has a word, the best first; those of one score by number.</summary>
    public List<WeighedPerson> InOrder()
    {
        var all = new List<WeighedPerson>();
        for (var number = 0; number < numbers; number++)
            if (scores[number] > 0) all.Add(new(number, scores[number], fields[number]));
        all.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Number.CompareTo(b.Number));
        return all;
    }
}
