using Mainstay.Rhythm;

namespace Mainstay.Tests.Rhythm;

public class TimeBudgetTests
{
    private static readonly TieLoad[] Ties =
    [
        new(Layer.Core, 7, 60, 2), // 120 minutes a week
        new(Layer.Close, 35, 50, 10), // 100
        new(Layer.Extended, 70, 20, 25), // 50
        new(Layer.Wider, 350, 50, 30), // 30
    ];

    [Fact]
    public void Nothing_is_stretched_when_all_fits()
    {
        Assert.Equal((300, 1.0, true), Seen(TimeBudget.Fit(Ties, 300)));
        Assert.Equal((300, 1.0, true), Seen(TimeBudget.Fit(Ties, null)));
    }

    [Fact]
    public void The_least_important_are_stretched_first_until_it_fits()
    {
        var stretch = TimeBudget.Fit(Ties, 285);

        Assert.Equal((300, 2.0, true), Seen(stretch));
        Assert.Equal([1, 1, 1, 2], Layers.All.Select(stretch.For));
    }

    [Fact]
    public void Then_the_next_ones_too_but_never_the_core()
    {
        var stretch = TimeBudget.Fit(Ties, 260);

        Assert.Equal((300, 2.0, true), Seen(stretch));
        Assert.Equal([1, 1, 2, 2], Layers.All.Select(stretch.For));
        Assert.Equal(1, TimeBudget.Fit(Ties, 140).For(Layer.Core));
        Assert.Equal(9, TimeBudget.Fit(Ties, 140).For(Layer.Close), 9);
    }

    [Fact]
    public void Says_when_even_that_is_too_much()
    {
        Assert.False(TimeBudget.Fit(Ties, 100).Fits);
        Assert.Equal(1, TimeBudget.Fit([new(Layer.Core, 7, 60, 5)], 60).For(Layer.Core));
    }

    private static (double, double, bool) Seen(Stretch stretch) => (Math.Round(stretch.MinutesAWeek, 9), Math.Round(stretch.Factor, 9), stretch.Fits);
}
