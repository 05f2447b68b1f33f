using System.Globalization;
using Mainstay.Algorithms.Text;
using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary>What became of many lines that each name two people.</summary>
/// <param name="Added">How many pairs are said now that were not.</param>
/// <param name="Known">How many were said already, or twice.</param>
/// <param name="Problems">The first lines that could not be understood.</param>
/// <param name="Failed">How many could not.</param>
public sealed record Pasted(int Added, int Known, IReadOnlyList<PastedProblem> Problems, int Failed);

public sealed record PastedProblem(int Line, Reason Sentence);

/// <summary>Two people of a line.</summary>
internal readonly record struct PastedPair((Guid First, Guid Second) Key, double? Strength);

/// <summary>Reads lines that each name two people, and how well they know each other.</summary>
internal sealed class PastedPairs
{
    /// <summary>More lines at once than these are no paste any more.</summary>
    public const int MostLines = 200_000;

    /// <summary>So many lines of long names, as a form writes them.</summary>
    public const int MostBytes = 32_000_000;

    private const int MostProblems = 100, LongestLine = 1_000;

    private static readonly char[][] Separators = [['\t'], [';'], [',']];

    private readonly IReadOnlyDictionary<Guid, string> names;
    private readonly ILookup<string, Guid> called;
    private readonly List<PastedProblem> problems = [];

    public PastedPairs(IReadOnlyDictionary<Guid, string> names) => (this.names, called) = (names, names.ToLookup(n => Folding.Fold(n.Value).Trim(), n => n.Key));

    /// <summary>Each two once; what is said last of them counts.</summary>
    public Dictionary<(Guid First, Guid Second), double?> Pairs { get; } = [];

    public IReadOnlyList<PastedProblem> Problems => problems;

    public int Failed { get; private set; }

    /// <summary>Lines that said again what another line said.</summary>
    public int Again { get; private set; }

    public void Read(string text)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.Trim().IsEmpty) continue;
            if (Pair(line.Length > LongestLine ? line[..LongestLine].ToString() : line.ToString(), out var wrong) is not { } pair) Fail(number, wrong!);
            else if (!Pairs.TryAdd(pair.Key, pair.Strength)) (Again, Pairs[pair.Key]) = (Again + 1, pair.Strength ?? Pairs[pair.Key]);
        }
    }

    private void Fail(int line, Reason why)
    {
        Failed++;
        if (problems.Count < MostProblems) problems.Add(new(line, why));
    }

    private PastedPair? Pair(string line, out Reason? wrong)
    {
        var separator = Array.Find(Separators, s => line.Contains(s[0], StringComparison.Ordinal)) ?? Separators[^1];
        var parts = line.Split(separator, StringSplitOptions.TrimEntries);
        wrong = parts.Length is < 2 or > 3 || parts[0].Length == 0 || parts[1].Length == 0 ? new("Introductions.LineNeedsTwo") : null;
        if (wrong is not null || One(parts[0], out wrong) is not { } one || One(parts[1], out wrong) is not { } other) return null;
        if (one == other) wrong = new("Introductions.LineThemselves", names[one]);
        double? strength = null;
        if (parts.Length == 3 && parts[2].Length > 0)
        {
            if (double.TryParse(parts[2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var said) && said <= 1) strength = said;
            else wrong ??= new("Introductions.LineStrength", parts[2]);
        }
        return wrong is null ? new(KnownPair.Key(one, other), strength) : null;
    }

    private Guid? One(string typed, out Reason? wrong)
    {
        wrong = null;
        if (Guid.TryParse(typed, out var id) && names.ContainsKey(id)) return id;
        var meant = called[Folding.Fold(typed)].Take(2).ToList();
        if (meant.Count == 1) return meant[0];
        wrong = new(meant.Count == 0 ? "Introductions.LineNobody" : "Introductions.LineSeveral", typed);
        return null;
    }
}
