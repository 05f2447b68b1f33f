using Mainstay.Lists;
using Mainstay.Words;

namespace Mainstay.Tests.Lists;

public class PeopleWantedTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("q=gr%C3%A1ce+hopper", "q=gr%C3%A1ce%20hopper")]
    [InlineData("label=Gold&role=Mentor&label=navy", "role=mentor&label=gold&label=navy")]
    [InlineData("layer=CORE&layer=-&sort=touched", "layer=-&layer=core&sort=touched")]
    [InlineData("sort=-touched", "sort=-touched")]
    [InlineData("organization=US%20Navy%20%26%20Co&place=S%C3%A3o+Paulo", "organization=us%20navy%20%26%20co&place=sao%20paulo")]
    [InlineData("role=&q=%20&view=7&unknown=1", "")]
    public void An_address_says_always_the_same_for_the_same_wish(string typed, string text)
    {
        var wanted = PeopleWanted.OfText(typed);

        Assert.Equal(text, wanted.Text);
        Assert.Equal(wanted, PeopleWanted.OfText(wanted.Text));
    }

    [Theory]
    [InlineData("sort", "fame", "Lists.UnknownSort")]
    [InlineData("sort", "3", "Lists.UnknownSort")]
    [InlineData("layer", "inner", "Lists.UnknownChoice")]
    [InlineData("touched", "ever", "Lists.UnknownChoice")]
    public void What_cannot_be_is_said_and_left_out(string name, string value, string key)
    {
        var problems = new Problems();

        var wanted = PeopleWanted.Read([new(name, value), new("role", "mentor")], problems);

        Assert.Equal("role=mentor", wanted.Text);
        Assert.Equal(key, Assert.Single(problems).Sentence.Key);
    }

    [Fact]
    public void Values_are_chosen_and_let_go_whatever_their_spelling()
    {
        var wanted = PeopleWanted.Everybody.With(Facet.Place, "São Paulo").With(Facet.Place, "sao paulo").With(Facet.Role, "mentor");

        Assert.Equal(["sao paulo"], wanted.Of(Facet.Place));
        Assert.Equal("role=mentor", wanted.Without(Facet.Place, "SAO PAULO").Text);
        Assert.True(wanted.Without(Facet.Place, "São Paulo").Without(Facet.Role, "Mentor").IsEverybody);
    }

    [Fact]
    public void What_is_said_beside_a_view_takes_the_place_of_its_own()
    {
        var view = PeopleWanted.OfText("role=mentor&label=gold&sort=-touched");

        Assert.Equal("role=peer&label=gold&sort=-touched", view.OverriddenBy(PeopleWanted.OfText("role=peer")).Text);
        Assert.Equal("q=ada&role=mentor&label=gold&sort=name", view.OverriddenBy(PeopleWanted.OfText("q=ada&sort=name")).Text);
        Assert.Equal(view, view.OverriddenBy(PeopleWanted.Everybody));
    }

    [Fact]
    public void The_best_come_first_only_where_there_is_a_query()
    {
        Assert.Equal(ListSort.Name, PeopleWanted.OfText("sort=best").SortedBy);
        Assert.Equal(ListSort.Best, PeopleWanted.OfText("q=ada").SortedBy);
        Assert.Equal(ListSort.Added, PeopleWanted.OfText("q=ada&sort=added").SortedBy);
    }

    [Fact]
    public void Nobody_can_ask_for_more_than_a_list_can_bear()
    {
        var wanted = PeopleWanted.Read([new("q", new string('a', 5_000)), new("label", new string('b', 5_000)), .. Enumerable.Range(0, 500).Select(i => new KeyValuePair<string, string?>("topic", $"topic {i}"))]);

        Assert.Equal(PeopleWanted.LongestQuery, wanted.Query!.Length);
        Assert.Equal(PeopleWanted.MostValues, wanted.Of(Facet.Topic).Count);
        Assert.Empty(wanted.Of(Facet.Label));
    }
}
