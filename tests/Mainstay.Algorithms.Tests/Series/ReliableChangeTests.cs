using Mainstay.Algorithms.Series;
using static Mainstay.Algorithms.Tests.Laws;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Series;

public sealed class ReliableChangeTests
{
    [Fact]
    public void Agrees_with_the_worked_cases()
    {
        var worked = Read("instruments").GetProperty("reliable_change").EnumerateArray().ToList();
        foreach (var one in worked)
        {
            var change = ReliableChange.Of(2, 2 + one.Number("diff"), one.Number("sd"), one.Number("reliability"));
            Close(one.Number("rci"), change.Index, 1e-12);
            Assert.False(change.IsReliable);
        }
        Assert.NotEmpty(worked);
    }

    [Fact]
    public void It_is_the_same_both_ways_and_reliable_just_beyond_the_least() => Hold(Three(Between(1, 5), Between(.1, 20), Between(0, .99)), c =>
    {
        var (from, deviation, reliability) = c;
        var least = ReliableChange.Least(deviation, reliability);
        return ReliableChange.Of(from, from + least * 1.001, deviation, reliability).IsReliable
            && !ReliableChange.Of(from, from + least * .999, deviation, reliability).IsReliable
            && ReliableChange.Of(from, from - 1, deviation, reliability).Index == ReliableChange.Of(from - 1, from, deviation, reliability).Index * -1;
    });

    [Fact]
    public void Without_a_deviation_or_a_reliability_nothing_can_be_said()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ReliableChange.Of(1, 2, 0, .5));
        foreach (var odd in (double[])[1, -.1, double.NaN]) Assert.Throws<ArgumentOutOfRangeException>(() => ReliableChange.Of(1, 2, 1, odd));
        Assert.False(new ReliableChange(1.96).IsReliable);
    }
}
