using Mainstay.Words;

namespace Mainstay.Matching;

/// <summary>What the organiser of a round decides.</summary>
public sealed record RoundRules
{
    public MatchMode Mode { get; init; }

    public MatchAim Aim { get; init; }

    /// <summary>Pairs with a lower score are not made; 0 to 100.</summary>
    public double Minimum { get; init; }

    /// <summary>How much a criterion counts, by its name.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();

    /// <summary>Criteria by which two should differ.</summary>
    public IReadOnlyList<string> Differ { get; init; } = [];

    /// <summary>Criteria by which two should be alike, where it would be taken otherwise.</summary>
    public IReadOnlyList<string> Alike { get; init; } = [];

    /// <summary>Pairs that are made whatever else, mentee and mentor.</summary>
    public IReadOnlyList<(string Mentee, string Mentor)> Pins { get; init; } = [];

    /// <summary>Pairs that are never made.</summary>
    public IReadOnlyList<(string Mentee, string Mentor)> Apart { get; init; } = [];

    /// <summary>How many pairs there may be to look at.</summary>
    public int MostPairs { get; init; } = ParticipantSheet.Most * ParticipantSheet.Most;

    /// <summary>As many where many use one server at once.</summary>
    public const int MostPairsShared = 1_000_000;

    public double? WeightOf(string criterion) => Weights.FirstOrDefault(w => w.Key.Equals(criterion, StringComparison.OrdinalIgnoreCase)) is { Key: not null } found ? found.Value : null;

    public Problems Check()
    {
        var problems = new Problems().When(double.IsNaN(Minimum) || Minimum is < 0 or > 100, "minimum", "Matching.MinimumRange");
        foreach (var (name, weight) in Weights)
        {
            problems.When(double.IsNaN(weight) || weight is < 0 or > 1_000, "weights", "Matching.WeightRange", name);
            problems.When(Criterion.IsOutward(name), "weights", "Matching.NeverBy", name);
        }
        foreach (var name in Differ.Concat(Alike)) problems.When(Criterion.IsOutward(name), "weights", "Matching.NeverBy", name);
        return problems;
    }
}

/// <summary>Who decides.</summary>
public enum MatchMode
{
    /// <summary>The organiser: what is best for all together.</summary>
    Assign,

    /// <summary>Both sides: no two would rather have each other.</summary>
    Stable,
}

/// <summary>What is best for all together.</summary>
public enum MatchAim
{
    /// <summary>As many as possible; then as many as possible with one of their first three; then the best scores; then an even load.</summary>
    Everyone,

    /// <summary>The best scores together, even if fewer are paired.</summary>
    Total,

    /// <summary>As many as possible; then the worst pair as good as it can be; then the best scores.</summary>
    Worst,
}
