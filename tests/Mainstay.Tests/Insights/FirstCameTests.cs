using Mainstay.Insights;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Words;
using static Mainstay.Tests.Insights.StructureCast;

namespace Mainstay.Tests.Insights;

/// <summary>Where those who support the owner today first came from: the rule alone.</summary>
public class FirstCameTests
{
    private static readonly CamePlaces Places = new(["Design Week", "Design Week Porto"], ["Guild of Makers"]);

    [Fact]
    public void Whoever_brought_most_is_named_first_and_only_those_whose_beginning_is_noted_are_counted_against()
    {
        var came = Of(Through("Bo", "Ana"), Through("Cy", "Ana"), Through("Di", "Ana"), Through("Ed", "Zoe"), Met("Flo") with { Gathering = "Design Week" }, Met("Gus"), Met("Hal"));

        Assert.Equal(["7 people would help with what you need today.", "Of 5 of them you noted how they first came to you."], came.Basis.Select(Said));
        Assert.Equal(["4 of 5 came through other people.", "1 of 5 came from a gathering.", "Of 2 people nothing is noted yet. Their own page has a place for it."], came.Groups.Select(g => Said(g.Sentence)));
        Assert.Equal(["Ana brought 3: Bo, Cy, Di", "Zoe brought one: Ed"], Sources(came.Groups[0]));
        Assert.Equal((Id("Ana"), (Guid?)null), (came.Groups[0].Sources[0].PersonId, came.Groups[1].Sources[0].PersonId));
        Assert.Equal(["Design Week: Flo"], Sources(came.Groups[1]));
        Assert.Equal((7, 5), (came.Everybody, came.Noted));
    }

    [Theory]
    [InlineData(Origin.Introduction, "Ana's word", CameBy.Person, "Ana's word")]
    [InlineData(Origin.Gathering, "Night of design", CameBy.Gathering, "Night of design")]
    [InlineData(Origin.Community, null, CameBy.Community, null)]
    [InlineData(Origin.Map, null, CameBy.Sought, null)]
    [InlineData(Origin.Field, "a paper of hers", CameBy.Sought, "a paper of hers")]
    [InlineData(Origin.Online, " ", CameBy.Sought, null)]
    [InlineData(Origin.SomeoneNew, null, CameBy.Sought, null)]
    [InlineData(Origin.Other, "at the bakery", CameBy.Otherwise, "at the bakery")]
    [InlineData(Origin.Other, null, CameBy.Unknown, null)]
    public void A_candidate_came_from_where_it_was_chosen(Origin origin, string? text, CameBy by, string? name) =>
        Assert.Equal((by, name), Way(Met("Bo") with { Origin = origin, OriginText = text }));

    [Theory]
    [InlineData("A talk at DESIGN WEEK PORTO", null, CameBy.Gathering, "Design Week Porto")]
    [InlineData(null, "guild of makers, summer", CameBy.Community, "Guild of Makers")]
    [InlineData("We sat on one train", "Lisbon", CameBy.Otherwise, "Lisbon")]
    [InlineData("We sat on one train", null, CameBy.Otherwise, "We sat on one train")]
    [InlineData("Redesign Weekly", null, CameBy.Otherwise, "Redesign Weekly")]
    [InlineData(" ", "", CameBy.Unknown, null)]
    public void A_text_counts_as_the_gathering_or_the_organization_that_it_names(string? how, string? where, CameBy by, string? name) =>
        Assert.Equal((by, name), Way(Met("Bo") with { HowMet = how, MetWhere = where }));

    [Fact]
    public void A_person_comes_before_a_gathering_and_that_before_a_list_and_that_before_a_text()
    {
        var all = Met("Bo") with { ThroughName = "Ana", Gathering = "Design Week", Origin = Origin.Field, HowMet = "Guild of Makers" };

        Assert.Equal((CameBy.Person, "Ana"), Way(all));
        Assert.Equal((CameBy.Gathering, "Design Week"), Way(all with { ThroughName = null }));
        Assert.Equal(CameBy.Sought, Way(all with { ThroughName = null, Gathering = null }).By);
        Assert.Equal((CameBy.Community, "Guild of Makers"), Way(all with { ThroughName = null, Gathering = null, Origin = null }));
        Assert.Equal((CameBy.Person, null), Way(Met("Bo") with { ThroughId = Id("somebody in the trash") }));
    }

    [Fact]
    public void What_is_written_alike_is_one_source_and_a_long_text_is_cut()
    {
        var came = Of(Met("Bo") with { HowMet = "Café" }, Met("Cy") with { HowMet = "cafe" }, Met("Di") with { HowMet = new('x', 200) });

        Assert.Equal(["Café: Bo, Cy", new string('x', 80) + "…: Di"], Sources(Assert.Single(came.Groups)));
    }

    [Fact]
    public void Of_nobody_and_of_nothing_noted_nothing_is_made_up()
    {
        Assert.Equal("Nobody would help with an open need yet, and nobody has a role: here you will read where those who support you first came from.", Said(Assert.Single(Of().Basis)));
        Assert.Equal(["One person has a role in your life today.", "Of none of them you noted how they first came to you."], FirstCame.Of(false, [Met("Bo")], Places).Basis.Select(Said));
    }

    private static FirstCame Of(params CameBeginning[] beginnings) => FirstCame.Of(true, beginnings, Places);

    private static (CameBy By, string? Name) Way(CameBeginning beginning) => Assert.Single(Of(beginning).Groups) is var group ? (group.By, Assert.Single(group.Sources).Name) : default;

    private static CameBeginning Met(string name) => new(new PersonLine(Id(name), name));

    private static CameBeginning Through(string name, string through) => Met(name) with { ThroughId = Id(through), ThroughName = through };

    private static IEnumerable<string> Sources(CameGroup group) => group.Sources.Select(s => $"{Said(s.Head!)}: {string.Join(", ", s.People.Select(p => p.Name))}");

    private static string Said(Reason reason) => reason.InWords(new("en"));
}
