using Mainstay.Algorithms.Matching;
using Mainstay.Matching;
using Mainstay.Words;

namespace Mainstay.Tests.Matching;

public class PairingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Participant Grace => new("Grace Hopper", 2) { Offers = ["Pricing strategy", "Hiring"], Prefers = ["Ana Ruiz"], Known = Known("seed", "Navy") };

    private static Participant Alan => new("Alan Turing") { Offers = ["Public speaking"], Known = Known("growth", "Bletchley") };

    private static Participant Ana => new("Ana Ruiz") { Wants = ["pricing", "hiring the first employee"], Prefers = ["Grace Hopper"], Known = Known("seed", "Acme") };

    private static Participant Bo => new("Bo Lund") { Wants = ["speaking"], Known = Known("growth", "Brill") };

    [Fact]
    public void Those_who_want_what_the_other_offers_are_paired_with_reasons()
    {
        var draft = Draft([Ana, Bo], [Grace, Alan]);

        Assert.Equal([("Ana Ruiz", "Grace Hopper", 1), ("Bo Lund", "Alan Turing", 1)], draft.Pairs.Select(p => (p.Mentee.Name, p.Mentor.Name, p.Rank)));
        Assert.Equal(["Offers 1 of 2 topics wanted: pricing.", "Offers what is wanted: hiring."], [.. Reasons(Bo with { Wants = ["pricing", "law"] }), .. Reasons(Bo with { Wants = ["hiring"] })]);
        Assert.Equal(["Offers what is wanted: pricing, hiring the first employee.", "The same stage: seed.", "They asked for each other.", "From elsewhere (organisation: Navy)."], draft.Pairs[0].Reasons.Select(r => r.InWords()));
        Assert.Equal((1.0, 1.0, 0), (draft.Chosen.Quality.Coverage, draft.Chosen.Quality.TopThree, draft.Chosen.BlockingPairs));
        Assert.Equal(MatchMode.Stable, draft.Other.Mode);
    }

    private static IEnumerable<string> Reasons(Participant mentee) => Draft([mentee], [Grace]).Pairs[0].Reasons.Take(1).Select(r => r.InWords());

    [Fact]
    public void The_score_is_the_weighted_mean_and_what_is_not_known_counts_half()
    {
        // wants 40: (1/2 + 1/3)... of “hiring the first employee” one word of three is offered; stage 25: 1; wishes 15: 1; organisation 10: 1.
        var known = Draft([Ana], [Grace]).Pairs[0].Score;
        Assert.Equal(Math.Round(100 * (40 * ((1 + 1.0 / 3) / 2) + 25 + 15 + 10) / 90, 3), known);
        Assert.Equal(50, Draft([new("Ana")], [new("Grace")], new(), []).Pairs[0].Score);
        Assert.Equal(100, Draft([Ana], [Grace], new() { Weights = new Dictionary<string, double> { ["wants"] = 0, ["prefers"] = 0 } }).Pairs[0].Score);
    }

    [Fact]
    public void Numbers_are_as_alike_as_they_are_near()
    {
        Participant Of(string name, string years) => new(name) { Known = new Dictionary<string, string> { ["years"] = years } };
        RoundRules rules = new() { Weights = new Dictionary<string, double> { ["wants"] = 0, ["prefers"] = 0 } };

        var draft = Pairing.Of(new("mentees", [Of("Ana", "2"), Of("Bo", "10")], ["years"]), new("mentors", [Of("Grace", "12"), Of("Alan", "4")], ["years"]), rules, Stop);

        Assert.Equal([("Ana", "Alan", 80.0), ("Bo", "Grace", 80.0)], draft.Pairs.Select(p => (p.Mentee.Name, p.Mentor.Name, p.Score)));
    }

    [Fact]
    public void As_many_as_possible_come_first_and_the_best_scores_only_if_asked()
    {
        // Ana and Bo both fit Grace; only Ana may be with Alan, though badly.
        Participant[] mentees = [new("Ana") { Wants = ["pricing"] }, new("Bo") { Wants = ["pricing"], Avoid = ["Alan"] }], mentors = [new("Grace") { Offers = ["pricing"] }, new("Alan") { Offers = ["law"] }];

        var everyone = Draft(mentees, mentors, new(), []);
        var total = Draft(mentees, mentors, new() { Aim = MatchAim.Total, Weights = new Dictionary<string, double> { ["prefers"] = 0 } }, []);

        Assert.Equal([("Ana", "Alan"), ("Bo", "Grace")], everyone.Pairs.Select(p => (p.Mentee.Name, p.Mentor.Name)));
        Assert.Equal("Grace", Assert.Single(total.Pairs).Mentor.Name);
        Assert.Equal("Ana: A mentor is free, and the pair would add nothing to the total.", Alone(total));
    }

    [Fact]
    public void The_worst_pair_is_made_as_good_as_it_can_be()
    {
        Participant Mentee(string name, params string[] wants) => new(name) { Wants = wants };
        Participant Mentor(string name, params string[] offers) => new(name) { Offers = offers };
        Participant[] mentees = [Mentee("Ana", "pricing"), Mentee("Bo", "pricing", "law", "tax")], mentors = [Mentor("Grace", "pricing", "law"), Mentor("Alan", "pricing")];

        Assert.Equal(["Alan", "Grace"], Draft(mentees, mentors, new() { Aim = MatchAim.Worst }, []).Pairs.Select(p => p.Mentor.Name));
        Assert.Equal(["Grace"], Draft([mentees[0]], [mentors[0]], new() { Aim = MatchAim.Worst }, []).Pairs.Select(p => p.Mentor.Name));
        Assert.Empty(Draft([], [], new() { Aim = MatchAim.Worst }, []).Pairs);
    }

    [Fact]
    public void Where_both_sides_choose_no_two_would_rather_have_each_other()
    {
        Participant[] mentees = [new("Ana") { Wants = ["law"], Prefers = ["Grace"] }, new("Bo") { Wants = ["pricing"], Prefers = ["Grace", "Alan"] }], mentors = [new("Grace") { Offers = ["pricing"], Prefers = ["Bo"] }, new("Alan") { Offers = ["pricing"], Avoid = ["Ana"] }];

        var stable = Draft(mentees, mentors, new() { Mode = MatchMode.Stable }, []);

        Assert.Equal([("Bo", "Grace")], stable.Pairs.Select(p => (p.Mentee.Name, p.Mentor.Name)));
        Assert.Equal((0, 1), (stable.Chosen.BlockingPairs, stable.Other.BlockingPairs));
        Assert.Equal((0.5, 1.0), (stable.Chosen.Quality.Coverage, stable.Other.Quality.Coverage));
    }

    [Fact]
    public void Pins_come_first_and_take_a_place()
    {
        var draft = Draft([Ana, Bo], [Grace with { Places = 1 }, Alan], new() { Pins = [("bo lund", "GRACE HOPPER")] });

        Assert.Equal([("Ana Ruiz", "Alan Turing", 2), ("Bo Lund", "Grace Hopper", 2)], draft.Pairs.Select(p => (p.Mentee.Name, p.Mentor.Name, p.Rank)));
        Assert.Equal("Pinned by the organiser.", draft.Pairs[1].Reasons[0].InWords());
    }

    [Fact]
    public void What_excludes_each_other_is_said()
    {
        Assert.Equal("pins Matching.PinnedApart", Mistake([Ana], [Grace], new() { Pins = [("Ana Ruiz", "Grace Hopper")], Apart = [("Ana Ruiz", "Grace Hopper")] }));
        Assert.Equal("pins Matching.PinnedTwice", Mistake([Ana], [Grace, Alan], new() { Pins = [("Ana Ruiz", "Grace Hopper"), ("Ana Ruiz", "Alan Turing")] }));
        Assert.Equal("pins Matching.PinnedFull", Mistake([Ana, Bo], [Alan], new() { Pins = [("Ana Ruiz", "Alan Turing"), ("Bo Lund", "Alan Turing")] }));
        Assert.Equal("pins Matching.NoMentor", Mistake([Ana], [Grace], new() { Pins = [("Ana Ruiz", "Nobody")] }));
        Assert.Equal("apart Matching.NoMentee", Mistake([Ana], [Grace], new() { Apart = [("Nobody", "Grace Hopper")] }));
        Assert.Equal("minimum Matching.MinimumRange", Mistake([Ana], [Grace], new() { Minimum = 101 }));
        Assert.Equal("weights Matching.NeverBy", Mistake([Ana], [Grace], new() { Weights = new Dictionary<string, double> { ["Gender"] = 5 } }));
        Assert.Equal("weights Matching.NoCriterion", Mistake([Ana], [Grace], new() { Differ = ["colour"] }));
    }

    [Fact]
    public void A_round_with_nobody_with_one_and_with_everybody_excluding_everybody_has_an_answer()
    {
        Assert.Equal("Ana Ruiz: There is no mentor with a place.", Alone(Draft([Ana], [])));
        Assert.Equal("Ana Ruiz: There is no mentor with a place.", Alone(Draft([Ana], [Grace with { Places = 0 }])));
        Assert.Equal("Ana Ruiz: Nobody is left who may be paired: every mentor is excluded.", Alone(Draft([Ana], [Grace with { Avoid = ["ana ruiz"] }])));
        Assert.Equal("Ana Ruiz: Nobody is left who may be paired: every mentor is excluded.", Alone(Draft([Ana], [new("Ana  RUIZ".Replace("  ", " ", StringComparison.Ordinal))]))); // nobody is their own mentor
        Assert.Equal("Ana Ruiz: Nobody is left who may be paired and reaches the lowest score.", Alone(Draft([Ana], [Alan], new() { Minimum = 90 })));
        var none = Draft([], [Grace]);
        Assert.Empty(none.Pairs);
        Assert.Equal(new PairingQuality { Use = 0 }, none.Chosen.Quality);
        Assert.Empty(Draft([Ana with { Places = 0 }], [Grace]).Unmatched); // sits this round out
    }

    private static string Alone(Draft draft) => string.Join(' ', draft.Unmatched.Select(a => $"{a.Mentee.Name}: {a.Why.InWords()}"));

    [Fact]
    public void Names_written_twice_and_odd_capacities_are_said()
    {
        Assert.Equal("mentees Matching.Twice", Mistake([Ana, Ana with { Name = "ANA RUIZ" }], [Grace]));
        Assert.Equal("mentors Matching.PlacesRange", Mistake([Ana], [Grace with { Places = -1 }]));
        Assert.Equal("mentees Matching.Nameless", Mistake([new("")], [Grace]));
        Assert.Equal("mentors Matching.TooMany", Mistake([Ana], [.. Enumerable.Range(0, 5_001).Select(n => new Participant($"Mentor {n}"))]));
    }

    [Fact]
    public void The_organiser_is_told_what_did_not_count()
    {
        var draft = Pairing.Of(new("mentees", [Ana with { Prefers = ["Grace Hoper"], Places = 2 }], ["stage", "Gender", "mood"]) { Missing = ["wants"] }, new("mentors", [Grace], ["STAGE", "gender"]), new(), Stop);

        Assert.Equal(["Matching.NoColumn_wants", "Matching.NeverBy", "Matching.OnlyHere", "Matching.StrangeToMentees", "Matching.OneMentorEach"], draft.Notices.Select(n => n.Key));
        Assert.Equal(["wants", "prefers", "stage"], draft.Criteria.Select(c => c.Name));
    }

    [Fact]
    public void A_comma_parts_two_names_unless_somebody_is_called_so()
    {
        Participant[] mentors = [new("Hopper, Grace"), new("Alan Turing"), new("Katherine Johnson")];

        var draft = Draft([new("Ana") { Avoid = ["Hopper, Grace", "Alan Turing, Katherine Jonson"] }], mentors, new(), []);

        Assert.Equal(["Katherine Johnson"], draft.Pairs.Select(p => p.Mentor.Name));
        Assert.Equal(["Matching.AvoidsNobody Katherine Jonson"], draft.Notices.Select(n => $"{n.Key} {n.Inputs[1]}"));
    }

    [Fact]
    public void What_is_too_much_for_one_round_is_said()
    {
        Participant[] mentees = [.. Enumerable.Range(0, 1_000).Select(n => new Participant($"Mentee {n}"))];

        Assert.Equal("mentors Matching.TooManyPlaces", Mistake(mentees, [.. Enumerable.Range(0, 101).Select(n => new Participant($"Mentor {n}", 1_000))]));
        Assert.Equal("mentees Matching.TooMuch", Mistake([Ana with { Wants = [.. Enumerable.Range(0, 51).Select(n => $"topic {n}")] }], [Grace]));
        Assert.Equal("pins Matching.PinnedOut", Mistake([Ana with { Places = 0 }], [Grace], new() { Pins = [("Ana Ruiz", "Grace Hopper")] }));
    }

    [Fact]
    public void A_large_round_is_drafted()
    {
        string[] topics = ["pricing", "law", "hiring", "sales", "design", "funding"];
        Participant Of(string name, int n) => new($"{name} {n}") { Wants = [topics[n % 6], topics[n / 6 % 6]], Offers = [topics[n % 5], topics[n / 5 % 6]] };

        var draft = Draft([.. Enumerable.Range(0, 600).Select(n => Of("Mentee", n))], [.. Enumerable.Range(0, 400).Select(n => Of("Mentor", n) with { Places = 2 })], new(), []);

        Assert.Equal(600, draft.Pairs.Count);
        Assert.True(draft.Other.Quality.Coverage < 1 || draft.Chosen.Quality.TopThree >= draft.Other.Quality.TopThree); // the aim puts coverage before the first three, and nobody is left out
    }

    private static Draft Draft(Participant[] mentees, Participant[] mentors, RoundRules? rules = null, string[]? columns = null) =>
        Pairing.Of(new("mentees", mentees, columns ?? ["stage", "organisation"]), new("mentors", mentors, columns ?? ["stage", "organisation"]), rules ?? new(), Stop);

    private static string Mistake(Participant[] mentees, Participant[] mentors, RoundRules? rules = null) =>
        Assert.Throws<Mistaken>(() => Draft(mentees, mentors, rules)).Problems.Select(p => $"{p.Field} {p.Sentence.Key}").First();

    private static Dictionary<string, string> Known(string stage, string organisation) => new(StringComparer.OrdinalIgnoreCase) { ["stage"] = stage, ["organisation"] = organisation };
}
