using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary>What is known of somebody who is in no layer yet.</summary>
public sealed record Newcomer(Guid Id, string Name)
{
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>A birthday or another day the owner keeps.</summary>
    public bool HasDate { get; init; }

    public double Strength { get; init; }

    public int ContactDays { get; init; }

    public DateOnly? LastTouchOn { get; init; }
}

/// <summary>A proposal for a layer, and why.</summary>
public sealed record Proposal(Guid Id, string Name, Layer Layer, IReadOnlyList<Reason> Reasons);

/// <summary>Proposes who may be near, from touches, roles and dates. The owner settles it.</summary>
public static class StartWithFive
{
    private static readonly string[] Supporting = ["mentor", "advisor", "coach", "partner", "sponsor", "friend"];

    /// <summary>Fills core, then close, then extended, as far as there is room beside those already settled and something speaks for it.</summary>
    public static IReadOnlyList<Proposal> Propose(IEnumerable<Newcomer> people, IReadOnlyDictionary<Layer, int> settled, DateOnly on)
    {
        var candidates = people.Select(p => (Person: p, Score: Score(p))).Where(c => c.Score > 0)
            .OrderByDescending(c => c.Score).ThenBy(c => c.Person.Name, StringComparer.Ordinal).ThenBy(c => c.Person.Id).Select(c => c.Person);
        return [.. candidates.Zip(Places(settled), (person, layer) => new Proposal(person.Id, person.Name, layer, Why(person, on)))];
    }

    private static IEnumerable<Layer> Places(IReadOnlyDictionary<Layer, int> settled)
    {
        var (taken, filled) = (0, 0);
        foreach (var layer in Layers.All.Where(l => l != Layer.Wider))
        {
            taken += settled.GetValueOrDefault(layer);
            for (; filled + taken < Layers.RoomWithin(layer); filled++) yield return layer;
        }
    }

    /// <summary>Touches say most; a role that carries somebody says as much as monthly meetings; a day one keeps decides only between those of whom nothing else is known: an address book has one of nearly everybody.</summary>
    private static double Score(Newcomer person) =>
        person.Strength + (person.Roles.Any(IsSupporting) ? .5 : person.Roles.Count > 0 ? .2 : 0) + (person.HasDate ? .01 : 0);

    private static bool IsSupporting(string role) => Supporting.Contains(KnownRoles.Meant(role));

    private static List<Reason> Why(Newcomer person, DateOnly on)
    {
        var reasons = new List<Reason>();
        if (person.LastTouchOn is { } last) reasons.Add(new("Rhythm.ProposedByTouches", person.ContactDays, Telling.Ago(on.DayNumber - last.DayNumber)));
        if (person.Roles.Count > 0) reasons.Add(new("Rhythm.ProposedByRole", string.Join(", ", person.Roles.Select(r => PersonWords.Role(r).InWords()))));
        if (person.HasDate) reasons.Add(new("Rhythm.ProposedByDate"));
        return reasons;
    }
}
