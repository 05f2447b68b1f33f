using Mainstay.Algorithms.Matching;

namespace Mainstay.Algorithms.Tests.Matching;

public sealed class PairingQualityTests
{
    [Fact]
    public void Says_how_good_an_outcome_is()
    {
        var quality = PairingQuality.Of([(1, 80), (4, 40), null, (1, 60)], [(2, 2), (1, 2), (0, 1)]);

        Assert.Equal((0.75, 2.0 / 3, 2.0 / 3, 2.0, 4), (quality.Coverage, quality.FirstChoice, quality.TopThree, quality.MeanRank, quality.WorstRank));
        Assert.Equal((60.0, 40.0, 0.6), (quality.MeanScore, quality.LeastScore, quality.Use));
        ReferenceNumbers.Close(42, quality.FifthPercentile!.Value, 1e-12); // 40 + 0.1 · 20
        ReferenceNumbers.Close(2.25 / (3 * 1.25), quality.Jain!.Value, 1e-12); // loads 1, 0.5, 0
        ReferenceNumbers.Close(40 * 2.0 / (3 * 180), quality.Gini!.Value, 1e-12);
    }

    [Fact]
    public void Of_nobody_nothing_is_said()
    {
        Assert.Equal(new PairingQuality(), PairingQuality.Of([], []));
        Assert.Equal(new PairingQuality { Coverage = 0, Use = 0 }, PairingQuality.Of([null], [(0, 1)]));
    }
}
