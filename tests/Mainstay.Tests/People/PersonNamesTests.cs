using Mainstay.People;

namespace Mainstay.Tests.People;

public class PersonNamesTests
{
    [Fact]
    public void A_name_is_made_of_its_parts_or_of_whatever_is_there()
    {
        Assert.Equal("Dr Ada King Lovelace", PersonNames.Shown(new() { Prefix = "Dr", GivenName = "Ada", MiddleNames = "King", FamilyName = "Lovelace" }));
        Assert.Equal("Ace", PersonNames.Shown(new() { Nickname = "Ace", Emails = [new("ada@example.org")] }));
        Assert.Equal("ada@example.org", PersonNames.Shown(new() { Emails = [new("ada@example.org")], Phones = [new("1")] }));
        Assert.Equal("+44 1", PersonNames.Shown(new() { Phones = [new("+44 1")] }));
        Assert.Equal("", PersonNames.Shown(new()));
    }

    [Fact]
    public void The_family_name_leads_in_a_list()
    {
        Assert.True(string.CompareOrdinal(PersonNames.SortKey(new() { GivenName = "Zed", FamilyName = "Ångström" }), PersonNames.SortKey(new() { Name = "Bo" })) < 0);
        Assert.Equal(PersonNames.SortKey(new() { Name = "émile" }), PersonNames.SortKey(new() { Name = "Emile" }));
    }

    [Fact]
    public void A_key_is_never_cut_through_a_letter()
    {
        var key = PersonNames.Cut(new string('a', PersonNames.LongestKey - 1) + "😀");

        Assert.Equal(PersonNames.LongestKey - 1, key.Length);
    }

    [Theory]
    [InlineData("Grace Hopper", null, "grace hopper", 0)]
    [InlineData("Grace Hopper", "Amazing", "amazing", 0)]
    [InlineData("Grace Hopper", null, "hopper", 1)]
    [InlineData("Grace Hopper", null, "Hopper Grace", 1)]
    [InlineData("Anne-Marie Müller", null, "marie muller", 1)]
    [InlineData("Grace Hopper", null, "gr", 2)]
    [InlineData("Grace Hopper", null, "race", null)]
    [InlineData("Grace Hopper", null, "grace turing", null)]
    public void Answers_to_a_name_and_to_parts_of_it(string name, string? nickname, string typed, int? how) =>
        Assert.Equal(how, PersonNames.Answers(name, nickname, typed));

    [Fact]
    public void Nobody_answers_to_nothing()
    {
        Assert.Null(PersonNames.Answers("Grace Hopper", null, ""));
        Assert.Null(PersonNames.Answers("Grace Hopper", null, " - "));
    }

    [Fact]
    public void A_new_name_lets_the_old_parts_go_and_keeps_the_rest()
    {
        var renamed = PersonNames.Renamed(Samples.Grace, "Grace Murray");

        Assert.Equal("Grace Murray", renamed.Name);
        Assert.Null(renamed.FamilyName);
        Assert.Equal(Samples.Grace.Emails, renamed.Emails);
        Assert.Same(Samples.Grace, PersonNames.Renamed(Samples.Grace, null));
    }
}
