using System.Globalization;
using Mainstay.Algorithms.Text;

namespace Mainstay.Matching;

/// <summary>How good each pair would be, from 0 to 100: the weighted mean of its criteria. What is not known counts half, for nobody should win or lose by an empty cell.</summary>
internal sealed class PairScores
{
    private const double Unknown = 0.5;

    private readonly IReadOnlyList<Participant> mentees, mentors;
    private readonly List<(Criterion Criterion, Func<int, int, double?> Part)> parts;
    private readonly double weights;
    private readonly double[] scores;

    public PairScores(IReadOnlyList<Participant> mentees, IReadOnlyList<Participant> mentors, IReadOnlyList<Criterion> criteria, CancellationToken stop)
    {
        (this.mentees, this.mentors) = (mentees, mentors);
        parts = [.. criteria.Where(c => c.Weight > 0).Select(c => (c, Part(c)))];
        weights = parts.Sum(p => p.Criterion.Weight);
        scores = new double[mentees.Count * mentors.Count];
        for (var mentee = 0; mentee < mentees.Count; mentee++)
        {
            stop.ThrowIfCancellationRequested();
            for (var mentor = 0; mentor < mentors.Count; mentor++) scores[mentee * mentors.Count + mentor] = Score(mentee, mentor);
        }
    }

    public double this[int mentee, int mentor] => scores[mentee * mentors.Count + mentor];

    /// <summary>Each criterion that counts with its part of this pair in [0, 1]; null where it is not known.</summary>
    public IEnumerable<(Criterion Criterion, double? Part)> Of(int mentee, int mentor) => parts.Select(p => (p.Criterion, p.Part(mentee, mentor)));

    /// <summary>In thousandths, so that two scores that read the same are the same.</summary>
    private double Score(int mentee, int mentor)
    {
        if (weights == 0) return 0;
        var sum = 0.0;
        foreach (var (criterion, part) in parts) sum += criterion.Weight * (part(mentee, mentor) ?? Unknown);
        return Math.Round(100 * sum / weights, 3);
    }

    private Func<int, int, double?> Part(Criterion criterion) => criterion.Kind switch
    {
        CriterionKind.Wants => Wants(),
        CriterionKind.Prefers => Wishes(),
        CriterionKind.Times => InCommon(criterion.Name, (one, other) => one.Overlaps(other) ? 1 : 0),
        CriterionKind.Different => InCommon(criterion.Name, (one, other) => 1 - Alike(one, other)),
        _ => Numbers(criterion.Name) ?? InCommon(criterion.Name, Alike),
    };

    private Func<int, int, double?> Wants()
    {
        var topics = new TopicFit();
        int[][] wanted = [.. mentees.Select(m => m.Wants.Select(topics.Of).ToArray())], offered = [.. mentors.Select(m => m.Offers.Select(topics.Of).ToArray())];
        var fits = wanted.SelectMany(w => w).Distinct().ToDictionary(w => w, topics.Fitting);
        return (mentee, mentor) =>
        {
            if (wanted[mentee].Length == 0 || offered[mentor].Length == 0) return null;
            var sum = 0.0;
            foreach (var topic in wanted[mentee])
            {
                var (row, best) = (fits[topic], 0.0);
                foreach (var offer in offered[mentor]) best = Math.Max(best, row.GetValueOrDefault(offer));
                sum += best;
            }
            return sum / wanted[mentee].Length;
        };
    }

    /// <summary>Each side's wish by its place, the first counting whole and each further one a fifth less; a side that named nobody is not known.</summary>
    private Func<int, int, double?> Wishes()
    {
        var (ofMentees, ofMentors) = (Named(mentees, mentors, p => p.Prefers), Named(mentors, mentees, p => p.Prefers));
        double? Wish(int[] named, int other) => named.Length == 0 ? null : Array.IndexOf(named, other) is >= 0 and var place ? Math.Max(0.2, 1 - 0.2 * place) : 0;
        return (mentee, mentor) => (Wish(ofMentees[mentee], mentor), Wish(ofMentors[mentor], mentee)) switch
        {
            (null, null) => null,
            var (one, other) => ((one ?? Unknown) + (other ?? Unknown)) / 2,
        };
    }

    private Func<int, int, double?> InCommon(string name, Func<HashSet<string>, HashSet<string>, double> part)
    {
        HashSet<string>[] Sets(IReadOnlyList<Participant> side) => [.. side.Select(p => ParticipantSheet.Listed(p[name]).Select(Folding.Fold).ToHashSet())];
        var (ofMentees, ofMentors) = (Sets(mentees), Sets(mentors));
        return (mentee, mentor) => ofMentees[mentee].Count == 0 || ofMentors[mentor].Count == 0 ? null : part(ofMentees[mentee], ofMentors[mentor]);
    }

    /// <summary>Where everybody said a number: how near two are, as a part of how far apart any are.</summary>
    private Func<int, int, double?>? Numbers(string name)
    {
        double? Number(Participant p) => double.TryParse(p[name], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
        if (mentees.Concat(mentors).Any(p => p[name].Length > 0 && Number(p) is null)) return null;
        double?[] ofMentees = [.. mentees.Select(Number)], ofMentors = [.. mentors.Select(Number)];
        var all = ofMentees.Concat(ofMentors).OfType<double>().ToList();
        if (all.Count == 0 || all.Max() == all.Min()) return null;
        var width = all.Max() - all.Min();
        return (mentee, mentor) => ofMentees[mentee] is { } one && ofMentors[mentor] is { } other ? 1 - Math.Abs(one - other) / width : null;
    }

    private static double Alike(HashSet<string> one, HashSet<string> other)
    {
        var common = one.Count(other.Contains);
        return (double)common / (one.Count + other.Count - common);
    }

    /// <summary>For each of one side the numbers of those they named on the other.</summary>
    internal static int[][] Named(IReadOnlyList<Participant> side, IReadOnlyList<Participant> others, Func<Participant, IReadOnlyList<string>> names)
    {
        var places = others.Select((p, at) => (Name: Folding.Fold(p.Name), at)).ToDictionary(p => p.Name, p => p.at);
        return [.. side.Select(p => names(p).Select(n => places.GetValueOrDefault(Folding.Fold(n), -1)).Where(at => at >= 0).Distinct().ToArray())];
    }
}
