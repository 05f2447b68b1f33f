using Mainstay.Algorithms.Text;

namespace Mainstay.Matching;

/// <summary>What makes two a good pair, and how much it counts.</summary>
/// <param name="Name">As its column is called.</param>
/// <param name="Kind">How two are compared by it.</param>
/// <param name="Weight">0 or more, beside the others.</param>
public sealed record Criterion(string Name, CriterionKind Kind, double Weight)
{
    public const string Wants = "wants", Prefers = "prefers";

    /// <summary>What they have in common outwardly says little about how two get on, and to sort people by it is not ours.</summary>
    private static readonly HashSet<string> Outward = [.. new[] { "gender", "sex", "pronouns", "age", "age group", "birth year", "birthday", "date of birth", "origin", "race", "ethnicity", "religion", "nationality", "disability", "sexual orientation", "marital status", "geschlecht", "pronomen", "alter", "altersgruppe", "geburtsjahr", "geburtsdatum", "geburtstag", "konfession", "herkunft", "ethnie", "nationalität", "staatsangehörigkeit", "behinderung", "familienstand" }.Select(Folding.Fold)];

    private static readonly HashSet<string> OfTime = Folded("times", "availability", "available", "hours", "zeiten", "verfügbarkeit");

    private static readonly HashSet<string> OfOrganization = Folded("organization", "organisation", "company", "employer", "team", "department", "firma", "arbeitgeber", "abteilung");

    /// <summary>Whether pairs are never judged by it.</summary>
    public static bool IsOutward(string name) => Outward.Contains(Folding.Fold(name.Trim()));

    /// <summary>The criteria of a round: the two that every round has, and one for each column that both sides have.</summary>
    /// <remarks>Shares of a hundred where nothing else is said: what is wanted and offered 40, what both are alike in 25, wishes 15, times 10, being from elsewhere 10; those of a kind share it.</remarks>
    /// <param name="columns">Names of further columns of both sides, none of them outward.</param>
    /// <param name="rules">What the organiser says otherwise.</param>
    public static IReadOnlyList<Criterion> Of(IEnumerable<string> columns, RoundRules rules)
    {
        List<(string Name, CriterionKind Kind)> found = [(Wants, CriterionKind.Wants), (Prefers, CriterionKind.Prefers), .. columns.Select(c => (c, KindOf(c, rules)))];
        return [.. found.Select(f => new Criterion(f.Name, f.Kind, rules.WeightOf(f.Name) ?? Share(f.Kind) / (double)found.Count(other => other.Kind == f.Kind)))];
    }

    private static CriterionKind KindOf(string column, RoundRules rules)
    {
        if (rules.Differ.Contains(column, StringComparer.OrdinalIgnoreCase)) return CriterionKind.Different;
        if (rules.Alike.Contains(column, StringComparer.OrdinalIgnoreCase)) return CriterionKind.Alike;
        var name = Folding.Fold(column);
        return OfTime.Contains(name) ? CriterionKind.Times : OfOrganization.Contains(name) ? CriterionKind.Different : CriterionKind.Alike;
    }

    private static double Share(CriterionKind kind) => kind switch
    {
        CriterionKind.Wants => 40,
        CriterionKind.Alike => 25,
        CriterionKind.Prefers => 15,
        _ => 10,
    };

    private static HashSet<string> Folded(params string[] names) => [.. names.Select(Folding.Fold)];
}

public enum CriterionKind
{
    /// <summary>What one wants, the other offers.</summary>
    Wants,

    /// <summary>They asked for each other.</summary>
    Prefers,

    /// <summary>The same, or near each other: values, ways of working, stage.</summary>
    Alike,

    /// <summary>Not the same: somebody from elsewhere knows others.</summary>
    Different,

    /// <summary>They have a time in common.</summary>
    Times,
}
