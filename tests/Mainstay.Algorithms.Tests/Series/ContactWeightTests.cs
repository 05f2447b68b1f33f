using Mainstay.Algorithms.Series;

namespace Mainstay.Algorithms.Tests.Series;

public sealed class ContactWeightTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 0.5)]
    [InlineData(5, 0.25)]
    [InlineData(21, 0.05)]
    [InlineData(500, 0.05)]
    public void A_meeting_is_shared_among_the_others_down_to_a_floor(int people, double expected) =>
        Assert.Equal(expected, ContactWeight.Of(1, people), 15);

    [Fact]
    public void Refuses_a_negative_weight() => Assert.Throws<ArgumentOutOfRangeException>(() => ContactWeight.Of(-1, 2));
}
