using FsCheck.Fluent;
using Mainstay.Algorithms.Numerics;
using Mainstay.Algorithms.Series;

namespace Mainstay.Algorithms.Tests.Series;

public sealed class ContactLogitTests
{
    [Fact]
    public void Learns_nothing_from_few_outcomes() => Assert.Null(ContactLogit.Default.Recalibrated(new double[29], new bool[29]));

    [Fact]
    public void Moves_the_intercept_to_where_the_outcomes_balance_the_prior() => Laws.Hold(
        Gen.Zip(Laws.Between(-30, 30), Gen.Elements(false, true)).ArrayOf(60), outcomes =>
        {
            var logOdds = outcomes.Select(o => o.Item1).ToArray();
            var moved = ContactLogit.Default.Recalibrated(logOdds, outcomes.Select(o => o.Item2).ToArray())!;
            var delta = moved.Intercept - ContactLogit.Default.Intercept;
            var left = outcomes.Sum(o => (o.Item2 ? 1 : 0) - SpecialFunctions.Sigmoid(o.Item1 + delta)) - delta / 4;
            return Math.Abs(left) < 1e-8 && moved with { Intercept = ContactLogit.Default.Intercept } == ContactLogit.Default;
        });

    [Fact]
    public void Stays_finite_when_everything_happened_against_all_odds()
    {
        var moved = ContactLogit.Default.Recalibrated(Enumerable.Repeat(-600.0, 200).ToArray(), Enumerable.Repeat(true, 200).ToArray())!;
        Assert.InRange(moved.Intercept, 500, 700);
    }

    [Fact]
    public void Falls_with_silence_and_rises_with_the_horizon() => Laws.Hold(
        Laws.Histories.Zip(Laws.Between(1, 300)), pair =>
        {
            var (tie, days) = pair;
            var silentForLonger = tie with { LastDays = 0 };
            return ContactLogit.Default.ContactWithin(silentForLonger, 30) <= ContactLogit.Default.ContactWithin(tie, 30)
                && ContactLogit.Default.ContactWithin(tie, 30 + days) >= ContactLogit.Default.ContactWithin(tie, 30);
        });

    [Fact]
    public void Refuses_an_impossible_history_and_an_empty_horizon()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ContactLogit.Default.LogOdds(new(1, 5, 4), 30));
        Assert.Throws<ArgumentOutOfRangeException>(() => ContactLogit.Default.LogOdds(new(1, 4, 5), 0));
    }
}
