using Mainstay.Exchange;
using Mainstay.Insights;
using Mainstay.Words;

namespace Mainstay.Tests.Insights;

public class YearStoryTests
{
    private static readonly Guid Grace = Guid.CreateVersion7(), Alan = Guid.CreateVersion7();

    [Fact]
    public void A_year_of_which_nothing_is_noted_has_nothing_to_tell() => Assert.Empty(YearStory.Parts(Facts));

    [Fact]
    public void Help_is_told_both_ways_and_month_by_month()
    {
        var part = Assert.Single(YearStory.Parts(Facts with
        {
            Favours = [(Way.Received, new(2025, 1, 3), Grace), (Way.Received, new(2025, 1, 31), Grace), (Way.Given, new(2025, 12, 31), Alan)],
            Doors = [OpportunityState.Open, OpportunityState.CameThrough],
        }));

        Assert.Equal(["You were helped 2 times, by one person.", "You helped one person, once.", "2 doors were opened for you.", "One of them came through."], Said(part));
        Assert.Equal([2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], part.Chart!.Series[0].Months);
        Assert.Equal((1, 2), (part.Chart.Series[1].Months[11], part.Chart.Most));
    }

    [Fact]
    public void Answers_are_counted_one_by_one()
    {
        var part = Assert.Single(YearStory.Parts(Facts with { Asks = [.. new[] { AskState.Yes, AskState.NoAnswer, AskState.Yes, AskState.NotNow }.Select(Ask)], AsksHelped = 1 }));

        Assert.Equal(["You asked 4 times.", "The answers: yes 2 times, not now once and no answer once.", "One of them helped, at least in part."], Said(part));
        Assert.Equal(["Yes", "NoAnswer", "Yes", "NotNow"], part.Names.Select(n => n.Name));
    }

    [Fact]
    public void Needs_and_cover_say_how_they_moved()
    {
        var moved = Assert.Single(YearStory.Parts(Facts with { NeedsCame = ["Pricing"], GoalsReached = ["Ship it"], Reviews = [(new(2025, 3, 31), .42), (new(2025, 9, 30), .78)] }));
        var once = Assert.Single(YearStory.Parts(Facts with { Reviews = [(new(2025, 3, 31), .42)] }));

        Assert.Equal(["You reached a goal: “Ship it”.", "One need was noted: “Pricing”."], Said(moved)[..2]);
        Assert.Equal("At your review on Monday, March 31, 2025, somebody would have helped with what you needed in about 4 in 10 cases; on Tuesday, September 30, 2025, in about 8 in 10: an estimate.", Said(moved)[2]);
        Assert.Equal([null, null, 4, null, null, null, null, null, 8, null, null, null], moved.Chart!.Series[0].Months);
        Assert.Equal("At your review on Monday, March 31, 2025, somebody would have helped with what you needed in about 4 in 10 cases: an estimate.", Assert.Single(Said(once)));
    }

    [Fact]
    public void Cover_is_drawn_against_ten_with_the_numbers_that_are_said()
    {
        var chart = Assert.Single(YearStory.Parts(Facts with { Reviews = [(new(2025, 1, 31), 0), (new(2025, 2, 28), .42), (new(2025, 4, 30), 1)] })).Chart!;

        Assert.Equal(10, chart.Most);
        Assert.Equal([0, 4, null, 9], chart.Series[0].Months.Take(4));
    }

    [Theory]
    [InlineData("en-US", 1, "You noted one thing as giving back:", "You brought two people together; that is among the favours, too.")]
    [InlineData("de-DE", 2, "Du hast 2 Sachen notiert, mit denen du etwas zurückgibst:", "Du hast 2 Paare von Menschen zusammengebracht; das zählt auch zu den Gefallen.")]
    public void What_was_given_says_what_it_counts(string culture, int count, string gifts, string introductions)
    {
        var part = Assert.Single(YearStory.Parts(Facts with { Introductions = count, Gifts = [.. Enumerable.Repeat(new YearName("On pricing", "/"), count)] }));

        Assert.Equal([introductions, gifts], part.Sentences.Select(s => s.InWords(new(culture))));
    }

    [Theory]
    [InlineData(1, "Eine davon hat geholfen, zumindest zum Teil.")]
    [InlineData(2, "2 davon haben geholfen, zumindest zum Teil.")]
    public void German_counts_those_that_helped(int helped, string said) => Assert.Equal(said, new Reason("Insights.YearAsksHelped", helped).InWords(new("de-DE")));

    [Fact]
    public void Of_months_to_come_nothing_is_known()
    {
        var part = Assert.Single(YearStory.Parts(Facts with { Touches = [new(2025, 1, 1)], TouchedPeople = 1, Until = new(2025, 3, 1) }));

        Assert.Equal([1, 0, 0, null], part.Chart!.Series[0].Months.Take(4));
    }

    [Fact]
    public void Who_faded_is_said_with_the_year_before()
    {
        var faded = Facts with { Faded = [new("Grace Hopper", "/")] };

        Assert.Equal(["With one person you were in touch in 2024, and not in this year."], Said(Assert.Single(YearStory.Parts(faded))));
    }

    [Fact]
    public void Every_part_says_how_it_is_counted_in_both_languages()
    {
        var parts = YearStory.Parts(Facts with
        {
            Touches = [new(2025, 1, 1)], TouchedPeople = 1, CameIn = [new("A", "/")], Faded = [new("B", "/")], Favours = [(Way.Given, new(2025, 1, 1), Grace)],
            Introductions = 1, Gifts = [new("C", "/")], Asks = [.. Enum.GetValues<AskState>().Except([AskState.Drafted, AskState.Withdrawn]).Select(Ask)], NeedsWent = ["D"], Learnings = [new("E", "/")], LearningsUsed = 1,
        });

        Assert.Equal(["touches", "cameIn", "faded", "help", "given", "asks", "needs", "learned"], parts.Select(p => p.Kind));
        foreach (var language in (string[])["en", "de"])
            Assert.All(parts.SelectMany(p => (Reason[])[p.Head, p.Why, .. p.Sentences, .. p.Chart is { } chart ? [chart.Caption, .. chart.Series.Select(s => s.Name)] : Array.Empty<Reason>()]), r => Assert.NotEmpty(r.InWords(new(language))));
    }

    [Theory]
    [InlineData("2025", 2025)]
    [InlineData("2026", 2026)]
    [InlineData("2027", null)]
    [InlineData("1899", null)]
    [InlineData("-1", null)]
    [InlineData("last", null)]
    public void A_year_is_one_that_was_or_runs(string typed, int? year) => Assert.Equal(year, Year.Read(typed, new(2026, 5, 1)));

    private static (YearName, AskState) Ask(AskState state) => (new($"{state}", "/"), state);

    private static YearFacts Facts => new() { Of = 2025, Until = new(2025, 12, 31) };

    private static string[] Said(YearPart part) => [.. part.Sentences.Select(s => s.InWords(new("en")))];
}
