using Mainstay.Algorithms.Text;
using Mainstay.Words;

namespace Mainstay.Matching;

/// <summary>One side of a round, as it came in.</summary>
/// <param name="Side">What the field is called in which it came: mentees or mentors.</param>
/// <param name="Participants">Everybody, in the order given.</param>
/// <param name="Columns">Names of the columns beyond those that every round knows.</param>
public sealed record ParticipantSheet(string Side, IReadOnlyList<Participant> Participants, IReadOnlyList<string> Columns)
{
    public const int Most = 5_000;

    /// <summary>Columns that every round knows were missing here.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    public Problems Check()
    {
        var problems = new Problems().When(Participants.Count > Most, Side, "Matching.TooMany", Most);
        problems.When(Participants.Any(p => p.Name.Length == 0), Side, "Matching.Nameless");
        foreach (var twice in Participants.Where(p => p.Name.Length > 0).GroupBy(p => Folding.Fold(p.Name)).Where(g => g.Count() > 1).Take(5))
            problems.Add(Side, "Matching.Twice", twice.First().Name);
        foreach (var full in Participants.Where(p => p.HasTooMuch).Take(5)) problems.Add(Side, "Matching.TooMuch", full.Name, Participant.MostThings);
        foreach (var odd in Participants.Where(p => p.Places is < 0 or > Participant.MostPlaces).Take(5))
            problems.Add(Side, "Matching.PlacesRange", odd.Name, odd.Places, Participant.MostPlaces);
        return problems;
    }

    /// <summary>Names as people write them into one cell: whether a comma parts two or belongs to one, only the other side tells.</summary>
    public static IReadOnlyList<string> Names(string cell) => [.. cell.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>The same side, where names are those of the other: "Hopper, Grace" stays whole if somebody is called so, else it is two.</summary>
    public ParticipantSheet Knowing(ParticipantSheet others)
    {
        var known = others.Participants.Select(p => Folding.Fold(p.Name)).ToHashSet();
        IReadOnlyList<string> Of(IReadOnlyList<string> names) => [.. names.SelectMany(n => known.Contains(Folding.Fold(n)) ? [n] : n.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).DistinctBy(Folding.Fold)];
        return this with { Participants = [.. Participants.Select(p => p with { Avoid = Of(p.Avoid), Prefers = Of(p.Prefers) })] };
    }

    /// <summary>A list as people write it into one cell: by semicolons or lines, else by commas.</summary>
    public static IReadOnlyList<string> Listed(string cell) =>
        [.. cell.Split(cell.AsSpan().IndexOfAny(";\n") >= 0 ? [';', '\n'] : [','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).DistinctBy(Folding.Fold)];
}
