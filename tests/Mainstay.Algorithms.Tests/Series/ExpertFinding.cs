using System.Globalization;
using Mainstay.Algorithms.Series;

namespace Mainstay.Algorithms.Tests.Series;

/// <summary>How well a ranking finds experts.</summary>
/// <param name="Ndcg">nDCG@10, with gains log2(1 + messages).</param>
/// <param name="Mrr">Mean reciprocal rank.</param>
/// <param name="Map">Mean average precision.</param>
/// <param name="Queries">Over so many questions.</param>
internal sealed record Found(double Ndcg, double Mrr, double Map, int Queries);

/// <summary>The protocol of expert_enron.json: experts are guessed from who wrote about a topic before a day, and judged by who writes about it in the sixty days after. Tests and benchmarks run the same.</summary>
internal static class ExpertFinding
{
    public static Found Run(string path, string ranking)
    {
        var (messages, queries) = (Read(path), new List<(double Ndcg, double Reciprocal, double Precision)>());
        foreach (var cutoff in (int[])[120, 180, 240])
            foreach (var gains in Queries(messages, cutoff, Score(ranking)))
                queries.Add((RankingQuality.Ndcg([.. gains.Select(g => Math.Log2(1 + g))], 10)!.Value, RankingQuality.ReciprocalRank([.. gains.Select(g => g > 0)]), RankingQuality.AveragePrecision([.. gains.Select(g => g > 0)])!.Value));
        return new(queries.Average(q => q.Ndcg), queries.Average(q => q.Reciprocal), queries.Average(q => q.Precision), queries.Count);
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
