using FsCheck.Fluent;
using Mainstay.Calendars;
using Mainstay.Gatherings;
using Mainstay.Words;
using static Mainstay.Tests.Rhythm.RhythmCast;

namespace Mainstay.Tests.Calendars;

/// <summary>When Today speaks of the rhythm of going to gatherings, and what counts.</summary>
public class AttendingTests
{
    private static readonly DateOnly May = new(2026, 5, 1);

    [Theory]
    [InlineData(AttendingPer.Month, "2026-05-17", "2026-05-01", "2026-05-31")]
    [InlineData(AttendingPer.Month, "2028-02-29", "2028-02-01", "2028-02-29")]
    [InlineData(AttendingPer.Quarter, "2026-03-31", "2026-01-01", "2026-03-31")]
    [InlineData(AttendingPer.Quarter, "2026-10-01", "2026-10-01", "2026-12-31")]
    [InlineData(AttendingPer.Year, "9999-12-31", "9999-01-01", "9999-12-31")]
    public void A_period_is_one_of_the_calendar(AttendingPer per, string day, string first, string last) =>
        Assert.Equal(new AttendingSpan(Day(first), Day(last)), AttendingSpan.Of(per, Day(day)));

    [Fact]
    public void Every_day_lies_in_one_period_and_the_next_begins_the_day_after_it_ends() => Hold(Gen.Choose(new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2200, 1, 1).DayNumber).SelectMany(day => Gen.Elements(Enum.GetValues<AttendingPer>()), (day, per) => (day, per)), c =>
    {
        var day = DateOnly.FromDayNumber(c.day);
        var span = AttendingSpan.Of(c.per, day);
        return span.First <= day && day <= span.Last && AttendingSpan.Of(c.per, span.First) == span && AttendingSpan.Of(c.per, span.Last) == span && AttendingSpan.Of(c.per, span.Last.AddDays(1)).First == span.Last.AddDays(1);
    });

    [Theory]
    [InlineData(1, 15, false)] // the first half of a month
    [InlineData(1, 16, true)]
    [InlineData(2, 8, true)] // two a month: each has half of it, and the first one's half is half over
    [InlineData(2, 7, false)]
    [InlineData(100, 1, true)]
    public void Today_speaks_in_the_second_half_of_what_the_next_one_has(int howMany, int day, bool says) =>
        Assert.Equal(says, (On(day, howMany) with { LastOn = new(2026, 4, 30) }).IsWorthSaying);

    [Fact]
    public void Whoever_keeps_pace_hears_nothing_until_the_next_ones_time_runs_out()
    {
        Assert.False(On(23, 2, At(10, GatheringState.Been)).IsWorthSaying);
        Assert.True(On(24, 2, At(10, GatheringState.Been)).IsWorthSaying);
        Assert.False(On(18, 2, At(3, GatheringState.Been)).IsWorthSaying);
        Assert.True(On(19, 2, At(3, GatheringState.Been)).IsWorthSaying); // nothing is planned, and it is more than half a month
        Assert.False(On(25, 2, At(3, GatheringState.Been), At(28, GatheringState.Going)).IsWorthSaying);
        Assert.False(On(31, 1, At(31, GatheringState.Going)).IsWorthSaying);
    }

    [Fact]
    public void Early_in_the_period_it_speaks_when_nothing_is_planned_and_the_last_one_lies_long_back()
    {
        Assert.True((On(4, 1) with { LastOn = new(2026, 4, 2) }).IsWorthSaying);
        Assert.False((On(3, 1) with { LastOn = new(2026, 4, 2) }).IsWorthSaying);
        Assert.False((On(4, 1) with { LastOn = new(2026, 4, 2), GoesSomewhere = true }).IsWorthSaying);
        Assert.False(On(4, 1).IsWorthSaying); // said a few days ago, and never at one since
    }

    [Fact]
    public void It_rests_until_the_day_on_which_the_owner_wants_to_hear_of_it()
    {
        Assert.False(On(20, 1, quiet: 21).IsWorthSaying);
        Assert.True(On(21, 1, quiet: 21).IsWorthSaying);
    }

    [Fact]
    public void What_was_planned_and_is_over_is_asked_about_and_does_not_count()
    {
        var it = On(20, 1, At(10, GatheringState.Going), At(18, GatheringState.Going, until: 20));

        Assert.Equal((0, 1), (it.Been, it.Going));
        Assert.Equal([new DateOnly(2026, 5, 10)], it.Unsaid.Select(g => g.FirstDay));
    }

    [Theory]
    [InlineData(AttendingPer.Month, 1, 0, 0, "One gathering a month is what you meant; none this month yet.")]
    [InlineData(AttendingPer.Quarter, 4, 1, 0, "4 gatherings a quarter is what you meant; this quarter you were at one.")]
    [InlineData(AttendingPer.Year, 4, 0, 2, "4 gatherings a year is what you meant; this year you go to 2.")]
    [InlineData(AttendingPer.Month, 4, 2, 1, "4 gatherings a month is what you meant; this month you were at 2 and go to one more.")]
    public void It_is_said_in_words(AttendingPer per, int howMany, int been, int going, string sentence)
    {
        var within = Enumerable.Repeat(At(2, GatheringState.Been), been).Concat(Enumerable.Repeat(At(30, GatheringState.Going), going));

        Assert.Equal(sentence, AttendingAnswer.Of(new(new() { HowMany = howMany, Per = per, Since = May }, May.AddDays(10), [.. within])).Sentence);
    }

    [Fact]
    public void The_best_that_take_place_in_time_are_offered()
    {
        var which = new WhichAnswer([Fit("July", new(2026, 7, 1)), Fit("June", new(2026, 6, 4)), .. Enumerable.Range(1, 4).Select(i => Fit($"May {i}", new(2026, 5, 28)))], 6, 1);

        Assert.Equal(["June", "May 1", "May 2"], On(25, 1).Offers(which).Select(f => f.It.It.Name)); // the month is almost over
        Assert.Equal(["May 1", "May 2", "May 3"], On(16, 1).Offers(which).Select(f => f.It.It.Name));
    }

    [Theory]
    [InlineData("Halls, Lisboa", "Lisboa", "It is in Lisboa, where you like to go.", 1)]
    [InlineData("Hotel PORTO Palácio", "Lisboa, porto", "It is in porto, where you like to go.", 1)]
    [InlineData("Portofino", "Porto", null, 0)]
    [InlineData("Online", "Porto, online", "It is online, as you like it.", 1)]
    [InlineData("Zoom", "online", "It is online, as you like it.", 1)]
    [InlineData("Online", "Porto", "It is online.", .5)]
    [InlineData("Elsewhere", "Porto", null, 0)]
    public void Places_the_owner_likes_count_and_hide_no_others(string place, string liked, string? reason, double score)
    {
        var fit = Fits.Of(new(Guid.CreateVersion7(), new() { Name = "Talks", On = May, Place = place }, "Meetups"), new([], [], []) { Liked = LikedPlace.Read(liked) });

        Assert.Equal(reason, fit.Reasons.SingleOrDefault()?.InWords());
        Assert.Equal(score, fit.Score);
    }

    [Fact]
    public void A_place_where_the_owner_was_and_likes_to_go_counts_once()
    {
        var wishes = new FitWishes([], [], []) { Liked = LikedPlace.Read("Porto"), Places = new Dictionary<string, (string, int)> { ["porto"] = ("Porto", 2) } };

        Assert.Equal(1, Fits.Of(new(Guid.CreateVersion7(), new() { Name = "Talks", On = May, Place = "Porto" }, "Meetups"), wishes).Score);
    }

    [Fact]
    public void What_cannot_be_meant_is_said_beside_the_field()
    {
        Assert.Equal(["howMany", "per", "places"], new NewAttending(0, (AttendingPer)7) { Places = new('x', 501) }.Check().Select(p => p.Field).Order());
        Assert.True(new NewAttending(101, AttendingPer.Year).Check().Any);
        Assert.False(new NewAttending(100, AttendingPer.Year).Check().Any);
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static Attending On(int day, int howMany, params Gathering[] within) => On(day, howMany, null, within);

    private static Attending On(int day, int howMany, int? quiet, params Gathering[] within) =>
        new(new() { HowMany = howMany, Since = May, QuietUntil = quiet is { } until ? new(2026, 5, until) : null }, new(2026, 5, day), within)
        {
            LastOn = within.Where(g => g.State == GatheringState.Been).Select(g => (DateOnly?)g.FirstDay).Max(),
            GoesSomewhere = within.Any(g => g.State == GatheringState.Going && g.LastDay.Day >= day),
        };

    private static Gathering At(int day, GatheringState state, int? until = null) => new() { Name = "Talks", FirstDay = new(2026, 5, day), LastDay = new(2026, 5, until ?? day), State = state };

    private static Fit Fit(string name, DateOnly on) => new(new(Guid.CreateVersion7(), new() { Name = name, On = on }, "Meetups"), [new(1, new("Calendars.FitOnline"))]);
}
