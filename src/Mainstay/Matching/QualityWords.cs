using System.Globalization;
using Mainstay.Words;

namespace Mainstay.Matching;

/// <summary>The quality sheet, line by line.</summary>
internal static class QualityWords
{
    private const string None = "–";

    public static readonly IReadOnlyList<(string Name, Func<WayOfPairing, string> Show)> Rows =
    [
        ("Coverage", w => Percent(w.Quality.Coverage)),
        ("FirstChoice", w => Percent(w.Quality.FirstChoice)),
        ("TopThree", w => Percent(w.Quality.TopThree)),
        ("MeanRank", w => Number(w.Quality.MeanRank, "0.0")),
        ("WorstRank", w => Number(w.Quality.WorstRank, "0")),
        ("MeanScore", w => Number(w.Quality.MeanScore, "0")),
        ("LeastScore", w => Number(w.Quality.LeastScore, "0")),
        ("P5", w => Number(w.Quality.FifthPercentile, "0")),
        ("BlockingPairs", w => Number(w.BlockingPairs, "0")),
        ("Jain", w => Number(w.Quality.Jain, "0.00")),
        ("Use", w => Percent(w.Quality.Use)),
    ];

    /// <summary>What a criterion is called: the two of every round in words, a column as it stands.</summary>
    public static string Named(Criterion criterion) => criterion.Kind switch
    {
        CriterionKind.Wants => Speech.Say("Matching.CriterionWants"),
        CriterionKind.Prefers => Speech.Say("Matching.CriterionPrefers"),
        CriterionKind.Different => Speech.Say("Matching.CriterionDifferent", criterion.Name),
        _ => criterion.Name,
    };

    private static string Percent(double? part) => part is { } share ? share.ToString("P0", CultureInfo.CurrentCulture) : None;

    private static string Number(double? number, string format) => number is { } value ? value.ToString(format, CultureInfo.CurrentCulture) : None;
}
