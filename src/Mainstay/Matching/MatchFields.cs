using System.ComponentModel;
using Mainstay.Words;

namespace Mainstay.Matching;

/// <summary>A round, as programs write it.</summary>
public sealed record MatchFields
{
    public required IReadOnlyList<ParticipantFields> Mentees { get; init; }

    public required IReadOnlyList<ParticipantFields> Mentors { get; init; }

    [Description("Who decides: `assign`, what is best for all together; `stable`, so that no two would rather have each other.")]
    public MatchMode Mode { get; init; }

    [Description("What is best when assigning: `everyone`, as many as possible first; `total`, the best scores; `worst`, the worst pair as good as it can be.")]
    public MatchAim Aim { get; init; }

    [Description("No pair with a lower score is made; 0 to 100.")]
    public double Minimum { get; init; }

    [Description("How much a criterion counts, by its name: `wants`, `prefers`, or one that is known of both sides.")]
    public IReadOnlyDictionary<string, double>? Weights { get; init; }

    [Description("Criteria by which two should differ.")]
    public IReadOnlyList<string>? Differ { get; init; }

    [Description("Criteria by which two should be alike, though they would be taken otherwise.")]
    public IReadOnlyList<string>? Alike { get; init; }

    [Description("Pairs that are made whatever else.")]
    public IReadOnlyList<MatchNamesFields>? Pins { get; init; }

    [Description("Pairs that are never made.")]
    public IReadOnlyList<MatchNamesFields>? Apart { get; init; }

    internal Draft Pair(CancellationToken stop) => Pairing.Of(Sheet("mentees", Mentees), Sheet("mentors", Mentors), new()
    {
        MostPairs = RoundRules.MostPairsShared, Mode = Mode, Aim = Aim, Minimum = Minimum, Weights = Weights ?? new Dictionary<string, double>(), Differ = Differ ?? [], Alike = Alike ?? [],
        Pins = [.. (Pins ?? []).Where(p => p is not null).Select(p => (p.Mentee, p.Mentor))], Apart = [.. (Apart ?? []).Where(p => p is not null).Select(p => (p.Mentee, p.Mentor))],
    }, stop);

    private static ParticipantSheet Sheet(string side, IReadOnlyList<ParticipantFields> all)
    {
        Mistaken.ThrowIf(new Problems().When(all.Any(p => p is null), side, "Matching.Nameless"));
        return new(side, [.. all.Select(p => p.ToParticipant())], [.. all.SelectMany(p => p.Known?.Keys ?? []).Select(k => k.Trim()).Where(k => k.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }
}

/// <summary>Somebody who takes part.</summary>
public sealed record ParticipantFields
{
    public required string Name { get; init; }

    [Description("How many a mentor takes; 0 when somebody sits this round out.")]
    public int Capacity { get; init; } = 1;

    [Description("What a mentee would like help with.")]
    public IReadOnlyList<string>? Wants { get; init; }

    [Description("What a mentor can help with.")]
    public IReadOnlyList<string>? Offers { get; init; }

    [Description("Names of those with whom they are never paired.")]
    public IReadOnlyList<string>? Avoid { get; init; }

    [Description("Names of those they would like, the dearest first.")]
    public IReadOnlyList<string>? Prefers { get; init; }

    [Description("What else is known, by the name of the criterion: `stage`, `times`, `organisation` or any other; several things separated by semicolons.")]
    public IReadOnlyDictionary<string, string>? Known { get; init; }

    internal Participant ToParticipant() => new(Name.Trim(), Capacity)
    {
        Wants = Tidy(Wants), Offers = Tidy(Offers), Avoid = Tidy(Avoid), Prefers = Tidy(Prefers),
        Known = (Known ?? new Dictionary<string, string>()).DistinctBy(k => k.Key.Trim(), StringComparer.OrdinalIgnoreCase).ToDictionary(k => k.Key.Trim(), k => k.Value ?? "", StringComparer.OrdinalIgnoreCase),
    };

    private static IReadOnlyList<string> Tidy(IReadOnlyList<string>? list) => [.. (list ?? []).Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t.Trim())];
}

/// <summary>Two by their names.</summary>
public sealed record MatchNamesFields
{
    public required string Mentee { get; init; }

    public required string Mentor { get; init; }
}
