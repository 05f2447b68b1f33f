using Mainstay.Algorithms.Text;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Text;

public sealed class Bm25Tests
{
    [Fact]
    public void The_worked_query_agrees()
    {
        var reference = Read("bm25");
        var ranking = new Bm25(reference.Number("k1"), reference.Number("b"));
        var documents = reference.GetProperty("documents").EnumerateObject().ToDictionary(d => d.Name, d => Tokens.ForIndex(d.Value.GetString()));
        var average = documents.Values.Average(tokens => tokens.Count);
        Assert.Equal(reference.Number("avg_len"), average);
        var score = documents.Keys.ToDictionary(name => name, _ => 0.0);
        foreach (var term in reference.GetProperty("query").EnumerateArray().Select(t => t.GetString()!))
        {
            var rarity = Bm25.Rarity(documents.Count, documents.Values.Count(tokens => tokens.Contains(term)));
            Close(reference.GetProperty("idf").Number(term), rarity, 1e-14);
            foreach (var (name, tokens) in documents)
                score[name] += ranking.Score(rarity, ranking.Frequency([new(1, tokens.Count(t => t == term), tokens.Count, average)]));
        }
        foreach (var expected in reference.GetProperty("score").EnumerateObject()) Close(expected.Value.GetDouble(), score[expected.Name], 1e-14);
    }

    [Fact]
    public void Fields_add_up_before_they_saturate()
    {
        var one = Bm25.Default.Frequency([new(3, 1, 4, 4)]);
        Close(3, one, 1e-15);
        Close(3 + 2 / 1.75, Bm25.Default.Frequency([new(3, 1, 4, 4), new(1, 2, 8, 4), new(2, 0, 5, 5)]), 1e-15);
        Close(3, Bm25.Default.Frequency([new(3, 1, 0, 0)]), 1e-15);
    }

    [Fact]
    public void More_of_a_rarer_term_never_counts_less() => Laws.Hold(
        Laws.Three(Laws.Between(0, 20), Laws.Between(0, 20), Laws.Between(0, 8)), triple =>
        {
            var (frequency, more, rarity) = triple;
            var score = Bm25.Default.Score(rarity, frequency);
            return Bm25.Default.Score(rarity, frequency + more) >= score && Bm25.Default.Score(rarity + 1, frequency) >= score
                && score >= 0 && score <= rarity * 2.2;
        });

    [Fact]
    public void Rarity_is_positive_even_for_a_term_that_is_everywhere()
    {
        Assert.InRange(Bm25.Rarity(100, 100), 0.001, 0.01);
        Assert.Throws<ArgumentOutOfRangeException>(() => Bm25.Rarity(1, 2));
    }
}
