namespace Mainstay.Algorithms.Support;

/// <summary>How surely one helper would help.</summary>
/// <param name="Chance">A probability in [0, 1].</param>
/// <param name="Group">Helpers of one group may fail together; null for one who stands alone. Any number.</param>
public readonly record struct HelpChance(double Chance, int? Group = null);

/// <summary>
/// How surely a need is met by several helpers, each of whom would help with a probability of their own. Standard probability: at
/// least one and at least two of independent events (Poisson-binomial), the Herfindahl–Hirschman index of the expected help.
/// </summary>
/// <param name="Coverage">The probability that at least one helps, in [0, 1].</param>
/// <param name="AtLeastTwo">The probability that at least two help, in [0, <paramref name="Coverage"/>].</param>
/// <param name="Expected">The expected number of helpers, 0 or more.</param>
/// <param name="Concentration">The Herfindahl–Hirschman index of the expected help, in (0, 1]; null without any.</param>
public readonly record struct NeedCoverage(double Coverage, double AtLeastTwo, double Expected, double? Concentration)
{
    /// <summary>How much a group leans towards failing together: 0 is independence, 1 is that all fail as the surest of them does.</summary>
    public const double Together = .1;

    /// <summary>As how many equal helpers they count: the reciprocal of the concentration; null without any.</summary>
    public double? EffectiveHelpers => 1 / Concentration;

    /// <summary>The coverage by these helpers. O(n).</summary>
    /// <remarks>Of a group g the probability that nobody helps is (1−β)·Π q + β·min q with q = 1 − p and β = <see cref="Together"/>, which keeps each single probability; groups are independent of each other.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A chance is outside [0, 1].</exception>
    public static NeedCoverage Of(ReadOnlySpan<HelpChance> helpers)
    {
        var (expected, squares) = (0.0, 0.0);
        foreach (var helper in helpers)
        {
            if (!(helper.Chance is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(helpers), helper.Chance, "A chance lies between 0 and 1.");
            expected += helper.Chance;
            squares += helper.Chance * helper.Chance;
        }
        var groups = Gather(helpers);
        var (nobody, one) = (1.0, 0.0);
        foreach (var group in groups) (nobody, one) = (nobody * group.Nobody, one * group.Nobody + nobody * group.One);
        return new(1 - nobody, Math.Max(0, 1 - nobody - one), expected, expected > 0 ? squares / (expected * expected) : null);
    }

    private static List<Group> Gather(ReadOnlySpan<HelpChance> helpers)
    {
        var (groups, numbers) = (new List<Group>(helpers.Length), new Dictionary<int, int>());
        foreach (var (chance, number) in helpers)
        {
            if (number is not { } known) groups.Add(Group.Empty.With(chance));
            else if (numbers.TryGetValue(known, out var at)) groups[at] = groups[at].With(chance);
            else
            {
                numbers[known] = groups.Count;
                groups.Add(Group.Empty.With(chance));
            }
        }
        return groups;
    }

    /// <summary>Nobody and exactly one of some helpers: as if they were independent, and as if all failed together.</summary>
    private readonly record struct Group(double AllFail, double OneHelps, double LeastFail, double SecondLeastFail)
    {
        public static readonly Group Empty = new(1, 0, 1, 1);

        public double Nobody => (1 - Together) * AllFail + Together * LeastFail;

        /// <summary>When all fail together the number of helpers grows one by one as fortune does: exactly one between the least and the second least likely to fail.</summary>
        public double One => (1 - Together) * OneHelps + Together * (SecondLeastFail - LeastFail);

        public Group With(double chance)
        {
            var fails = 1 - chance;
            return new(AllFail * fails, OneHelps * fails + AllFail * chance, Math.Min(LeastFail, fails), Math.Max(LeastFail, Math.Min(SecondLeastFail, fails)));
        }
    }
}
