using Mainstay.People;
using Mainstay.Storage;

namespace Mainstay.Rhythm;

/// <summary>What a list of people shows of their ties.</summary>
public sealed class TieFactsQueries : IPersonFacts
{
    public IReadOnlyList<string> Names { get; } = ["layer", "strength", "aliveness", "lastTouch", "due"];

    public IReadOnlyList<FactShape> Shapes =>
    [
        new("layer", typeof(string), "How near they are meant to be.") { MayBeNull = true, OneOf = [.. Layers.All.Select(l => TieAnswer.LayerName(l)!)] },
        new("strength", typeof(double), "How strong the tie is now, 0 to 1.") { MayBeNull = true },
        new("aliveness", typeof(double), "How surely the tie lives, 0 to 1; null while there was no touch and you said nothing of it.") { MayBeNull = true },
        new("lastTouch", typeof(DateOnly), "The day of the last touch.") { MayBeNull = true },
        new("due", typeof(DateOnly), "The day on which you meant to be in touch.") { MayBeNull = true },
    ];

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, object?>>> Facts(Store store, IReadOnlyCollection<Guid> people, DateOnly today, CancellationToken stop) =>
        (await store.TiesOf(people, today, stop)).ToDictionary(t => t.Key, t => (IReadOnlyDictionary<string, object?>)Facts(t.Value));

    private static Dictionary<string, object?> Facts(Standing tie) => new Dictionary<string, object?>
    {
        ["layer"] = TieAnswer.LayerName(tie.Tie.Layer) is { } layer ? new FactWord(layer, new($"Rhythm.Layer{tie.Tie.Layer}")) : null,
        ["strength"] = tie.Strength.Value,
        ["aliveness"] = tie.Aliveness.Known,
        ["lastTouch"] = tie.LastTouchOn,
        ["due"] = tie.Due?.On,
    };
}
