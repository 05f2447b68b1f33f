using Mainstay.Algorithms.Text;
using Mainstay.Words;

namespace Mainstay.Capture;

/// <summary>Who is meant by a name of a line, as the owner says it.</summary>
/// <param name="Typed">The name as it stands in the reading.</param>
/// <param name="Id">Who is meant; null for somebody new.</param>
/// <param name="Name">What they are called.</param>
public sealed record WhoChosen(string Typed, Guid? Id, string? Name = null);

/// <summary>What the owner says of the names of a line.</summary>
public static class Choosing
{
    /// <summary>The reading with what the owner says of its names; who says it of a name that it does not have has mistyped it.</summary>
    public static Reading With(this Reading reading, IReadOnlyCollection<WhoChosen> choices)
    {
        if (reading.Problems.Any) return reading;
        var (problems, said) = (new Problems(), choices.Select(c => (Choice: c, Place: reading.PlaceOf(c.Typed))).ToList());
        foreach (var (choice, _) in said.Where(s => s.Place < 0)) problems.Add("who", reading.People.Count == 0 ? "Capture.NotInLine" : "Capture.NotInLineBut", choice.Typed, reading.People.Select(w => w.Typed));
        return reading with
        {
            Problems = problems,
            People = [.. reading.People.Select((whom, place) => said.Find(s => s.Place == place) is { Choice: { } choice } ? whom.Chosen(choice) : whom)],
        };
    }

    /// <summary>Whether a name is the one that was typed, or a word of it.</summary>
    public static bool IsOf(string name, string typed) => Folding.Fold(name) == Folding.Fold(typed) || Folding.Fold(typed).Split(' ').Contains(Folding.Fold(name));

    /// <summary>Of whom it is said, as exactly as it was typed; nobody when no name of the line is that one, or a word of several is.</summary>
    private static int PlaceOf(this Reading reading, string name)
    {
        var places = Enumerable.Range(0, reading.People.Count).ToList();
        if (places.FindIndex(p => reading.People[p].Typed == name) is >= 0 and var exact) return exact;
        if (places.FindIndex(p => Folding.Fold(reading.People[p].Typed) == Folding.Fold(name)) is >= 0 and var same) return same;
        return places.FindAll(p => IsOf(name, reading.People[p].Typed)) is [var one] ? one : -1;
    }

    /// <summary>The reading with those who may be meant in this order.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="last">When somebody was last in touch.</param>
    public static Reading NearestFirst(this Reading reading, IReadOnlyDictionary<Guid, DateOnly> last) => reading with
    {
        People = [.. reading.People.Select(whom => whom with { Candidates = [.. whom.Candidates.OrderByDescending(c => last.GetValueOrDefault(c.Id)).Select(c => last.TryGetValue(c.Id, out var day) ? c with { Why = new("Capture.WhyAndLast", c.Why, day) } : c)] })],
    };

    /// <summary>Those of whom something is to be kept.</summary>
    public static IReadOnlySet<int> Used(this Reading reading) =>
        reading.Touches.SelectMany(t => t.People).Concat(reading.Tasks.Select(t => t.Person).OfType<int>()).Concat(reading.Notes.SelectMany(n => n.People)).Concat(reading.Learnings.Select(l => l.Person).OfType<int>()).ToHashSet();

    /// <summary>The names of which it must still be said who is meant.</summary>
    public static IReadOnlyList<Whom> Unclear(this Reading reading) => [.. reading.Used().Order().Select(u => reading.People[u]).Where(w => w.IsUnclear)];

    private static Whom Chosen(this Whom whom, WhoChosen choice) => whom with
    {
        Person = choice.Id is { } id ? whom.Candidates.FirstOrDefault(c => c.Id == id) ?? new(id, choice.Name ?? whom.Typed, new("Capture.ChosenSo")) : null,
        Candidates = [],
    };
}
