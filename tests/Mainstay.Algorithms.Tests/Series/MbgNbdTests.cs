using FsCheck.Fluent;
using Mainstay.Algorithms.Series;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Series;

public sealed class MbgNbdTests
{
    [Fact]
    public void Is_a_probability() => Laws.Hold(
        Laws.Models.Zip(Laws.Histories), pair => pair.Item1.Alive(pair.Item2) is >= 0 and <= 1
            && pair.Item1.ContactWithin(pair.Item2, 13) is >= 0 and <= 1
            && pair.Item1.AliveRegular(pair.Item2, 3) is >= 0 and <= 1);

    [Fact]
    public void Falls_with_silence() => Laws.Hold(
        Laws.Three(Laws.Models, Laws.Histories, Laws.Between(0.1, 500)), triple =>
        {
            var (model, tie, days) = triple;
            return model.Alive(tie.After(days)) <= model.Alive(tie) && model.Alive(tie.After(days), 0.5) <= model.Alive(tie, 0.5);
        });

    [Fact]
    public void A_contact_is_likelier_within_a_longer_time_and_never_likelier_than_life() => Laws.Hold(
        Laws.Three(Laws.Models, Laws.Histories, Laws.Between(0.1, 500)), triple =>
        {
            var (model, tie, weeks) = triple;
            return model.ContactWithin(tie, 2 * weeks) >= model.ContactWithin(tie, weeks) && model.ContactWithin(tie, weeks) <= model.Alive(tie);
        });

    [Fact]
    public void Tempering_doubts_death() => Laws.Hold(
        Laws.Histories, tie => MbgNbd.Default.Alive(tie, 0.5) >= MbgNbd.Default.Alive(tie) - 1e-12);

    [Fact]
    public void Order_one_is_the_plain_model() => Laws.Hold(
        Laws.Models.Zip(Laws.Histories), pair => pair.Item1.AliveRegular(pair.Item2, 1) == pair.Item1.Alive(pair.Item2));

    [Fact]
    public void On_the_first_day_only_the_ending_probability_speaks() =>
        Close(2.252 / (2.252 + 0.381), MbgNbd.Default.Alive(new(0, 0, 0)), 1e-15);

    [Fact]
    public void Many_ties_at_once_answer_as_one_by_one()
    {
        ContactHistory[] ties = [new(0, 0, 4), new(12, 52, 60)];
        var alive = new double[2];
        MbgNbd.Default.Alive(ties, alive, 0.5);
        Assert.Equal([MbgNbd.Default.Alive(ties[0], 0.5), MbgNbd.Default.Alive(ties[1], 0.5)], alive);
        Assert.Throws<ArgumentException>(() => MbgNbd.Default.Alive(ties, new double[1]));
    }

    [Theory]
    [InlineData(1, 5, 4)]
    [InlineData(-1, 0, 4)]
    [InlineData(1, -1, 4)]
    [InlineData(1, 1, double.NaN)]
    [InlineData(1, 1, double.PositiveInfinity)]
    public void Refuses_an_impossible_history(int repeats, double last, double age) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MbgNbd.Default.Alive(new(repeats, last, age)));

    [Fact]
    public void Survives_the_longest_silences_and_the_busiest_ties()
    {
        Assert.InRange(MbgNbd.Default.Alive(ContactHistory.InWeeks(1_000_000, 1, 1e6)), 0, 1e-300);
        Assert.InRange(MbgNbd.Default.Alive(ContactHistory.InWeeks(1_000_000, 1e6, 1e6)), 0.999, 1);
    }

    [Fact]
    public void The_likelihood_is_that_of_its_formula()
    {
        var (r, alpha, a, b) = (0.5248, 6.183, 0.8914, 1.614);
        static double Beta(double p, double q) => Math.Exp(Mainstay.Algorithms.Numerics.SpecialFunctions.LogBeta(p, q));
        var direct = Math.Exp(Mainstay.Algorithms.Numerics.SpecialFunctions.LogGamma(r + 2) - Mainstay.Algorithms.Numerics.SpecialFunctions.LogGamma(r))
            * Math.Pow(alpha, r)
            * (Beta(a, b + 3) / Beta(a, b) * Math.Pow(alpha + 38.86, -r - 2) + Beta(a + 1, b + 2) / Beta(a, b) * Math.Pow(alpha + 30.43, -r - 2));
        Close(Math.Log(direct), new MbgNbd(r, alpha, a, b).LogLikelihood([ContactHistory.InWeeks(2, 30.43, 38.86)]), 1e-12);
    }

    [Fact]
    public void Learns_nothing_from_few_ties()
    {
        var eleven = Enumerable.Repeat(new ContactHistory(3, 10, 12), 11).ToArray();
        Assert.Null(MbgNbd.FitAround(MbgNbd.Default, eleven, TestContext.Current.CancellationToken));
        var threeRepeating = Enumerable.Range(0, 40).Select(i => i < 3 ? new ContactHistory(3, 10, 12) : new(0, 0, 12)).ToArray();
        Assert.Null(MbgNbd.FitAround(MbgNbd.Default, threeRepeating, TestContext.Current.CancellationToken));
        Assert.Null(MbgNbd.Fit([], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_fit_around_a_prior_stays_near_it_with_few_ties_and_finds_the_truth_with_many()
    {
        var truth = new MbgNbd(1.4, 3, 0.6, 1.5);
        var few = MbgNbd.FitAround(MbgNbd.Default, Simulate(truth, 14), TestContext.Current.CancellationToken)!;
        var many = MbgNbd.FitAround(MbgNbd.Default, Simulate(truth, 5_000), TestContext.Current.CancellationToken)!;
        Assert.InRange(few.R, MbgNbd.Default.R / 3, MbgNbd.Default.R * 3);
        Assert.Equal(truth.R, many.R, 0.1);
        Assert.Equal(truth.Alpha, many.Alpha, 0.3);
        Assert.Equal(truth.A / (truth.A + truth.B), many.A / (many.A + many.B), 0.02);
    }

    [Fact]
    public void A_fit_around_a_prior_is_the_best_point_nearby()
    {
        var ties = Simulate(new(1.4, 3, 0.6, 1.5), 60);
        var fit = MbgNbd.FitAround(MbgNbd.Default, ties, TestContext.Current.CancellationToken)!;
        double Posterior(MbgNbd m) => m.LogLikelihood(ties) - 0.5 * new[] { m.R / 0.811, m.Alpha / 1.102, m.A / 0.381, m.B / 2.252 }
            .Sum(ratio => Math.Pow(Math.Log(ratio) / 0.5, 2));
        foreach (var factor in new[] { 0.99, 1.01 })
        {
            Assert.True(Posterior(fit) > Posterior(fit with { R = fit.R * factor }));
            Assert.True(Posterior(fit) > Posterior(fit with { Alpha = fit.Alpha * factor }));
            Assert.True(Posterior(fit) > Posterior(fit with { A = fit.A * factor }));
            Assert.True(Posterior(fit) > Posterior(fit with { B = fit.B * factor }));
        }
    }

    [Fact]
    public void A_fit_stops_when_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => MbgNbd.Fit(Simulate(MbgNbd.Default, 20), source.Token));
    }

    /// <summary>Ties drawn from the model itself, observed for 10 to 110 weeks.</summary>
    private static ContactHistory[] Simulate(MbgNbd model, int count)
    {
        var random = new Random(20261123);
        return [.. Enumerable.Range(0, count).Select(_ => Draw(model, random))];
    }

    private static ContactHistory Draw(MbgNbd model, Random random)
    {
        var rate = Gamma(model.R, random) / model.Alpha;
        var (g, h) = (Gamma(model.A, random), Gamma(model.B, random));
        var (ending, age, last, repeats) = (g / (g + h), 10 + 100 * random.NextDouble(), 0.0, 0);
        while (random.NextDouble() >= ending)
        {
            var next = last - Math.Log(1 - random.NextDouble()) / rate;
            if (next > age) break;
            (last, repeats) = (next, repeats + 1);
        }
        return ContactHistory.InWeeks(repeats, last, age);
    }

    /// <summary>A draw from Gamma(shape, 1) by Marsaglia and Tsang; below shape 1 by the usual power of a uniform.</summary>
    private static double Gamma(double shape, Random random)
    {
        if (shape < 1) return Gamma(shape + 1, random) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        var d = shape - 1 / 3.0;
        while (true)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var v = Math.Pow(1 + normal / Math.Sqrt(9 * d), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < 0.5 * normal * normal + d - d * v + d * Math.Log(v)) return d * v;
        }
    }
}
