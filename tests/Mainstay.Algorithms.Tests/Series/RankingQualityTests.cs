using FsCheck.Fluent;
using Mainstay.Algorithms.Series;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Series;

public sealed class RankingQualityTests
{
    [Fact]
    public void Auc_counts_pairs_in_the_right_order_and_ties_as_half() =>
        Close(3.5 / 4, RankingQuality.Auc([0.1, 0.4, 0.4, 0.9], [false, false, true, true])!.Value, 1e-15);

    [Fact]
    public void Auc_cannot_be_said_when_all_are_alike()
    {
        Assert.Null(RankingQuality.Auc([1, 2], [true, true]));
        Assert.Null(RankingQuality.Auc([1, 2], [false, false]));
        Assert.Null(RankingQuality.Auc([], []));
    }

    [Fact]
    public void Log_loss_and_Brier_of_a_coin()
    {
        Close(Math.Log(2), RankingQuality.LogLoss([0.5, 0.5], [true, false])!.Value, 1e-15);
        Close(0.25, RankingQuality.Brier([0.5, 0.5], [true, false])!.Value, 1e-15);
    }

    [Fact]
    public void Log_loss_stays_finite_for_a_certain_mistake() => Close(4 * Math.Log(10), RankingQuality.LogLoss([0], [true])!.Value, 1e-12);

    [Fact]
    public void Nothing_can_be_said_of_nothing()
    {
        Assert.Null(RankingQuality.LogLoss([], []));
        Assert.Null(RankingQuality.Brier([], []));
    }

    [Fact]
    public void Refuses_scores_without_outcomes() => Assert.Throws<ArgumentException>(() => RankingQuality.Auc([1], []));

    [Fact]
    public void The_quality_of_an_order_is_that_of_the_textbook()
    {
        // Worked by hand: gains 3, 2, 0, 1 against the best order 3, 2, 1, 0.
        var (got, best) = (3 + 2 / Math.Log2(3) + 1 / Math.Log2(5), 3 + 2 / Math.Log2(3) + 1 / Math.Log2(4));
        Close(got / best, RankingQuality.Ndcg([3, 2, 0, 1], 10)!.Value, 1e-15);
        Assert.Equal(1, RankingQuality.Ndcg([3, 2, 0, 1], 2));
        Assert.Null(RankingQuality.Ndcg([0, 0], 10));
        Close(1.0 / 3, RankingQuality.ReciprocalRank([false, false, true, true]), 1e-15);
        Assert.Equal(0, RankingQuality.ReciprocalRank([false]));
        Close((1.0 / 3 + 2.0 / 4) / 2, RankingQuality.AveragePrecision([false, false, true, true])!.Value, 1e-15);
        Assert.Null(RankingQuality.AveragePrecision([false]));
    }

    [Fact]
    public void No_order_is_better_than_the_best() => Laws.Hold(
        Laws.Between(0, 8).ArrayOf().Where(gains => gains.Any(g => g > 0)), gains =>
            RankingQuality.Ndcg(gains, 10) is >= 0 and <= 1 + 1e-12 && Math.Abs(RankingQuality.Ndcg([.. gains.OrderDescending()], 10)!.Value - 1) < 1e-12);
}
