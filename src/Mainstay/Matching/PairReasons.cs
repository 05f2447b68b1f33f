using Mainstay.Algorithms.Text;
using Mainstay.Words;

namespace Mainstay.Matching;

/// <summary>Why two are a pair, the weightiest first.</summary>
internal static class PairReasons
{
    public static IReadOnlyList<Reason> Of(PairScores scores, IReadOnlyList<Participant> mentees, IReadOnlyList<Participant> mentors, int mentee, int mentor, bool isPinned)
    {
        var found = from said in scores.Of(mentee, mentor)
                    orderby said.Criterion.Weight * (said.Part ?? 0) descending
                    let reason = said.Part is { } part ? Of(said.Criterion, part, mentees[mentee], mentors[mentor]) : null
                    where reason is not null
                    select reason;
        return [.. found.Prepend(isPinned ? new Reason("Matching.Pinned") : null!).Where(r => r is not null)];
    }

    private static Reason? Of(Criterion criterion, double part, Participant mentee, Participant mentor) => criterion.Kind switch
    {
        CriterionKind.Wants => Offered(mentee, mentor),
        CriterionKind.Prefers => Wished(mentee, mentor),
        CriterionKind.Times => part > 0 ? new("Matching.Times", InCommon(mentee[criterion.Name], mentor[criterion.Name])) : new("Matching.NoTime"),
        CriterionKind.Different => new(part > 0 ? "Matching.Different" : "Matching.NotDifferent", criterion.Name, mentor[criterion.Name]),
        _ => part switch
        {
            >= 0.999 => new("Matching.Same", criterion.Name, mentor[criterion.Name]),
            > 0 when InCommon(mentee[criterion.Name], mentor[criterion.Name]) is { Length: > 0 } common => new("Matching.Alike", criterion.Name, common),
            >= 0.5 => new("Matching.Near", criterion.Name, mentee[criterion.Name], mentor[criterion.Name]),
            _ => new("Matching.NotAlike", criterion.Name, mentee[criterion.Name], mentor[criterion.Name]),
        },
    };

    private static Reason Offered(Participant mentee, Participant mentor)
    {
        var topics = new TopicFit();
        var offers = mentor.Offers.Select(topics.Of).ToList();
        var given = mentee.Wants.Where(w => offers.Any(o => topics.Fit(topics.Of(w), o) > 0)).ToList();
        return given.Count == 0 ? new("Matching.OffersNothing") : given.Count == mentee.Wants.Count ? new("Matching.OffersAll", string.Join(", ", given)) : new("Matching.Offers", given.Count, mentee.Wants.Count, string.Join(", ", given));
    }

    private static Reason? Wished(Participant mentee, Participant mentor) => (Place(mentee, mentor), Place(mentor, mentee)) switch
    {
        ( > 0, > 0) => new("Matching.WishedBoth"),
        ( > 0 and var place, _) => new("Matching.WishedByMentee", place),
        (_, > 0 and var place) => new("Matching.WishedByMentor", place),
        _ => null,
    };

    private static int Place(Participant who, Participant other) => who.Prefers.Select(Folding.Fold).ToList().IndexOf(Folding.Fold(other.Name)) + 1;

    private static string InCommon(string one, string other) => string.Join(", ", ParticipantSheet.Listed(one).IntersectBy(ParticipantSheet.Listed(other).Select(Folding.Fold), Folding.Fold));
}
