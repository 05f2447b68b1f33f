using System.Globalization;
using Mainstay.Algorithms.Series;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Series;

/// <summary>
/// Who knows about a topic, guessed from who wrote about it before and judged by who writes about it next: the protocol of expert_enron.json.
/// It is why who-can-help counts what there is of somebody, and not what part of all they do that is.
/// </summary>
public sealed class ExpertFindingTests
{
    [Theory]
    [InlineData("volume (any topic)")]
    [InlineData("count on topic (Balog model 2-like)")]
    [InlineData("share p(z|ca) MLE")]
    public void Finds_experts_as_well_as_the_reference(string ranking)
    {
        var messages = Read(DataSet("data/enron.tsv"));
        var reference = ReferenceNumbers.Read("expert_enron");
        var (expected, queries) = (reference.GetProperty("scores").GetProperty(ranking), new List<(double Ndcg, double Reciprocal, double Precision)>());
        foreach (var cutoff in (int[])[120, 180, 240])
            foreach (var gains in Queries(messages, cutoff, Score(ranking)))
                queries.Add((RankingQuality.Ndcg([.. gains.Select(g => Math.Log2(1 + g))], 10)!.Value, RankingQuality.ReciprocalRank([.. gains.Select(g => g > 0)]), RankingQuality.AveragePrecision([.. gains.Select(g => g > 0)])!.Value));

        var (ndcg, mrr, map) = (queries.Average(q => q.Ndcg), queries.Average(q => q.Reciprocal), queries.Average(q => q.Precision));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ranking}: nDCG@10 {ndcg:F6} (reference {expected.Number("nDCG10"):F6}), MRR {mrr:F6} ({expected.Number("MRR"):F6}), MAP {map:F6} ({expected.Number("MAP"):F6}), {queries.Count} queries"));
        Assert.Equal(reference.GetProperty("queries").GetInt32(), queries.Count);
        Close(expected.Number("nDCG10"), ndcg, 1e-6);
        Close(expected.Number("MRR"), mrr, 1e-6);
        Close(expected.Number("MAP"), map, 1e-6);
    }

    private static Func<int, int, double> Score(string ranking) => ranking[0] switch { 'v' => (_, all) => all, 'c' => (on, _) => on, _ => (on, all) => (double)on / all };

    /// <summary>For each topic seen so far: how many messages on it the candidates send in the next sixty days, the best-ranked candidate first.</summary>
    private static IEnumerable<List<int>> Queries(List<Message> messages, int cutoff, Func<int, int, double> score)
    {
        var (before, after) = (messages.FindAll(m => m.Day <= cutoff), messages.FindAll(m => m.Day > cutoff && m.Day <= cutoff + 60));
        var (all, on, next) = (before.CountBy(m => m.From).ToDictionary(), before.CountBy(m => (m.From, m.Topic)).ToDictionary(), after.CountBy(m => (m.From, m.Topic)).ToDictionary());
        foreach (var topic in before.Select(m => m.Topic).Distinct().Order())
        {
            var ranked = all.Keys.OrderByDescending(from => score(on.GetValueOrDefault((from, topic)), all[from])).ThenBy(from => from);
            List<int> gains = [.. ranked.Select(from => next.GetValueOrDefault((from, topic)))];
            if (gains.Sum() >= 2) yield return gains;
        }
    }

    private static List<Message> Read(string path)
    {
        var rows = File.ReadLines(path).Skip(1).Select(line => line.Split('\t'))
            .Where(row => int.Parse(row[4], CultureInfo.InvariantCulture) > 0 && string.CompareOrdinal(row[2], "1999-01-01") >= 0)
            .Select(row => (From: int.Parse(row[0], CultureInfo.InvariantCulture), Time: DateTime.ParseExact(row[2], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), Topic: int.Parse(row[4], CultureInfo.InvariantCulture)))
            .Distinct().ToList();
        var first = rows.Min(r => r.Time);
        return [.. rows.Select(r => new Message(r.From, (r.Time - first).TotalDays, r.Topic))];
    }

    private sealed record Message(int From, double Day, int Topic);
}
