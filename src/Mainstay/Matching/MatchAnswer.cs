using Mainstay.Words;

namespace Mainstay.Matching;

/// <summary>A draft for programs.</summary>
/// <param name="Pairs">Each mentee with their mentor, in the order of the mentees.</param>
/// <param name="Unmatched">Names of the mentees who have nobody.</param>
/// <param name="Quality">How good it is.</param>
/// <param name="Mode">How it was made: assign or stable.</param>
/// <param name="Comparison">How good the other mode would be.</param>
/// <param name="Notices">What the organiser should know of what came in.</param>
public sealed record MatchAnswer(IReadOnlyList<MatchPairAnswer> Pairs, IReadOnlyList<string> Unmatched, MatchQualityAnswer Quality, MatchMode Mode, MatchQualityAnswer Comparison, IReadOnlyList<string> Notices)
{
    internal static MatchAnswer Of(Draft draft) => new(
        [.. draft.Pairs.Select(p => new MatchPairAnswer(p.Mentee.Name, p.Mentor.Name, p.Score, p.Rank, [.. p.Reasons.Select(r => r.InWords())]))],
        [.. draft.Unmatched.Select(a => a.Mentee.Name)], MatchQualityAnswer.Of(draft.Chosen), draft.Chosen.Mode, MatchQualityAnswer.Of(draft.Other), [.. draft.Notices.Select(n => n.InWords())]);
}

/// <param name="Mentee">The mentee's name.</param>
/// <param name="Mentor">The mentor's name.</param>
/// <param name="Score">0 to 100.</param>
/// <param name="Rank">Which choice of the mentee's the mentor is, from 1.</param>
/// <param name="Reasons">Why, in words.</param>
public sealed record MatchPairAnswer(string Mentee, string Mentor, double Score, int Rank, IReadOnlyList<string> Reasons);

/// <summary>How good a way of pairing is; null where nobody was paired.</summary>
/// <param name="Coverage">The part of the mentees who have a mentor, 0 to 1.</param>
/// <param name="TopThree">The part of those paired who have one of their first three choices, 0 to 1.</param>
/// <param name="MeanRank">Which choice of theirs they have on average, 1 or more.</param>
/// <param name="WorstRank">The worst of them.</param>
/// <param name="P5">Nineteen of twenty pairs have at least this score.</param>
/// <param name="BlockingPairs">How many would rather have each other.</param>
/// <param name="Jain">How evenly the mentors' places are used, up to 1.</param>
public sealed record MatchQualityAnswer(double? Coverage, double? TopThree, double? MeanRank, int? WorstRank, double? P5, int BlockingPairs, double? Jain)
{
    internal static MatchQualityAnswer Of(WayOfPairing way) => new(way.Quality.Coverage, way.Quality.TopThree, way.Quality.MeanRank, way.Quality.WorstRank, way.Quality.FifthPercentile, way.BlockingPairs, way.Quality.Jain);
}
