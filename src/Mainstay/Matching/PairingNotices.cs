using Mainstay.Algorithms.Text;
using Mainstay.Words;

namespace Mainstay.Matching;

/// <summary>What the organiser should know of what came in: nothing of it stops the round, and nothing of it is silent.</summary>
internal static class PairingNotices
{
    private const int MostNames = 10;

    public static IReadOnlyList<Reason> Of(ParticipantSheet mentees, ParticipantSheet mentors)
    {
        var (outward, others) = (mentees.Columns.Union(mentors.Columns, StringComparer.OrdinalIgnoreCase).ToLookup(Criterion.IsOutward)[true], Alone(mentees, mentors).Concat(Alone(mentors, mentees)).ToList());
        var several = mentees.Participants.Where(p => p.Places > 1).Select(p => p.Name).ToList();
        return
        [
            .. Missing(mentees, Criterion.Wants), .. Missing(mentors, "offers"), .. Missing(mentors, "capacity"),
            .. outward.Select(c => new Reason("Matching.NeverBy", c)),
            .. others.Select(c => new Reason("Matching.OnlyHere", c)),
            .. Strangers(mentees, mentors), .. Strangers(mentors, mentees), .. Avoided(mentees, mentors), .. Avoided(mentors, mentees),
            .. several.Count == 0 ? [] : (Reason[])[new("Matching.OneMentorEach", Listed(several))],
        ];
    }

    private static IEnumerable<Reason> Missing(ParticipantSheet sheet, string column) => sheet.Missing.Contains(column) ? [new("Matching.NoColumn_" + column)] : [];

    private static IEnumerable<string> Alone(ParticipantSheet sheet, ParticipantSheet other) =>
        sheet.Columns.Except(other.Columns, StringComparer.OrdinalIgnoreCase).Where(c => !Criterion.IsOutward(c));

    /// <summary>Exclusions that exclude nobody: each is named, for somebody relies on it.</summary>
    private static IEnumerable<Reason> Avoided(ParticipantSheet sheet, ParticipantSheet others)
    {
        var known = others.Participants.Select(p => Folding.Fold(p.Name)).ToHashSet();
        return sheet.Participants.SelectMany(p => p.Avoid.Where(n => !known.Contains(Folding.Fold(n))).Select(n => new Reason("Matching.AvoidsNobody", p.Name, n)));
    }

    /// <summary>Names among wishes that nobody on the other side has: most likely written otherwise.</summary>
    private static IEnumerable<Reason> Strangers(ParticipantSheet sheet, ParticipantSheet others)
    {
        var known = others.Participants.Select(p => Folding.Fold(p.Name)).ToHashSet();
        var strange = sheet.Participants.SelectMany(p => p.Prefers).DistinctBy(Folding.Fold).Where(n => !known.Contains(Folding.Fold(n))).ToList();
        return strange.Count == 0 ? [] : [new(sheet.Side == "mentees" ? "Matching.StrangeToMentees" : "Matching.StrangeToMentors", Listed(strange))];
    }

    private static string Listed(List<string> names) => string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? ", …" : "");
}
