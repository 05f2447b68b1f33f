using Mainstay.People;
using Mainstay.Storage;

namespace Mainstay.Rhythm;

/// <summary>What a list of people shows of their ties.</summary>
public sealed class TieFactsQueries : IPersonFacts
{
    public IReadOnlyList<string> Names { get; } = ["layer", "strength", "aliveness", "lastTouch", "due"];

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, object?>>> Facts(Store store, IReadOnlyCollection<Guid> people, DateOnly today, CancellationToken stop) =>
        (await store.TiesOf(people, today, stop)).ToDictionary(t => t.Key, t => (IReadOnlyDictionary<string, object?>)Facts(t.Value));

    private static Dictionary<string, object?> Facts(Standing tie) => new Dictionary<string, object?>
    {
        ["layer"] = TieAnswer.LayerName(tie.Tie.Layer) is { } layer ? new FactWord(layer, new($"Rhythm.Layer{tie.Tie.Layer}")) : null,
        ["strength"] = tie.Strength.Value,
        ["aliveness"] = tie.Aliveness.Shown,
        ["lastTouch"] = tie.LastTouchOn,
        ["due"] = tie.Due?.On,
    };
}
