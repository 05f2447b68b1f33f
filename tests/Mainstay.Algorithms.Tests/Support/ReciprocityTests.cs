using Mainstay.Algorithms.Support;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Support;

public sealed class ReciprocityTests
{
    [Fact]
    public void Agrees_with_the_worked_cases()
    {
        var worked = Read("tie_strength").GetProperty("reciprocity").EnumerateArray().ToList();
        foreach (var one in worked)
            Close(one.GetProperty("balance").GetDouble(), new Reciprocity(one.GetProperty("given").GetDouble(), one.GetProperty("received").GetDouble()).Balance, 1e-12);
        Assert.NotEmpty(worked);
    }

    [Fact]
    public void A_year_ago_counts_half() => Assert.Equal(1, Reciprocity.Weigh(2, 365));
}
