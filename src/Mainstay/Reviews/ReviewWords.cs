using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Reviews;

/// <summary>How reviews are spoken of.</summary>
public static class ReviewWords
{
    /// <summary>How surely needs were covered then.</summary>
    public static Reason Coverage(Review review) => review.Coverage is { } coverage ? new("Reviews.WasCovered", Telling.InTen(coverage), review.Needs) : new("Reviews.NoNeedsThen");

    /// <summary>From when on it is looked at.</summary>
    public static Reason Since(Quarter quarter) => quarter.Last is { } last ? new("Reviews.SinceLast", last.On) : new("Reviews.SinceQuarter");

    /// <summary>What this is, to begin with.</summary>
    public static Reason Lede(Quarter quarter) => quarter switch
    {
        { Kept: not null } => new("Reviews.LedeKept"),
        { Last: { } last } => new("Reviews.LedeAgain", Telling.Ago(quarter.On.DayNumber - last.On.DayNumber)),
        _ => new("Reviews.LedeFirst"),
    };
}
