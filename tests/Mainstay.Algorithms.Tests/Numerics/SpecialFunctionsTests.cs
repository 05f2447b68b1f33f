using Mainstay.Algorithms.Numerics;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Numerics;

public sealed class SpecialFunctionsTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(0.5, 0.57236494292470008707)]
    [InlineData(10, 12.801827480081469611)]
    [InlineData(0.001, 6.9071788853838536825)]
    [InlineData(100, 359.13420536957539878)]
    [InlineData(1e6, 12815504.569147882)]
    public void Log_gamma_agrees_with_known_values(double x, double expected) => Close(expected, SpecialFunctions.LogGamma(x), 1e-13);

    [Fact]
    public void Log_gamma_obeys_its_recurrence() =>
        Laws.Hold(Laws.Between(0.01, 200), x => Math.Abs(SpecialFunctions.LogGamma(x + 1) - SpecialFunctions.LogGamma(x) - Math.Log(x)) < 1e-11);

    [Theory]
    [InlineData(0)]
    [InlineData(-1.5)]
    [InlineData(double.NaN)]
    public void Log_gamma_refuses_what_is_not_positive(double x) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SpecialFunctions.LogGamma(x));

    [Fact]
    public void Log_beta_of_two_and_three_is_a_twelfth() => Close(Math.Log(1 / 12.0), SpecialFunctions.LogBeta(2, 3), 1e-14);

    [Fact]
    public void Log_sum_exp_neither_overflows_nor_loses_a_missing_side()
    {
        Close(1000 + Math.Log(2), SpecialFunctions.LogSumExp(1000, 1000), 1e-15);
        Assert.Equal(-3, SpecialFunctions.LogSumExp(double.NegativeInfinity, -3));
        Assert.Equal(double.NegativeInfinity, SpecialFunctions.LogSumExp(double.NegativeInfinity, double.NegativeInfinity));
        Close(1e-20, SpecialFunctions.LogSumExp(0, Math.Log(1e-20)), 1e-30);
    }

    [Fact]
    public void Log_difference_exp_undoes_log_sum_exp()
    {
        Laws.Hold(Laws.Between(-20, 20), a => Math.Abs(SpecialFunctions.LogDifferenceExp(SpecialFunctions.LogSumExp(a, 1), 1) - a) < 1e-6);
        Assert.Equal(double.NegativeInfinity, SpecialFunctions.LogDifferenceExp(2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpecialFunctions.LogDifferenceExp(1, 2));
    }

    [Fact]
    public void Sigmoid_is_a_half_at_zero_and_stays_finite_far_out()
    {
        Assert.Equal(0.5, SpecialFunctions.Sigmoid(0));
        Assert.Equal(1, SpecialFunctions.Sigmoid(1e9));
        Assert.InRange(SpecialFunctions.Sigmoid(-1e9), double.Epsilon, 1e-300);
    }

    [Fact]
    public void Hypergeometric_agrees_with_its_elementary_cases()
    {
        Laws.Hold(Laws.Between(0.001, 0.99), z => Math.Abs(SpecialFunctions.Hypergeometric(1, 1, 2, z) + Math.Log(1 - z) / z) < 1e-11);
        Laws.Hold(Laws.Between(0, 0.99), z => Near(SpecialFunctions.Hypergeometric(2.5, 3, 3, z), Math.Pow(1 - z, -2.5)));
        Laws.Hold(Laws.Between(0.001, 0.99), z => Near(SpecialFunctions.Hypergeometric(0.5, 0.5, 1.5, z * z), Math.Asin(z) / z));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpecialFunctions.Hypergeometric(1, 1, 2, 1));
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-11 * Math.Abs(b);
}
