using Mainstay.Algorithms.Text;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Needs;

public static class NeedsQueries
{
    public static async Task<Need> NeedOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Needs.AsNoTracking().FirstOrDefaultAsync(n => n.Id == id, stop) ?? throw new NotFound("Needs.NeedNotThere");

    /// <summary>What is needed, the most important first; what is needed no more only when asked for.</summary>
    public static async Task<IReadOnlyList<Need>> OpenNeeds(this Store store, CancellationToken stop, bool closed = false)
    {
        var needs = await store.Needs.AsNoTracking().Where(n => closed || n.ClosedOn == null).ToListAsync(stop);
        return [.. needs.OrderByDescending(n => n.ClosedOn is null).ThenByDescending(n => n.Importance).ThenBy(n => n.Kind).ThenBy(n => n.Id)];
    }

    /// <summary>The one need of that topic, or whose id ends so. Several or none is a refusal that says so.</summary>
    public static async Task<Need> FindNeed(this Store store, string topicOrId, CancellationToken stop)
    {
        var all = await store.OpenNeeds(stop, closed: true);
        var answering = all.Where(n => n.EndsSo(topicOrId)).ToList();
        if (answering.Count == 0) answering = [.. Best(all, Folding.Fold(topicOrId.Trim()))];
        return answering switch
        {
            [var one] => one,
            [] => throw new NotFound("Needs.NoNeedCalled", topicOrId),
            _ => throw new Conflict("Needs.SeveralNeeds", topicOrId, string.Concat(answering.Select(n => $"\n  {n.Ending()}  {n.Topic}"))),
        };
    }

    /// <summary>The very topic before one that begins so, that before one that holds it; what is needed before what was.</summary>
    private static IEnumerable<Need> Best(IReadOnlyList<Need> all, string key)
    {
        var ranked = all.Select(n => (Need: n, Topic: Folding.Fold(n.Topic))).Where(n => key.Length > 0 && n.Topic.Contains(key, StringComparison.Ordinal))
            .GroupBy(n => (n.Topic == key ? 0 : n.Topic.StartsWith(key, StringComparison.Ordinal) ? 1 : 2, n.Need.ClosedOn is not null)).OrderBy(g => g.Key);
        return ranked.FirstOrDefault()?.Select(n => n.Need) ?? [];
    }
}
