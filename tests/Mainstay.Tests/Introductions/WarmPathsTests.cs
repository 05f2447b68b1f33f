using Mainstay.Exchange;
using Mainstay.Introductions;

namespace Mainstay.Tests.Introductions;

public class WarmPathsTests
{
    private static readonly Guid Grace = Id(1), Alan = Id(2), Katherine = Id(3), Dorothy = Id(4), Mary = Id(5);

    private static readonly Dictionary<Guid, string> Names = new() { [Grace] = "Grace", [Alan] = "Alan", [Katherine] = "Katherine", [Dorothy] = "Dorothy", [Mary] = "Mary" };

    [Fact]
    public void A_path_comes_off_as_the_product_of_its_steps()
    {
        var found = To(Mary, Known((Grace, Mary, .5)), Broker(Grace, .6));

        var path = Assert.Single(found.Paths);
        Assert.Equal([.1 + .8 * .6, .1 + .8 * .5], path.Steps.Select(s => s.Probability));
        Assert.Equal((.1 + .8 * .6) * (.1 + .8 * .5), path.Success, 12);
        Assert.Equal(path.Success, found.Together, 12);
    }

    [Fact]
    public void What_a_broker_answered_so_far_counts_as_much_as_it_is()
    {
        Assert.Equal((2 + 4 * .58) / (2 + 4), new Broker(.6, 1, new AskRecord(2, 2, null), []).Chance, 12);
        Assert.Equal(4 * .58 / (6 + 4), new Broker(.6, 1, new AskRecord(6, 0, null), []).Chance, 12);
        Assert.Equal(.58 * .5, new Broker(.6, .5, AskRecord.None, []).Chance, 12);
    }

    [Fact]
    public void Three_are_shown_each_by_another_first_broker_the_likeliest_first()
    {
        var known = Known((Grace, Mary, .9), (Alan, Mary, .5), (Katherine, Mary, .3), (Dorothy, Mary, .1), (Grace, Alan, .9));

        var found = To(Mary, known, Broker(Grace, .9), Broker(Alan, .5), Broker(Katherine, .5), Broker(Dorothy, .5));

        Assert.Equal([Grace, Alan, Katherine], found.Paths.Select(p => p.Broker));
        Assert.Equal(4, found.Brokers);
        var alone = found.Paths.Select(p => p.Success).Append((.1 + .8 * .5) * (.1 + .8 * .1));
        Assert.Equal(1 - alone.Aggregate(1.0, (left, p) => left * (1 - p)), found.Together, 12);
    }

    [Fact]
    public void Ways_through_the_same_person_are_not_counted_twice()
    {
        var known = Known((Katherine, Mary, .8), (Grace, Katherine, .8), (Alan, Katherine, .8));

        var found = To(Mary, known, Broker(Grace, .8), Broker(Alan, .8), Broker(Katherine, .05));

        Assert.Equal(3, found.Paths.Count);
        Assert.Equal(found.Paths[0].Success, found.Together, 12);
    }

    [Fact]
    public void At_most_two_stand_between_and_nothing_hopeless_is_shown()
    {
        var chain = Known((Grace, Alan, .9), (Alan, Katherine, .9), (Katherine, Mary, .9));
        var longer = Known((Dorothy, Grace, .9), (Grace, Alan, .9), (Alan, Mary, .9));

        var found = To(Mary, chain, Broker(Grace, .9), Broker(Alan, .9), Broker(Katherine, .1));
        Assert.Equal([Alan, Katherine, Mary], found.Paths[0].Steps.Select(s => s.To));
        Assert.DoesNotContain(found.Paths, p => p.Broker == Grace);
        Assert.DoesNotContain(To(Mary, longer, Broker(Dorothy, 1), Broker(Grace, .1), Broker(Alan, .1)).Paths, p => p.Broker == Dorothy);
        Assert.Empty(To(Mary, Known((Grace, Mary, 0)), Broker(Grace, .05)).Paths);
    }

    [Fact]
    public void Nobody_is_asked_to_ask_somebody_whom_one_can_ask_as_well()
    {
        var known = Known((Grace, Mary, .8), (Alan, Grace, .9), (Katherine, Grace, .9));

        var found = To(Mary, known, Broker(Grace, .5), Broker(Alan, .3), Broker(Katherine, .9));

        Assert.Equal([[Katherine, Grace, Mary], [Grace, Mary]], found.Paths.Select(p => p.Steps.Select(s => s.To).ToArray()));
    }

    [Fact]
    public void Who_is_not_to_be_asked_stands_on_no_path()
    {
        var known = Known((Grace, Mary, .9), (Alan, Mary, .2));

        Assert.Equal([Alan], To(Mary, known, Broker(Alan, .5)).Paths.Select(p => p.Broker));
    }

    [Fact]
    public void Targets_are_ranked_by_both_ties_and_less_by_brokers_who_know_everybody()
    {
        var few = Known((Grace, Mary, .5));
        var many = Known((Grace, Mary, .5), (Grace, Alan, .5), (Grace, Katherine, .5));

        Assert.Equal(.6 * .5 / 2, To(Mary, few, Broker(Grace, .6)).Rank, 12);
        Assert.Equal(.6 * .5 / 4, To(Mary, many, Broker(Grace, .6)).Rank, 12);
    }

    [Fact]
    public void Nobody_leads_to_who_knows_nobody()
    {
        var found = To(Mary, Known((Grace, Alan, .5)), Broker(Grace, .6), Broker(Alan, .6));

        Assert.Empty(found.Paths);
        Assert.Equal((0.0, 0, 0.0), (found.Together, found.Brokers, found.Rank));
    }

    [Theory]
    [InlineData("2018-01", "2019-12", "2019-01", "2021", 11)]
    [InlineData("2018", "2019", "2020", null, null)]
    [InlineData("2015", null, "2020-05", null, 71)]
    public void Time_at_one_place_is_time_together(string? since, string? until, string? since2, string? until2, int? months)
    {
        var today = new DateOnly(2026, 5, 1);
        var overlap = Stay.Together([Stay.Of(since, until, today)], [Stay.Of(since2, until2, today)]);

        Assert.Equal(months, overlap?.Months);
    }

    [Fact]
    public void Who_came_nobody_knows_when_was_there_at_the_end_for_certain()
    {
        var today = new DateOnly(2026, 5, 1);

        Assert.Equal(new Overlap(null), Stay.Together([Stay.Of(null, null, today)], [Stay.Of(null, null, today)]));
        Assert.Equal(new Overlap(null), Stay.Together([Stay.Of(null, "2015", today)], [Stay.Of("2010", null, today)]));
        Assert.Null(Stay.Together([Stay.Of(null, "2015", today)], [Stay.Of("2016", null, today)]));
        Assert.Null(Stay.Together([Stay.Of(null, "2015", today)], [Stay.Of(null, null, today)]));
    }

    [Fact]
    public void Signs_add_up_and_never_make_it_quite_sure()
    {
        var day = new DateOnly(2026, 4, 1);
        Assert.Equal(.3, Clue.Together(3, day).Strength, 12);
        Assert.Equal(.2, Clue.Colleagues("Acme", 24, 5).Strength, 12);
        Assert.Equal(.1, Clue.Colleagues("Acme", 24, 20).Strength, 12);
        Assert.Equal(1 - .7 * .8, Clue.Combined([Clue.Together(3, day), Clue.Colleagues("Acme", 24, 5)]), 12);
        Assert.Equal(.9, Clue.Combined([.. Enumerable.Repeat(Clue.Related("Grace", "spouse", "Alan"), 5)]), 12);
    }

    private static Guid Id(byte number) => new([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, number]);

    private static WhoKnowsWhom Known(params (Guid One, Guid Other, double Strength)[] pairs) => Mainstay.Introductions.WhoKnowsWhom.From(Names,
        [.. pairs.Select(p => KnownPair.Key(p.One, p.Other) is var (first, second) ? new Acquaintance { FirstId = first, SecondId = second, Strength = p.Strength } : null!)], []);

    private static KeyValuePair<Guid, Broker> Broker(Guid person, double strength) => new(person, new(strength, 1, AskRecord.None, []));

    private static PathsFound To(Guid target, WhoKnowsWhom known, params KeyValuePair<Guid, Broker>[] brokers) =>
        WarmPaths.To(target, known, brokers.ToDictionary(), TestContext.Current.CancellationToken);
}
