using System.Text.Json;
using Mainstay.Matching;
using Mainstay.Words;

namespace Mainstay.Rounds;

/// <summary>What a host decides about a round before they draft it: who decides, what counts how much, how large a group is.</summary>
public sealed record RoundPlan
{
    public const int LeastInGroup = 4, MostInGroup = 8, UsualGroup = 5;

    private static readonly string[] Known = [Criterion.Wants, Criterion.Prefers, RoundCast.Times, RoundCast.Organization, RoundCast.Style];

    public MatchMode Mode { get; init; }

    public MatchAim Aim { get; init; }

    /// <summary>No pair with a lower score is made; 0 to 100.</summary>
    public double Minimum { get; init; }

    /// <summary>How much a criterion counts, by its name; what is not said counts as usual.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();

    /// <summary>About so many in each peer group.</summary>
    public int GroupSize { get; init; } = UsualGroup;

    public static RoundPlan Read(string? kept) => kept is null ? new() : JsonSerializer.Deserialize<RoundPlan>(kept, Json.OneLine)!;

    public string Write() => JsonSerializer.Serialize(this, Json.OneLine);

    public Problems Check()
    {
        var problems = ToRules().Check();
        foreach (var name in Weights.Keys.Where(n => !Known.Contains(n, StringComparer.OrdinalIgnoreCase) && !Criterion.IsOutward(n))) problems.Add("weights", "Rounds.NoCriterion", name, string.Join(", ", Known));
        problems.When(!Enum.IsDefined(Mode), "mode", "Rounds.NoMode").When(!Enum.IsDefined(Aim), "aim", "Rounds.NoAim");
        return problems.When(GroupSize is < LeastInGroup or > MostInGroup, "groupSize", "Rounds.GroupSizeRange", LeastInGroup, MostInGroup);
    }

    /// <summary>As the matching takes it; a weight of what nobody said anything about is not held against the host.</summary>
    public RoundRules ToRules(IReadOnlyCollection<string>? columns = null) => new()
    {
        MostPairs = RoundRules.MostPairsShared, Mode = Mode, Aim = Aim, Minimum = Minimum,
        Weights = columns is null ? Weights : Weights.Where(w => new[] { Criterion.Wants, Criterion.Prefers }.Concat(columns).Contains(w.Key, StringComparer.OrdinalIgnoreCase)).ToDictionary(w => w.Key, w => w.Value),
    };
}
