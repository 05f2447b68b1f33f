using System.Numerics;
using Mainstay.Algorithms.Text;

namespace Mainstay.Search;

/// <summary>Somebody found: by number, with the fields in which the words stand as bits.</summary>
internal readonly record struct Ranked(int Number, double Score, uint Fields);

/// <summary>Weighs everybody who has words of a query: BM25F over the fields, and a bonus for those whose name is asked for.</summary>
/// <param name="people">How many there are.</param>
/// <param name="numbers">All numbers are below this.</param>
/// <param name="weights">What each field is worth, by its code.</param>
internal sealed class Ranking(int people, int numbers, double[] weights)
{
    private const double OfWholeName = 20, OfBeginningOfName = 5;

    private readonly double[] scores = new double[numbers], frequency = new double[numbers];
    private readonly uint[] fields = new uint[numbers];
    private readonly byte[] words = new byte[numbers];

    /// <summary>Adds what a word of the query is worth. To be called once for each, in order.</summary>
    public void Add(AskedWord word)
    {
        var having = new List<int>();
        foreach (var answering in word.Answering)
            foreach (var posting in Postings.Read(answering.Packed))
            {
                var (number, field) = (Postings.Number(posting.Key), Postings.Field(posting.Key));
                if (number >= numbers) continue;
                if (frequency[number] == 0) having.Add(number);
                frequency[number] += answering.Quality * weights[field] * posting.Frequency / Terms.Once;
                fields[number] |= 1u << field;
            }
        var rarity = Bm25.Rarity(Math.Max(people, having.Count), having.Count);
        foreach (var number in having)
        {
            scores[number] += Bm25.Default.Score(rarity, frequency[number]);
            frequency[number] = 0;
            words[number]++;
        }
    }

    /// <summary>Lifts those who are called what was asked for, or whose name begins so.</summary>
    public void AddNames(AskedWord whole)
    {
        foreach (var name in whole.Answering)
            foreach (var posting in Postings.Read(name.Packed))
                if (Postings.Number(posting.Key) is var number && number < numbers)
                    scores[number] += name.Word == whole.Text ? OfWholeName : OfBeginningOfName * whole.Text.Length / name.Word.Length;
    }

    /// <summary>The most words of the query that anybody has, among those numbers.</summary>
    public int MostWords(BitField? among)
    {
        var most = 0;
        for (var number = 0; number < numbers; number++)
            if (words[number] > most && among?[number] != false) most = words[number];
        return most;
    }

    /// <summary>Those who have so many of the words, the best first; those of one score by number.</summary>
    public List<Ranked> With(int many, BitField? among)
    {
        var ranked = new List<Ranked>(words.AsSpan().Count((byte)many));
        for (var number = 0; number < numbers; number++)
            if (words[number] == many && among?[number] != false) ranked.Add(new(number, scores[number], fields[number]));
        ranked.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Number.CompareTo(b.Number));
        return ranked;
    }
}

/// <summary>A set of numbers.</summary>
internal sealed class BitField(int size)
{
    private readonly ulong[] bits = new ulong[size / 64 + 1];

    public bool this[int number]
    {
        get => (bits[number >> 6] >> number & 1) != 0;
        set => bits[number >> 6] |= (value ? 1UL : 0) << number;
    }

    public int Count => bits.Sum(b => BitOperations.PopCount(b));
}
