using Mainstay.Intake;
using Mainstay.Merging;
using Mainstay.Organizations;
using Mainstay.People;

namespace Mainstay.Tests.Merging;

public class TogetherTests
{
    private static readonly Guid One = new("01900000-0000-7000-8000-000000000001"), Two = new("01900000-0000-7000-8000-000000000002"), Alan = new("01900000-0000-7000-8000-000000000003");

    private static readonly PersonDetails Grace = new()
    {
        Name = "Grace Hopper", GivenName = "Grace", FamilyName = "Hopper", Pronouns = "she/her", Notes = "Met at Yale.",
        Emails = [new("grace@navy.example", "work")], Dates = [new("birthday", null, 12, 9)], Labels = ["Navy"], Relations = [new("self", "G. Hopper", Two), new("colleague", "Alan", Alan)],
    };

    private static readonly PersonDetails Twice = new()
    {
        Name = "G. Hopper", Nickname = "Amazing Grace", Notes = "Collects nanoseconds.", MetThroughId = Alan,
        Emails = [new("GRACE@navy.example"), new("grace@home.example")], Dates = [new("birthday", 1906, 12, 10)], Labels = ["navy", "compilers"], Relations = [new("same", "Grace Hopper", One)],
    };

    [Fact]
    public void Lists_are_joined_and_what_is_missing_is_taken()
    {
        var both = Both().Details;

        Assert.Equal(("Grace Hopper", "Grace", "Amazing Grace", "she/her"), (both.Name, both.GivenName, both.Nickname, both.Pronouns));
        Assert.Equal(["grace@navy.example", "grace@home.example"], both.Emails.Select(e => e.Value));
        Assert.Equal(["Navy", "compilers"], both.Labels);
        Assert.Equal("Met at Yale.\n\nCollects nanoseconds.", both.Notes);
        Assert.Equal((Alan, null), (both.MetThroughId, both.MetThroughName));
    }

    [Fact]
    public void Nobody_is_related_to_themselves()
    {
        Assert.Equal([Alan], Both().Details.Relations.Select(r => r.OtherId!.Value));
        Assert.Null(Together.Of(new(Grace with { MetThroughId = Two }, []), new(Twice with { MetThroughId = One }, []), new HashSet<string>(), [One, Two]).Details.MetThroughId);
    }

    [Fact]
    public void Where_both_say_otherwise_the_owner_chooses()
    {
        Assert.Equal([new("name", "Grace Hopper", "G. Hopper"), new Difference("birthday", "--12-09", "1906-12-10")], Together.Differences(Grace, Twice));
        var chosen = Both("name", "birthday").Details;
        Assert.Equal(("G. Hopper", null, null), (chosen.Name, chosen.GivenName, chosen.FamilyName));
        Assert.Equal([new DateDetails("birthday", 1906, 12, 10)], chosen.Dates);
        Assert.Equal([new DateDetails("birthday", null, 12, 9)], Both().Details.Dates);
    }

    [Fact]
    public void Parts_of_one_name_never_fill_another()
    {
        var both = Together.Of(new(new() { Name = "G. Hopper" }, []), new(Grace, []), new HashSet<string>(), [One, Two]).Details;
        var same = Together.Of(new(new() { Name = "Hopper, Grace" }, []), new(Grace, []), new HashSet<string>(), [One, Two]).Details;

        Assert.Equal(("G. Hopper", null, null), (both.Name, both.GivenName, both.FamilyName));
        Assert.Equal(("Hopper, Grace", "Grace", "Hopper"), (same.Name, same.GivenName, same.FamilyName));
    }

    [Fact]
    public void Places_are_joined_by_the_organization()
    {
        var both = Together.Of(new(Grace, [new("US Navy", "Admiral")]), new(Twice, [new("us navy"), new("Yale")]), new HashSet<string>(), [One, Two]);

        Assert.Equal([new AffiliationDetails("US Navy", "Admiral"), new AffiliationDetails("Yale")], both.Affiliations);
    }

    private static Said Both(params string[] ofOther) => Together.Of(new(Grace, []), new(Twice, []), ofOther.ToHashSet(), [One, Two]);
}
