using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Mainstay.Algorithms.Series;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Series;

/// <summary>The contact models at their defaults, on real mail, by the protocol written in the reference file.</summary>
public sealed class AcceptanceTests
{
    private static readonly JsonElement Cases = Read("acceptance_contact").GetProperty("cases");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Every_measure_agrees(int index)
    {
        var expected = Cases[index];
        var path = DataSet(expected.GetProperty("file").GetString()!);
        Assert.Equal(expected.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));
        var cutoff = new Cutoff(
            expected.Number("cutoff_day"), expected.Number("horizon_days"), expected.GetProperty("reciprocated_only").GetBoolean());
        var ties = cutoff.Ties(ReadMail(path));
        CheckTies(expected, ties);
        foreach (var (name, score) in Scores(cutoff)) CheckScore(expected.GetProperty("scores").GetProperty(name), ties, score);
        Assert.Equal(Scores(cutoff).Count, expected.GetProperty("scores").EnumerateObject().Count());
    }

    private static void CheckTies(JsonElement expected, List<Tie> ties)
    {
        Assert.Equal(expected.GetProperty("n_ties").GetInt32(), ties.Count);
        Assert.Equal(expected.GetProperty("positives").GetInt32(), ties.Count(tie => tie.Happened));
        Assert.Equal(expected.Number("sum_x"), ties.Sum(tie => tie.History.Repeats));
        Close(expected.Number("sum_tx_days"), ties.Sum(tie => tie.History.LastDays), 1e-12);
        Close(expected.Number("sum_T_days"), ties.Sum(tie => tie.History.AgeDays), 1e-12);
        Assert.Equal(expected.GetProperty("n_egos").GetInt32(), Egos(ties).Count());
    }

    private static void CheckScore(JsonElement expected, List<Tie> ties, Func<Tie, double> score)
    {
        Close(expected.Number("auc"), Auc(ties, score), 1e-9);
        Close(expected.Number("ego_auc"), Egos(ties).Average(ego => Auc(ego, score)), 1e-9);
        if (!expected.TryGetProperty("logloss", out _)) return;
        // The protocol keeps probabilities away from 0 and 1 for either measure.
        var probabilities = ties.Select(tie => Math.Clamp(score(tie), RankingQuality.LeastDoubt, 1 - RankingQuality.LeastDoubt)).ToArray();
        var happened = ties.Select(tie => tie.Happened).ToArray();
        Close(expected.Number("logloss"), RankingQuality.LogLoss(probabilities, happened)!.Value, 1e-9);
        Close(expected.Number("brier"), RankingQuality.Brier(probabilities, happened)!.Value, 1e-9);
    }

    private static Dictionary<string, Func<Tie, double>> Scores(Cutoff cutoff)
    {
        var (model, weeks) = (MbgNbd.Default, cutoff.Horizon / 7);
        return new()
        {
            ["recency"] = tie => -tie.History.SilentDays,
            ["frequency"] = tie => tie.History.Repeats,
            ["activation"] = tie => Activation.At(tie.Days, cutoff.Day),
            ["mbg_palive_tau1"] = tie => model.Alive(tie.History),
            ["mbg_palive_tau0.5"] = tie => model.Alive(tie.History, 0.5),
            ["mbg_pcontact_tau1"] = tie => model.ContactWithin(tie.History, weeks),
            ["mbg_pcontact_tau0.5"] = tie => model.ContactWithin(tie.History, weeks, 0.5),
            ["logit"] = tie => ContactLogit.Default.ContactWithin(tie.History, cutoff.Horizon),
            ["mean(logit,mbg_pcontact_tau1)"] = tie => ContactForecast.Default.ContactWithin(tie.History, cutoff.Horizon),
        };
    }

    private static double Auc(IReadOnlyCollection<Tie> ties, Func<Tie, double> score) =>
        RankingQuality.Auc(ties.Select(score).ToArray(), ties.Select(tie => tie.Happened).ToArray())!.Value;

    private static IEnumerable<List<Tie>> Egos(List<Tie> ties) => ties
        .SelectMany(tie => new[] { (Ego: tie.Low, Tie: tie), (Ego: tie.High, Tie: tie) })
        .GroupBy(pair => pair.Ego, pair => pair.Tie)
        .Select(group => group.ToList())
        .Where(own => own.Count(tie => tie.Happened) >= 3 && own.Count(tie => !tie.Happened) >= 3);

    private static List<Mail> ReadMail(string path)
    {
        var lines = File.ReadLines(path).Select(line => line.Split(' ')).Select(cells => Array.ConvertAll(
            cells[..3], cell => long.Parse(cell, CultureInfo.InvariantCulture)));
        var kept = lines.Where(cells => cells[0] != cells[1]).ToList();
        var first = Math.Floor(kept.Min(cells => cells[2]) / 86400.0);
        return [.. kept.Select(cells => new Mail(cells[0], cells[1], cells[2] / 86400.0 - first))];
    }

    private sealed record Mail(long From, long To, double Time);

    private sealed record Tie(long Low, long High, ContactHistory History, ContactDay[] Days, bool Happened);

    private sealed record Cutoff(double Day, double Horizon, bool ReciprocatedOnly)
    {
        public List<Tie> Ties(List<Mail> mail) => [.. mail
            .GroupBy(m => (Low: Math.Min(m.From, m.To), High: Math.Max(m.From, m.To)))
            .Select(group => Of(group.Key.Low, group.Key.High, group))
            .OfType<Tie>()];

        private Tie? Of(long low, long high, IEnumerable<Mail> mail)
        {
            var known = mail.Where(m => m.Time <= Day).ToList();
            if (known.Count == 0 || ReciprocatedOnly && known.Select(m => m.From).Distinct().Count() < 2) return null;
            var days = ContactDay.Fold(known.Select(m => new ContactEvent(m.Time, 1, ContactDirection.Both)).ToArray());
            var history = ContactHistory.Of(days, Day)!.Value;
            return new(low, high, history, days, mail.Any(m => m.Time > Day && m.Time <= Day + Horizon));
        }
    }
}
