using Mainstay.Algorithms.Text;
using Mainstay.Words;

namespace Mainstay.Matching;

/// <summary>What no score decides: which pairs are made whatever else, and which never.</summary>
internal static class RoundBounds
{
    /// <summary>For each mentee the mentor pinned to them, or −1; and the pairs that are never made: either named the other, the organiser did, or it is the same person on both sides.</summary>
    public static (int[] Pinned, HashSet<(int Mentee, int Mentor)> Excluded) Of(IReadOnlyList<Participant> mentees, IReadOnlyList<Participant> mentors, RoundRules rules)
    {
        var (problems, left, right) = (new Problems(), Numbers(mentees), Numbers(mentors));
        var excluded = left.Where(l => right.ContainsKey(l.Key)).Select(l => (l.Value, right[l.Key])).ToHashSet();
        excluded.UnionWith(Named(mentees, mentors).Select(n => (n.Who, n.Other)));
        excluded.UnionWith(Named(mentors, mentees).Select(n => (n.Other, n.Who)));
        excluded.UnionWith(Pairs(rules.Apart, "apart", left, right, problems));
        var (pinned, free) = (Enumerable.Repeat(-1, mentees.Count).ToArray(), mentors.Select(m => m.Places).ToArray());
        foreach (var (mentee, mentor) in Pairs(rules.Pins, "pins", left, right, problems).Distinct())
        {
            var (menteeName, mentorName) = (mentees[mentee].Name, mentors[mentor].Name);
            if (mentees[mentee].Places == 0) problems.Add("pins", "Matching.PinnedOut", menteeName);
            else if (pinned[mentee] >= 0) problems.Add("pins", "Matching.PinnedTwice", menteeName);
            else if (excluded.Contains((mentee, mentor))) problems.Add("pins", "Matching.PinnedApart", menteeName, mentorName);
            else if (free[mentor]-- <= 0) problems.Add("pins", "Matching.PinnedFull", mentorName, mentors[mentor].Places);
            else pinned[mentee] = mentor;
        }
        Mistaken.ThrowIf(problems);
        return (pinned, excluded);
    }

    private static List<(int Mentee, int Mentor)> Pairs(IEnumerable<(string Mentee, string Mentor)> named, string field, Dictionary<string, int> left, Dictionary<string, int> right, Problems problems)
    {
        var found = new List<(int, int)>();
        foreach (var (menteeName, mentorName) in named)
        {
            if (!left.TryGetValue(Folding.Fold(menteeName), out var mentee)) problems.Add(field, "Matching.NoMentee", menteeName);
            else if (!right.TryGetValue(Folding.Fold(mentorName), out var mentor)) problems.Add(field, "Matching.NoMentor", mentorName);
            else found.Add((mentee, mentor));
        }
        return found;
    }

    private static IEnumerable<(int Who, int Other)> Named(IReadOnlyList<Participant> side, IReadOnlyList<Participant> others) =>
        PairScores.Named(side, others, p => p.Avoid).SelectMany((some, who) => some.Select(other => (who, other)));

    private static Dictionary<string, int> Numbers(IReadOnlyList<Participant> side) => side.Select((p, at) => (Name: Folding.Fold(p.Name), at)).ToDictionary(p => p.Name, p => p.at);
}
