using Mainstay.Algorithms.Series;
using Mainstay.Rhythm;

namespace Mainstay.Introductions;

/// <summary>
/// An old tie that went quiet, and how much a word is worth: such ties bring what is new, and trust is still there (Levin, Walter and Murnighan 2011).
/// Never by how close it was: those with whom much time was spent are preferred wrongly (Walter, Levin and Murnighan 2015). What is not known counts half.
/// </summary>
/// <param name="Trust">How much they are trusted, 0 to 1.</param>
/// <param name="Willing">How ready they are to help, 0 to 1.</param>
/// <param name="Novelty">How much of what they know is new, 0 to 1.</param>
/// <param name="Status">How high they stand, 0 to 1.</param>
public sealed record DormantTie(double? Trust, double? Willing, double? Novelty, double? Status)
{
    private const double OfTrust = .35, OfWilling = .25, OfNovelty = .20, OfStatus = .20, Unknown = .5;

    /// <summary>A tie that is rather not alive than alive is dormant, and so is one that was silent for longer than two years.</summary>
    private const double Alive = .5;

    private const int YearsOfSilence = 2;

    /// <summary>0 to 1 (models.md §3.6).</summary>
    public double Score => OfTrust * (Trust ?? Unknown) + OfWilling * (Willing ?? Unknown) + OfNovelty * (Novelty ?? Unknown) + OfStatus * (Status ?? Unknown);

    /// <summary>What the owner said, and where they said nothing what stands in for it: closeness for trust, how they answered for how willing they are. Novelty is counted.</summary>
    /// <param name="tie">What was said, and the days of contact.</param>
    /// <param name="all">Days of contact with anybody, each with each.</param>
    /// <param name="answered">How surely they say yes when they are asked, 0 to 1; null when they never were.</param>
    public static DormantTie Of(Tie tie, int all, double? answered) =>
        new(tie.Trust?.Share() ?? Felt(tie.Closeness), tie.Willing?.Share() ?? answered, NoveltyOf(tie.ContactDays, all), tie.Standing?.Share());

    private static double? Felt(int? closeness) => closeness is { } rating ? TieStrength.ClosenessOf(rating) : null;

    /// <param name="alive">The estimate that it has not gone dormant, 0 to 1.</param>
    /// <param name="last">The last day of contact.</param>
    /// <param name="on">The day on which it is asked.</param>
    public static bool IsDormant(double alive, DateOnly last, DateOnly on) => alive < Alive || last < on.AddYears(-YearsOfSilence);

    /// <summary>How new what they know is taken to be: the less of all contact was with them.</summary>
    /// <param name="days">Days of contact with them.</param>
    /// <param name="all">Days of contact with anybody, each with each; 0 when there were none.</param>
    public static double? NoveltyOf(int days, int all) => all == 0 ? null : 1 - (double)days / all;
}
