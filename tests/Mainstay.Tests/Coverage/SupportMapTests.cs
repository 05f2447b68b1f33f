using Mainstay.Coverage;
using Mainstay.Needs;
using Mainstay.Words;

namespace Mainstay.Tests.Coverage;

/// <summary>What the map makes of what is known, by examples whose numbers can be checked by hand.</summary>
public class SupportMapTests
{
    private static readonly DateOnly Today = new(2026, 5, 1);

    private readonly List<Need> needs = [];
    private readonly List<Support> supports = [];
    private readonly Dictionary<Guid, HelpingPerson> people = [];
    private readonly List<(Guid Need, Thought Thought)> thoughts = [];
    private readonly Dictionary<Guid, Profile> profiles = [];

    [Fact]
    public void An_excellent_mentor_who_was_named_is_no_gap_on_the_first_day()
    {
        var need = Need("Pricing");
        Supports(need, Person("Grace", strength: .9, alive: .8), Ability.Excellent);

        var cover = Assert.Single(Map().Needs);

        Assert.Equal(.9 * (.35 + .6 * .9) * .8, cover.Coverage, 12);
        Assert.Equal(CoverKind.SinglePointOfFailure, cover.Kind);
        Assert.Equal("Grace", cover.Only!.Person.Name);
    }

    [Theory]
    [InlineData(SupportBasis.Agreed, .9 * .9 * .8)]
    [InlineData(SupportBasis.Said, .9 * (.35 + .6 * .5) * .4)]
    [InlineData(SupportBasis.Inferred, .9 * (.1 + .8 * .5) * .4)]
    public void Willingness_depends_on_from_what_it_is_known(SupportBasis basis, double chance)
    {
        var need = Need("Pricing");
        Supports(need, Person("Grace", strength: .5, alive: .4), Ability.Excellent, basis);

        Assert.Equal(chance, Map().Needs[0].Helpers[0].Chance, 12);
    }

    [Fact]
    public void Whoever_was_asked_too_much_is_worth_less_and_is_named()
    {
        var need = Need("Pricing");
        var grace = Person("Grace", strength: .5, alive: 1);
        people[grace] = people[grace] with { Utilisation = 2, LoadFactor = Math.Exp(-1), Wait = 17 };
        Supports(need, grace, Ability.Good);

        var map = Map();

        Assert.Equal(.6 * .65 * Math.Exp(-1), map.Needs[0].Coverage, 12);
        var overload = Assert.Single(map.Findings, f => f.Kind == FindingKind.Overload);
        Assert.Equal("You have asked Grace a lot lately.", overload.Sentence.InWords());
        Assert.Equal("Give it about 3 weeks.", overload.Reasons[0].InWords());
    }

    [Fact]
    public void Twenty_who_were_only_gathered_are_not_one_sure_helper()
    {
        var need = Need("Pricing");
        foreach (var number in Enumerable.Range(1, 20)) Supports(need, Person($"{number:00}", .3, .9), Ability.Maybe, SupportBasis.Inferred);

        var map = Map();

        Assert.Equal(3, map.Needs[0].Helpers.Count);
        Assert.Equal(CoverKind.Gap, map.Needs[0].Kind);
        Assert.Equal(["04", "05", "06"], map.Candidates[need].Select(c => c.Name));
    }

    [Fact]
    public void A_need_with_nobody_or_with_those_who_cannot_is_a_gap()
    {
        Need("Tax");
        Supports(Need("Law"), Person("Alan", .9, 1), Ability.None);

        var map = Map();

        Assert.All(map.Needs, n => Assert.Equal((CoverKind.Gap, 0d, "Nobody yet"), (n.Kind, n.Coverage, n.InWords.InWords())));
        Assert.Equal(0, map.Overall);
        Assert.Empty(map.Leanings);
        Assert.Equal(["Nobody helps you with “Tax” yet.", "Nobody helps you with “Law” yet."], map.Findings.Select(f => f.Sentence.InWords()));
        Assert.All(map.Findings, f => Assert.StartsWith("/map/needs/", f.Href, StringComparison.Ordinal));
    }

    [Fact]
    public void A_gap_names_who_would_close_most_of_it()
    {
        var (tax, law) = (Need("Tax", 5), Need("Law", 1));
        Think(tax, Person("Alan", .9, 1), Ability.Good);
        Think(tax, Person("Katherine", .2, .8), Ability.Good);
        Think(law, Person("Grace", .2, .8), Ability.Maybe);

        var map = Map();

        Assert.Equal(["Alan", "Katherine"], map.Candidates[tax].Select(c => c.Name));
        Assert.Equal(5.0 / 6 * .6 * (.1 + .8 * .9), map.Candidates[tax][0].Gain, 12);
        Assert.Equal("Nobody helps you with “Tax” yet. Alan could.", map.Findings[0].Sentence.InWords());
        Assert.Equal($"/asks/new?to={map.Candidates[tax][0].Id}&need={tax}", map.Findings[0].Href);
    }

    [Fact]
    public void Reliance_is_named_from_five_supporters_on()
    {
        var pricing = Need("Pricing", 5);
        var grace = Person("Grace", 1, 1);
        Supports(pricing, grace, Ability.Excellent, SupportBasis.Agreed);
        foreach (var name in (string[])["Alan", "Katherine", "Ada"]) Supports(Need($"Boats of {name}", 1), Person(name, 0, .1), Ability.Maybe);

        var four = Map();
        Supports(Need("More boats", 1), Person("Fifth", 0, .1), Ability.Maybe);
        var five = Map();

        Assert.DoesNotContain(four.Findings, f => f.Kind == FindingKind.Reliance);
        var reliance = Assert.Single(five.Findings, f => f.Kind == FindingKind.Reliance);
        Assert.Equal([grace], reliance.People);
        Assert.Equal($"/map?without={grace}", reliance.Href);
        Assert.Equal(5 * .81 / 9, five.Leanings[0].Criticality, 12);
    }

    [Fact]
    public void Sameness_is_named_with_what_is_the_same()
    {
        var need = Need("Pricing");
        foreach (var (name, place) in ((string, string)[])[("A", "Lisbon"), ("B", "lisbon"), ("C", "Lisboa"), ("D", "Lisbon"), ("E", "Porto")])
        {
            var id = Person(name, .5, 1);
            profiles[id] = new(id, new Dictionary<Facet, string> { [Facet.Place] = place });
            Supports(need, id, Ability.Good);
        }

        var map = Map();
        var alike = Assert.Single(map.Alike);

        Assert.Equal((5, 3, "Lisbon", 3), (alike.Known, alike.Most, alike.Value, alike.Values.Count));
        Assert.Equal(1 / (.36 + .04 + .04), alike.Effective, 12);
        Assert.Equal("3 of 5 people who support you are in one place: Lisbon.", Assert.Single(map.Findings, f => f.Kind == FindingKind.Sameness).Sentence.InWords());
    }

    [Fact]
    public void The_network_is_named_by_its_two_numbers()
    {
        var need = Need("Pricing");
        foreach (var (name, sphere) in ((string, Sphere)[])[("A", Sphere.Work), ("B", Sphere.Community), ("C", Sphere.Education)])
        {
            var id = Person(name, .5, 1);
            profiles[id] = new(id, new Dictionary<Facet, string>()) { Sphere = sphere };
            Supports(need, id, Ability.Good);
        }

        var network = Map().Network;

        Assert.Equal((NetworkType.Entrepreneurial, 3, 3), (network.Type, network.Developers, network.Spheres));
        Assert.Equal(2 / 3.0, network.Diversity!.Value, 12);
        Assert.Equal(.5, network.Strength!.Value, 12);
        Assert.Equal(NetworkType.TooFew, NetworkKind.Of([]).Type);
    }

    [Fact]
    public void What_if_says_what_would_change()
    {
        var (pricing, hiring) = (Need("Pricing", 3), Need("Hiring", 1));
        var grace = Person("Grace", 1, 1);
        var alan = Person("Alan", .5, 1);
        Supports(pricing, grace, Ability.Excellent, SupportBasis.Agreed);
        Supports(hiring, alan, Ability.Good);

        var without = WhatIf.Between(Map(), SupportMap.Of(Inputs().Without(grace), CoverageRules.Usual), new Dictionary<Guid, string> { [grace] = "Grace" }, new(grace));
        var with = WhatIf.Between(Map(), SupportMap.Of(Inputs().With(hiring, grace, Ability.Excellent), CoverageRules.Usual), new Dictionary<Guid, string> { [grace] = "Grace" }, new(null, grace, hiring));

        Assert.Equal("Without Grace", without.Sentence.InWords());
        var change = Assert.Single(without.Changes);
        Assert.Equal((.81, 0d), (change.Before.Coverage, change.After.Coverage));
        Assert.Equal(.75 * .81 + .25 * .39, without.Before!.Value, 12);
        Assert.Equal(.25 * .39, without.After!.Value, 12);
        Assert.Equal("If Grace helped with “Hiring”", with.Sentence.InWords());
        Assert.True(Assert.Single(with.Changes).Difference > 0);
    }

    [Fact]
    public void Without_a_need_nothing_is_said()
    {
        var map = Map();

        Assert.Null(map.Overall);
        Assert.Empty(map.Findings);
    }

    private SupportMap Map() => SupportMap.Of(Inputs(), CoverageRules.Usual);

    private MapInputs Inputs() => new()
    {
        On = Today,
        Needs = needs,
        Supports = supports.ToLookup(s => s.NeedId),
        People = people,
        Thoughts = thoughts.ToLookup(t => t.Need, t => t.Thought),
        Organizations = Array.Empty<Likely>().ToLookup(_ => Guid.Empty),
        Profiles = profiles,
    };

    private Guid Need(string topic, int importance = 3)
    {
        needs.Add(new() { Kind = SupportKind.Knowledge, Topic = topic, Importance = importance });
        return needs[^1].Id;
    }

    private Guid Person(string name, double strength, double alive)
    {
        var id = Guid.CreateVersion7();
        people[id] = new(id, name, strength, alive) { LastTouchOn = Today };
        return id;
    }

    private void Supports(Guid need, Guid person, Ability ability, SupportBasis basis = SupportBasis.Said) =>
        supports.Add(new(need, person, people[person].Name, ability, basis) { Reason = new("Needs.ByAgreement") });

    private void Think(Guid need, Guid person, Ability ability) =>
        thoughts.Add((need, new(new(need, person, people[person].Name, ability, SupportBasis.Inferred) { Reason = new("Needs.ByTopic", "tax") }, [new("Needs.ByTopic", "tax")])));
}
