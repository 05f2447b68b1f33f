using Mainstay.Algorithms.Matching;
using Mainstay.Words;

namespace Mainstay.Matching;

/// <summary>Two who were paired.</summary>
/// <param name="Mentee">Who is helped.</param>
/// <param name="Mentor">Who helps.</param>
/// <param name="Score">0 to 100.</param>
/// <param name="Rank">Which choice of the mentee's the mentor is, from 1.</param>
/// <param name="Reasons">Why, the weightiest first.</param>
public sealed record Pair(Participant Mentee, Participant Mentor, double Score, int Rank, IReadOnlyList<Reason> Reasons);

/// <summary>A mentee who has nobody, and why.</summary>
public sealed record Alone(Participant Mentee, Reason Why);

/// <summary>How good a way of pairing is, and how many pairs would rather have each other than what they were given.</summary>
public sealed record WayOfPairing(MatchMode Mode, PairingQuality Quality, int BlockingPairs);

/// <summary>A round as it would be: a draft, with its reasons and its quality, and how the other way of pairing compares.</summary>
public sealed record Draft(IReadOnlyList<Pair> Pairs, IReadOnlyList<Alone> Unmatched, WayOfPairing Chosen, WayOfPairing Other, IReadOnlyList<Criterion> Criteria)
{
    /// <summary>What the organiser should know of what came in.</summary>
    public IReadOnlyList<Reason> Notices { get; init; } = [];
}

/// <summary>Pairs mentees with mentors: scores, exclusions, pins, and then by the organiser's aim or by both sides' wishes.</summary>
public sealed class Pairing
{
    private const double Scale = 1_000;

    /// <summary>Mentees times places: what is reckoned in memory, and in seconds.</summary>
    private const long MostSteps = 100_000_000;

    private readonly IReadOnlyList<Participant> mentees, mentors;
    private readonly RoundRules rules;
    private readonly IReadOnlyList<Criterion> criteria;
    private readonly PairScores scores;
    private readonly int[] pinned, places;

    /// <summary>For each the numbers of those they may be paired with, the dearest first: those they named, then by score. Whoever is pinned chooses no more.</summary>
    private readonly int[][] choices, ofMentees, ofMentors;

    private Pairing(IReadOnlyList<Participant> mentees, IReadOnlyList<Participant> mentors, RoundRules rules, IReadOnlyList<Criterion> criteria, CancellationToken stop)
    {
        (this.mentees, this.mentors, this.rules, this.criteria) = (mentees, mentors, rules, criteria);
        scores = new(mentees, mentors, criteria, stop);
        places = [.. mentors.Select(m => m.Places)];
        var (pins, excluded) = RoundBounds.Of(mentees, mentors, rules);
        pinned = pins;
        foreach (var mentor in pinned.Where(m => m >= 0)) places[mentor]--;
        var (named, wished) = (PairScores.Named(mentees, mentors, p => p.Prefers), PairScores.Named(mentors, mentees, p => p.Prefers));
        choices = [.. Enumerable.Range(0, mentees.Count).Select(mentee => mentees[mentee].Places == 0 ? []
            : InOrder(Enumerable.Range(0, mentors.Count).Where(m => mentors[m].Places > 0 && scores[mentee, m] >= rules.Minimum && !excluded.Contains((mentee, m))), named[mentee], m => scores[mentee, m]))];
        ofMentees = [.. choices.Select((list, mentee) => pinned[mentee] >= 0 ? [] : list)];
        var may = Enumerable.Range(0, mentors.Count).Select(_ => new List<int>()).ToArray();
        for (var mentee = 0; mentee < ofMentees.Length; mentee++)
            foreach (var mentor in ofMentees[mentee]) may[mentor].Add(mentee);
        ofMentors = [.. may.Select((some, mentor) => InOrder(some, wished[mentor], m => scores[m, mentor]))];
    }

    /// <summary>The draft of a round.</summary>
    /// <exception cref="Mistaken">What came in cannot be meant; each field with a sentence.</exception>
    public static Draft Of(ParticipantSheet mentees, ParticipantSheet mentors, RoundRules rules, CancellationToken stop) =>
        Prepared(ref mentees, ref mentors, rules, stop).Draft(stop) with { Notices = PairingNotices.Of(mentees, mentors) };

    /// <summary>For each mentee the pairs they may be in, the dearest first: whom to ask next when one passed, by the same scores.</summary>
    /// <exception cref="Mistaken">What came in cannot be meant; each field with a sentence.</exception>
    public static IReadOnlyList<IEnumerable<Pair>> Choices(ParticipantSheet mentees, ParticipantSheet mentors, RoundRules rules, CancellationToken stop)
    {
        var pairing = Prepared(ref mentees, ref mentors, rules, stop);
        return [.. pairing.choices.Select((list, mentee) => list.Select(mentor => pairing.PairOf(mentee, mentor)))];
    }

    private static Pairing Prepared(ref ParticipantSheet mentees, ref ParticipantSheet mentors, RoundRules rules, CancellationToken stop)
    {
        Mistaken.ThrowIf(mentees.Check());
        Mistaken.ThrowIf(mentors.Check());
        Mistaken.ThrowIf(rules.Check());
        Mistaken.ThrowIf(Size(mentees, mentors, rules));
        (mentees, mentors) = (mentees.Knowing(mentors), mentors.Knowing(mentees));
        var columns = mentees.Columns.Intersect(mentors.Columns, StringComparer.OrdinalIgnoreCase).Where(c => !Criterion.IsOutward(c)).ToList();
        Mistaken.ThrowIf(Unknown(columns, rules));
        return new Pairing(mentees.Participants, mentors.Participants, rules, Criterion.Of(columns, rules), stop);
    }

    private static Problems Size(ParticipantSheet mentees, ParticipantSheet mentors, RoundRules rules)
    {
        var (people, pairs) = (mentees.Participants.Count, (long)mentees.Participants.Count * mentors.Participants.Count);
        var places = mentors.Participants.Sum(m => (long)Math.Min(m.Places, people));
        return new Problems().When(pairs > rules.MostPairs, mentors.Side, "Matching.TooManyPairs", rules.MostPairs).When(people * places > MostSteps, mentors.Side, "Matching.TooManyPlaces");
    }

    private static Problems Unknown(List<string> columns, RoundRules rules)
    {
        var problems = new Problems();
        foreach (var name in rules.Weights.Keys.Concat(rules.Differ).Concat(rules.Alike))
            problems.When(!columns.Prepend(Criterion.Wants).Prepend(Criterion.Prefers).Contains(name, StringComparer.OrdinalIgnoreCase), "weights", "Matching.NoCriterion", name, string.Join(", ", columns.Prepend(Criterion.Prefers).Prepend(Criterion.Wants)));
        return problems;
    }

    private Draft Draft(CancellationToken stop)
    {
        var (assigned, stable) = (Assigned(stop), Stable());
        var (chosen, other) = rules.Mode == MatchMode.Assign ? (assigned, stable) : (stable, assigned);
        var pairs = from mentee in Enumerable.Range(0, mentees.Count)
                    where chosen[mentee] >= 0
                    select PairOf(mentee, chosen[mentee]);
        var alone = Enumerable.Range(0, mentees.Count).Where(m => chosen[m] < 0 && mentees[m].Places > 0).Select(m => new Alone(mentees[m], WhyAlone(m, chosen)));
        return new([.. pairs], [.. alone], Way(rules.Mode, chosen), Way(rules.Mode == MatchMode.Assign ? MatchMode.Stable : MatchMode.Assign, other), criteria);
    }

    private Pair PairOf(int mentee, int mentor) => new(mentees[mentee], mentors[mentor], scores[mentee, mentor], Rank(mentee, mentor), PairReasons.Of(scores, mentees, mentors, mentee, mentor, pinned[mentee] == mentor));

    private WayOfPairing Way(MatchMode mode, int[] found)
    {
        var takingPart = Enumerable.Range(0, mentees.Count).Where(m => mentees[m].Places > 0).ToList();
        var used = found.Where(m => m >= 0).CountBy(m => m).ToDictionary();
        var quality = PairingQuality.Of([.. takingPart.Select(m => found[m] < 0 ? ((int, double)?)null : (Rank(m, found[m]), scores[m, found[m]]))], [.. mentors.Select((m, at) => (used.GetValueOrDefault(at), m.Places))]);
        int[] free = [.. found.Select((mentor, mentee) => pinned[mentee] >= 0 ? -1 : mentor)];
        return new(mode, quality, Stability.BlockingPairs(ofMentees, ofMentors, places, free).Count());
    }

    private int[] Stable() => Whole(DeferredAcceptance.Best(ofMentees, ofMentors, places));

    private int[] Assigned(CancellationToken stop)
    {
        if (rules.Aim != MatchAim.Worst) return Whole(Assignment.Best(Weighed(rules.Aim, 0), places, Spread, stop));
        var (most, steps) = (Paired(0, stop), ofMentees.SelectMany((list, mentee) => list.Select(m => scores[mentee, m])).Distinct().Order().ToArray());
        var (low, high) = (0, steps.Length - 1); // the highest least score with which as many are paired
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Paired(steps[middle], stop) == most) low = middle;
            else high = middle - 1;
        }
        return Whole(Assignment.Best(Weighed(MatchAim.Worst, steps.Length == 0 ? 0 : steps[low]), places, 0, stop));
    }

    private int Paired(double least, CancellationToken stop) => Assignment.Best(Weights((_, _, _) => 1, least), places, 0, stop).Count(m => m >= 0);

    /// <summary>An even load is worth less than any thousandth of a score, where that can be reckoned exactly.</summary>
    private long Spread => rules.Aim == MatchAim.Everyone && Units.Load > 1 ? 1 : 0;

    private PairWeights Weighed(MatchAim aim, double least) => Weights((mentee, mentor, rank) => aim switch
    {
        MatchAim.Total => (long)Math.Round(scores[mentee, mentor] * Scale),
        MatchAim.Worst => (long)Math.Round(scores[mentee, mentor] * Scale) + (long)(100 * Scale) * (mentees.Count + 1L),
        _ => (long)Math.Round(scores[mentee, mentor] * Units.Score) * Units.Load + (rank < 3 ? Units.Choice : 0) + Units.Pair,
    }, least);

    /// <summary>How much one pair, one of the first three choices, a point and a step of load weigh: each more than all that comes after it together, so far as whole numbers reach.</summary>
    private (long Pair, long Choice, double Score, long Load) Units
    {
        get
        {
            var people = mentees.Count + 1L;
            foreach (var (score, load) in new[] { (Scale, 1 + Steps), (Scale, 1), (10.0, 1), (1.0, 1) })
            {
                var choice = 100.0 * score * load * people;
                if (choice * people * people < 1L << 59) return ((long)(choice * people), (long)choice, score, load);
            }
            throw new InvalidOperationException("A round is larger than its limits.");
        }
    }

    /// <summary>The steps of load there can be at most.</summary>
    private long Steps => places.Sum(p => Math.Min((long)p, mentees.Count) * (Math.Min((long)p, mentees.Count) - 1) / 2);

    private PairWeights Weights(Func<int, int, int, long> weight, double least)
    {
        var pairs = new PairWeights(mentors.Count);
        for (var mentee = 0; mentee < mentees.Count; mentee++)
        {
            var row = mentee;
            pairs.AddRow(ofMentees[row].Select((mentor, rank) => (mentor, rank)).Where(m => places[m.mentor] > 0 && scores[row, m.mentor] >= least).Select(m => (m.mentor, weight(row, m.mentor, m.rank))));
        }
        return pairs;
    }

    private int[] Whole(int[] found) => [.. found.Select((mentor, mentee) => pinned[mentee] >= 0 ? pinned[mentee] : mentor)];

    private int Rank(int mentee, int mentor) => Array.IndexOf(choices[mentee], mentor) + 1 is > 0 and var rank ? rank : choices[mentee].Length + 1;

    private Reason WhyAlone(int mentee, int[] chosen) =>
        mentors.Count == 0 || mentors.All(m => m.Places == 0) ? new("Matching.NoMentors")
        : ofMentees[mentee].Length == 0 ? new(rules.Minimum > 0 ? "Matching.NobodyGoodEnough" : "Matching.NobodyLeft")
        : ofMentees[mentee].Any(m => chosen.Count(c => c == m) < mentors[m].Places) ? new("Matching.AddsNothing")
        : new("Matching.NoPlaceLeft", ofMentees[mentee].Length);

    private static int[] InOrder(IEnumerable<int> some, int[] named, Func<int, double> score)
    {
        var places = named.Select((who, place) => (who, place)).ToDictionary(n => n.who, n => n.place);
        return [.. some.OrderBy(m => places.GetValueOrDefault(m, int.MaxValue)).ThenByDescending(score).ThenBy(m => m)];
    }
}
