using FsCheck.Fluent;
using Mainstay.Introductions;
using static Mainstay.Tests.Rhythm.RhythmCast;

namespace Mainstay.Tests.Introductions;

public class OpportunityFitTests
{
    [Theory]
    [InlineData(10, 0, 1)]
    [InlineData(10, .5, .5)]
    [InlineData(0, 0, 0.22564228042027384)]
    [InlineData(2, .1, 0.5079507563021619)]
    [InlineData(40, .2, 0.19500316599449224)]
    [InlineData(3, 1, 0)]
    public void Is_greatest_for_a_weak_tie_with_ten_mutual_contacts(int mutual, double strength, double expected) =>
        Assert.Equal(expected, OpportunityFit.Of(mutual, strength), 12);

    [Fact]
    public void Rises_to_ten_and_falls_after_and_falls_with_strength() => Hold(Gen.Choose(0, 200).SelectMany(m => Gen.Choose(0, 100).Select(s => (Mutual: m, Strength: s / 100.0))), tie =>
    {
        var (here, next) = (OpportunityFit.OfMutual(tie.Mutual), OpportunityFit.OfMutual(tie.Mutual + 1));
        return here is > 0 and <= 1 && (tie.Mutual < 10 ? next > here : next < here) && OpportunityFit.Of(tie.Mutual, tie.Strength) is >= 0 and <= 1
            && (tie.Strength == 0 || OpportunityFit.Of(tie.Mutual, tie.Strength) < here);
    });

    [Fact]
    public void Nobody_is_known_to_fewer_than_none() => Assert.Throws<ArgumentOutOfRangeException>(() => OpportunityFit.OfMutual(-1));
}
