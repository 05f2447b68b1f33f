namespace Mainstay.Capture;

/// <summary>Who is meant by a name of a line, as the owner says it.</summary>
/// <param name="Typed">The name as it stands in the reading.</param>
/// <param name="Id">Who is meant; null for somebody new.</param>
/// <param name="Name">What they are called.</param>
public sealed record WhoChosen(string Typed, Guid? Id, string? Name = null);

public static class Choosing
{
    /// <summary>The reading with what the owner says of its names.</summary>
    public static Reading With(this Reading reading, IReadOnlyCollection<WhoChosen> choices) => reading with
    {
        People = [.. reading.People.Select(whom => choices.FirstOrDefault(c => c.Typed == whom.Typed) is { } choice ? whom.Chosen(choice) : whom)],
    };

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
