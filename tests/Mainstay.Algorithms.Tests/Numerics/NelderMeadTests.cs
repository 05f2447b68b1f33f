using Mainstay.Algorithms.Numerics;

namespace Mainstay.Algorithms.Tests.Numerics;

public sealed class NelderMeadTests
{
    private static double Rosenbrock(ReadOnlySpan<double> p) => 100 * Math.Pow(p[1] - p[0] * p[0], 2) + Math.Pow(1 - p[0], 2);

    private static Minimum Valley(NelderMeadOptions? options = null) =>
        NelderMead.Minimise(Rosenbrock, [-1.2, 1], options, TestContext.Current.CancellationToken);

    [Fact]
    public void Finds_the_bottom_of_the_bent_valley()
    {
        var found = Valley();
        Assert.True(found.Converged);
        Assert.Equal(1, found.Parameters[0], 6);
        Assert.Equal(1, found.Parameters[1], 6);
    }

    [Fact]
    public void Gives_the_same_bits_twice() =>
        Assert.Equal(Valley().Parameters, Valley().Parameters);

    [Fact]
    public void Stays_out_of_forbidden_points()
    {
        var found = NelderMead.Minimise(p => p[0] < 2 ? double.NaN : p[0], [5], stop: TestContext.Current.CancellationToken);
        Assert.InRange(found.Parameters[0], 2, 2.000001);
    }

    [Fact]
    public void Says_when_it_ran_out_of_evaluations() =>
        Assert.False(Valley(new() { MostEvaluations = 20 }).Converged);

    [Fact]
    public void Stops_when_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => NelderMead.Minimise(Rosenbrock, [0, 0], stop: source.Token));
    }

    [Fact]
    public void Refuses_to_minimise_over_nothing() => Assert.Throws<ArgumentException>(() => NelderMead.Minimise(_ => 0, [], stop: TestContext.Current.CancellationToken));
}
