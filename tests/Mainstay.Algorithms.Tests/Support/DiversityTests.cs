using FsCheck.Fluent;
using Mainstay.Algorithms.Support;
using static Mainstay.Algorithms.Tests.Laws;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Support;

public sealed class DiversityTests
{
    [Fact]
    public void Agrees_with_the_worked_cases()
    {
        foreach (var worked in Read("diversity").GetProperty("diversity").EnumerateArray())
        {
            int[] counts = [.. worked.GetProperty("counts").EnumerateArray().Select(c => c.GetInt32())];
            var of = Diversity.Of(counts);
            Agree("blau", of.Blau);
            Agree("blau_normalised", of.BlauOf(counts.Length));
            Agree("gini_simpson_unbiased", of.Unbiased);
            Agree("shannon", of.Shannon);
            Agree("pielou", of.Evenness);
            Agree("hill_q1", of.EffectiveByEntropy);
            Agree("hill_q2", of.EffectiveNumber);
            Agree("hhi", of.Concentration);

            void Agree(string name, double? actual)
            {
                if (worked.NumberOrNull(name) is { } expected) Close(expected, actual!.Value, 1e-12);
                else Assert.Null(actual);
            }
        }
    }

    [Fact]
    public void Rao_weighs_by_distance()
    {
        var rao = Read("diversity").GetProperty("rao");
        double[] shares = [.. rao.GetProperty("p").EnumerateArray().Select(p => p.GetDouble())];
        var (distances, apart) = (new double[shares.Length, shares.Length], new double[shares.Length, shares.Length]);
        foreach (var (i, j) in from i in Enumerable.Range(0, shares.Length) from j in Enumerable.Range(0, shares.Length) select (i, j))
            (distances[i, j], apart[i, j]) = (rao.GetProperty("distance")[i][j].GetDouble(), i == j ? 0 : 1);

        Close(rao.Number("rao_q"), Diversity.Rao(shares, distances), 1e-12);
        Close(rao.Number("rao_q_with_0_1_distance_equals_blau"), Diversity.Rao(shares, apart), 1e-12);
        Assert.Throws<ArgumentException>(() => Diversity.Rao(shares, new double[2, 2]));
    }

    [Fact]
    public void Of_nobody_nothing_can_be_said_and_one_is_not_diverse()
    {
        var (nobody, one) = (Diversity.Of([]), Diversity.Of([1]));

        Assert.Equal((null, null, null, null), (nobody.Blau, nobody.Shannon, nobody.EffectiveNumber, nobody.Unbiased));
        Assert.Equal((0, 1, 0, null), (one.Blau, one.EffectiveNumber, one.Unbiased, one.Evenness));
        Assert.Null(Diversity.ExternalInternal(0, 0));
        Assert.Equal(.5, Diversity.ExternalInternal(3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Diversity.Of([-1]));
    }

    [Fact]
    public void Never_counts_as_more_kinds_than_there_are_nor_as_less_than_one() => Hold(Gen.Choose(0, 40).NonEmptyListOf(), counts =>
    {
        var of = Diversity.Of([.. counts]);
        return of.Members == 0 ? of.EffectiveNumber is null
            : of.EffectiveNumber >= 1 - 1e-9 && of.EffectiveNumber <= of.EffectiveByEntropy + 1e-9 && of.EffectiveByEntropy <= of.Categories + 1e-9;
    });
}
