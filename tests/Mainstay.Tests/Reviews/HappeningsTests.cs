using Mainstay.Reviews;
using Mainstay.Words;

namespace Mainstay.Tests.Reviews;

public class HappeningsTests
{
    private static readonly Happenings Nothing = new() { Since = new(2026, 2, 1) };

    [Fact]
    public void Where_nothing_is_known_it_says_so() => Assert.Equal(["Nothing that is noted here changed in this time."], Said(Nothing));

    [Fact]
    public void Says_what_came_what_went_and_what_was_reached() => Assert.Equal(
        ["You reached “Ten clinics”.", "Needed no more: “Tax law” and “Hiring”.", "New among your needs: “Pricing”."],
        Said(Nothing with { NeedsCame = ["Pricing"], NeedsWent = ["Tax law", "Hiring"], GoalsReached = ["Ten clinics"] }));

    [Fact]
    public void Names_the_first_few_and_how_many_more() => Assert.Equal(
        ["New among your needs: “a”, “b”, “c”, “d” and 2 more."], Said(Nothing with { NeedsCame = ["a", "b", "c", "d", "e", "f"] }));

    [Theory]
    [InlineData(1, 0, 0, "You asked for help once; nobody has answered yet.")]
    [InlineData(3, 1, 0, "You asked for help 3 times; one answer came.")]
    [InlineData(2, 1, 1, "You asked for help 2 times; one answer came, a yes.")]
    [InlineData(3, 2, 1, "You asked for help 3 times; 2 answers came, one of them a yes.")]
    public void Says_how_asks_were_answered(int asked, int answered, int yes, string sentence) =>
        Assert.Equal([sentence], Said(Nothing with { Asked = asked, Answered = answered, SaidYes = yes }));

    [Fact]
    public void Help_both_ways_is_said_without_a_score() => Assert.Equal(
        ["Grace Hopper and Alan Turing helped you.", "You helped Grace Hopper.", "Alan Turing opened a door for you.", "Grace Hopper agreed to help with something you need.", "Alan Turing took a seat on your board.", "New among those near you: Katherine Johnson."],
        Said(Nothing with { HelpedYou = ["Grace Hopper", "Alan Turing"], YouHelped = ["Grace Hopper"], OpenedDoors = ["Alan Turing"], Agreed = ["Grace Hopper"], TookSeats = ["Alan Turing"], CameNear = ["Katherine Johnson"] }));

    [Theory]
    [InlineData(null, .62, "in about 6 in 10 cases: an estimate. The next review will say how that moved.")]
    [InlineData(.5, .62, "in about 6 in 10 cases; before, it was about 5 in 10: an estimate.")]
    [InlineData(.62, .5, "in about 5 in 10 cases; before, it was about 6 in 10: an estimate.")]
    [InlineData(.58, .62, "in about 6 in 10 cases, as before: an estimate.")]
    public void Coverage_is_told_in_tenths_then_and_now(double? then, double now, string end) =>
        Assert.EndsWith(end, Said(Nothing with { CoverageThen = then, CoverageNow = now })[^1], StringComparison.Ordinal);

    [Fact]
    public void Without_a_need_nothing_is_said_of_coverage() => Assert.Single(Said(Nothing with { CoverageThen = null, CoverageNow = null }));

    [Fact]
    public void German_takes_the_same_facts() => Assert.Contains("Grace Hopper und Alan Turing haben dir geholfen.",
        (Nothing with { HelpedYou = ["Grace Hopper", "Alan Turing"] }).InWords.Select(r => r.InWords(new("de"))));

    private static List<string> Said(Happenings happenings) => [.. happenings.InWords.Select(r => r.InWords(new("en")))];
}
