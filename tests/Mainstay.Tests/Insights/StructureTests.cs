using Mainstay.Exchange;
using Mainstay.Insights;
using Mainstay.Needs;
using Mainstay.Rhythm;
using Mainstay.Words;
using static Mainstay.Tests.Insights.StructureCast;

namespace Mainstay.Tests.Insights;

/// <summary>What the structure of a network says, and that it says nothing where too little is recorded.</summary>
public class StructureTests
{
    [Fact]
    public void Two_circles_that_meet_in_one_person_are_named_after_what_they_share()
    {
        var structure = TwoCircles().Of();

        Assert.Equal("Your designers and your investors meet only through Ana.", structure.Said(StructureFindingKind.OnlyThrough));
        var finding = structure.Findings[0];
        Assert.Equal([Id("Ana")], finding.People);
        Assert.Equal(["Your designers: D1, D2, D3 and one more.", "Your investors: I1, I2, I3 and one more.", "Besides you, that is, and as far as it is noted."], finding.Reasons.Select(r => r.InWords()));
        Assert.Equal(($"/introductions/new?two=on&through={Id("D1")}&to={Id("I1")}", "Bring two of them together"), (finding.Href, finding.Action.InWords()));
        Assert.Equal(("Ana", "Only Ana connects your designers and your investors."), (structure.Connectors[0].Person.Name, structure.Connectors[0].Sentence.InWords()));
        Assert.Equal("Based on 16 recorded links between 9 people, of 9 in all. What is not recorded is not known.", structure.Basis.InWords());
    }

    [Fact]
    public void In_a_large_network_it_is_said_that_the_ways_are_an_estimate()
    {
        var large = new StructureCast();
        for (var i = 1; i < 2_600; i++) large.Link($"P{i}", $"P{i / 2}"); // a tree: all ways from one branch to another lead through its root

        Assert.Contains(large.Of().Connectors[0].Reasons, r => r.InWords().EndsWith("of the shortest ways between two others: an estimate, from the ways of 2,308 of 2,600 people.", StringComparison.Ordinal));
        Assert.DoesNotContain(TwoCircles().Of().Connectors[0].Reasons, r => r.InWords().Contains("estimate", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_side_that_is_spoken_of_is_listed()
    {
        // C holds two circles together, so that the side is called after them and neither circle is.
        var network = new StructureCast().Circle(null, "A1", "A2", "A3", "A4").Circle(null, "B1", "B2", "B3", "B4").Circle("investor", "I1", "I2", "I3", "I4");
        foreach (var name in (string[])["A1", "A2", "A3", "B1", "B2", "B3"]) network.Link("C", name, 1);
        var structure = network.Link("Ana", "A4").Link("Ana", "B4").Link("Ana", "I1").Link("Ana", "I2").Of();

        var listed = structure.Groups.Where(g => g.IsTold).Select(g => g.Name).Concat(structure.Parts.Select(p => p.Name)).ToList();
        var part = Assert.Single(structure.Parts);
        Assert.Equal(("group around C", 9, "C"), (part.Name.InWords(), part.People.Count, part.People[0].Name));
        Assert.Contains("your group around C", structure.Connectors.Single(c => c.Person.Name == "Ana").Sentence.InWords(), StringComparison.Ordinal);
        Assert.All(structure.Findings.SelectMany(f => f.Sides), s => Assert.Contains(s.Name, listed));
        Assert.Empty(TwoCircles().Of().Parts);
    }

    [Fact]
    public void In_German_too()
    {
        var finding = TwoCircles().Of().Findings[0];

        Assert.Equal("Deine Leute mit der Rolle „designer“ und deine Leute mit der Rolle „investor“ treffen sich nur über Ana.", finding.Sentence.InWords(new("de")));
    }

    [Fact]
    public void Who_is_known_by_two_ways_is_no_bottleneck()
    {
        var structure = TwoCircles().Link("D4", "I4").Of();

        Assert.DoesNotContain(structure.Findings, f => f.Kind == StructureFindingKind.OnlyThrough);
    }

    [Fact]
    public void Two_who_hold_two_circles_together_are_told_as_one()
    {
        var network = new StructureCast().Circle("designer", "D1", "D2", "D3", "Ana").Circle("investor", "I1", "I2", "I3", "Bo").Link("Ana", "Bo");

        Assert.Equal("Your designers and your investors meet only because Ana and Bo know each other.", network.Of().Said(StructureFindingKind.OnlyThrough).Replace("Bo and Ana", "Ana and Bo", StringComparison.Ordinal)
            .Replace("investors and your designers", "designers and your investors", StringComparison.Ordinal));
        Assert.Single(network.Of().Findings, f => f.Kind == StructureFindingKind.OnlyThrough);
    }

    [Fact]
    public void Parts_that_know_nothing_of_each_other_are_told()
    {
        var two = new StructureCast().Circle("designer", "D1", "D2", "D3", "D4").Circle("investor", "I1", "I2", "I3", "I4");
        var three = two.Circle("coach", "C1", "C2", "C3");

        Assert.Equal("Your 11 people fall into 3 parts that do not know each other.", three.Of().Said(StructureFindingKind.Apart));
        Assert.Equal("Your 8 people fall into two parts that do not know each other: your designers and your investors.", new StructureCast().Circle("designer", "D1", "D2", "D3", "D4").Circle("investor", "I1", "I2", "I3", "I4").Of().Said(StructureFindingKind.Apart));
    }

    [Fact]
    public void Nobody_knows_who_stands_alone_and_only_those_near_are_named()
    {
        var network = TwoCircles().Person("Bo", layer: Layer.Close).Person("Stranger").Person("Far", layer: Layer.Wider);

        Assert.Equal("Nobody of your people knows Bo, as far as it is noted.", network.Of().Said(StructureFindingKind.Alone));
        Assert.Equal($"/people/{Id("Bo")}#knows-head", network.Of().Findings.Single(f => f.Kind == StructureFindingKind.Alone).Href);
        Assert.Equal("Bo and Cy are near to you, and nobody else of your people knows them, as far as it is noted.", network.Person("Cy", layer: Layer.Close).Of().Said(StructureFindingKind.Alone));
    }

    [Fact]
    public void With_fewer_than_ten_links_it_says_only_that_this_is_too_little()
    {
        var nine = new StructureCast().Circle("designer", "D1", "D2", "D3").Circle("investor", "I1", "I2", "I3").Circle("coach", "C1", "C2", "C3");
        var none = new StructureCast().Person("Bo", layer: Layer.Core);

        Assert.Equal("9 recorded links are too little to say how your people hang together. A few more will do.", nine.Of().Said(StructureFindingKind.TooLittle));
        Assert.Equal((1, 0, false, "/acquaintances"), (nine.Of().Findings.Count, nine.Of().Connectors.Count, nine.Of().IsEnough, nine.Of().Findings[0].Href));
        Assert.Equal("As soon as you note who of your people know each other, you will read here how they hang together.", none.Of().Said(StructureFindingKind.TooLittle));
        Assert.True(nine.Link("D1", "I1").Of().IsEnough);
        Assert.Empty(new StructureCast().Of().Groups);
    }

    [Fact]
    public void My_own_network_has_the_numbers_of_Burt()
    {
        // The star of four and the clique of five of reference/structure_small.json, with the owner in the middle.
        var star = new StructureCast().Ties(1, "A", "B", "C", "D").Of().Mine!.Standing;
        var clique = new StructureCast().Ties(1, "A", "B", "C", "D").Circle(null, "A", "B", "C", "D").Of().Mine!.Standing;
        var pair = new StructureCast().Ties(1, "A").Of().Mine!.Standing;

        Assert.Equal((.25, 4.0, 1.0), (Round(star.Constraint), Round(star.EffectiveSize), Round(star.Efficiency)));
        Assert.Equal((.765625, 1.0, .25), (Round(clique.Constraint), Round(clique.EffectiveSize), Round(clique.Efficiency)));
        Assert.Equal((1.0, 1.0, null), (Round(pair.Constraint), Round(pair.EffectiveSize), pair.Hierarchy));
        Assert.Null(new StructureCast().Person("Nobody's tie").Of().Mine);
    }

    [Fact]
    public void Where_most_know_each_other_what_is_new_comes_late()
    {
        var closed = new StructureCast().Ties(1, "A", "B", "C", "D", "E").Circle(null, "A", "B", "C", "D", "E").Of();
        var open = new StructureCast().Ties(1, "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N").Circle(null, "A", "B", "C", "D", "E").Of();

        Assert.Equal("Most of your people know each other: what is new reaches you late.", closed.Said(StructureFindingKind.Closed));
        Assert.Contains("Constraint 0.65: how much your people lead back to each other.", closed.Findings.Single(f => f.Kind == StructureFindingKind.Closed).Reasons[0].InWords(), StringComparison.Ordinal);
        Assert.DoesNotContain(open.Findings, f => f.Kind == StructureFindingKind.Closed);
        Assert.Equal("Of 9 of them nothing is noted yet: what looks open may be less so.", open.Mine!.InWords[^1].InWords());
    }

    [Fact]
    public void A_group_without_anything_in_common_is_named_after_who_knows_most_of_them_and_no_two_bear_one_name()
    {
        var network = new StructureCast().Circle("designer", "D1", "D2", "D3", "D4").Circle("designer", "E1", "E2", "E3").Circle(null, "X1", "X2", "X3").Person("Y1").Person("Y2").Person("Y3").Person("Y4").Person("Y5").Person("Y6");

        var names = network.Of().Groups.Select(g => g.Name.InWords()).ToArray();

        Assert.Equal(("designers", 3), (names[0], names.Distinct().Count()));
        Assert.All(names[1..], name => Assert.StartsWith("group around ", name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("designer", "designers")]
    [InlineData("coach", "coaches")]
    [InlineData("mentee of mine", "mentee of mines")] // what is no word in English stays odd, and understood
    [InlineData("deputy", "deputies")]
    [InlineData("boss", "bosses")]
    [InlineData("医生", "医生")]
    public void A_role_is_told_of_several(string role, string several) => Assert.Equal(several, new StructureCast().Circle(role, "A", "B", "C").Circle(null, "D", "E", "F").Of().Groups.First(g => g.People.Any(p => p.Name == "A")).Name.InWords());

    [Fact]
    public void Loose_ties_with_mutual_contacts_may_open_a_door_when_one_is_needed()
    {
        var network = TwoCircles().Ties(.1, "D1", "I1", "Ana").Person("Near", layer: Layer.Core).Link("Near", "D1").Person("Loner", layer: Layer.Wider);
        var need = new Need { Kind = SupportKind.Opportunities, Topic = "A first customer" };

        Assert.Empty(network.Of().WeakTies);
        var weak = network.Of([need]).WeakTies;

        Assert.Equal(["D1", "Ana", "I1"], weak.Select(t => t.Person.Name)); // by 5, 4 and 4 mutual contacts
        Assert.Equal($"/asks/new?to={Id("D1")}&need={need.Id}", weak[0].Href);
        Assert.StartsWith("Known to ", weak[0].Reasons[0].InWords(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ties_that_went_quiet_are_worth_a_word_and_how_close_they_were_is_not_what_counts()
    {
        var network = new StructureCast()
            .Quiet("Much together", 40, closeness: null)
            .Quiet("Little together", 4, closeness: null)
            .Quiet("Trusted", 4, closeness: 5)
            .Quiet("Said no twice", 4, closeness: null, new AskRecord(2, 0, 3))
            .Quiet("Met twice", 2, closeness: 5)
            .Person("Present", layer: Layer.Close);

        var dormant = network.Of().DormantTies;

        Assert.Equal(["Trusted", "Little together", "Said no twice", "Much together"], dormant.Select(t => t.Person.Name));
        Assert.Equal($"/touches/new?person={Id("Trusted")}", dormant[0].Href);
        Assert.Equal("You were in touch on 4 days, last 4 years ago.", dormant[0].Reasons[0].InWords());
    }

    [Fact]
    public void What_the_owner_said_of_an_old_tie_counts_and_is_told_apart_from_what_is_assumed()
    {
        var network = new StructureCast()
            .Quiet("Nothing said", 4, closeness: null)
            .Quiet("Close, not trusted", 4, closeness: 5, said: t => t.Trust = HowMuch.Not)
            .Quiet("All said", 4, closeness: 5, new AskRecord(2, 0, 3), t => (t.Trust, t.Willing, t.Standing) = (HowMuch.Much, HowMuch.Much, HowMuch.Somewhat))
            .Quiet("Stood in for", 4, closeness: 5, new AskRecord(2, 0, 3));

        var dormant = network.Of().DormantTies.ToDictionary(t => t.Person.Name);

        Assert.Equal(["All said", "Stood in for", "Nothing said", "Close, not trusted"], network.Of().DormantTies.Select(t => t.Person.Name));
        Assert.Equal([.85, .6625, .55, .375], network.Of().DormantTies.Select(t => Round(t.Score))); // each was met on a quarter of all days
        Assert.Equal(["You said that you trust them much.", "You said that they are very willing to help.", "You said that they are somewhat ahead of you."], Words("All said"));
        Assert.Equal(["You rated the closeness 5 of 5.", "How much you trust them is taken from that.", "Said yes to 0 of 2 asks.", "How willing they are to help is taken from that.", "Not said, so it counts half: how far they are ahead of you."], Words("Stood in for"));
        Assert.Equal(["Not said, so it counts half: how much you trust them, how willing they are to help and how far they are ahead of you."], Words("Nothing said"));
        Assert.Equal(["You said that you do not trust them.", "Not said, so it counts half: how willing they are to help and how far they are ahead of you."], Words("Close, not trusted"));

        IEnumerable<string> Words(string name) => dormant[name].Reasons.Skip(1).Select(r => r.InWords(new("en")));
    }

    private static double Round(double number) => Math.Round(number, 12);
}
