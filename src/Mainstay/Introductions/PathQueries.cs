using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Introductions;

/// <summary>Finds who could lead to somebody.</summary>
public sealed class PathQueries(AcquaintanceQueries acquaintances, IEnumerable<IPathTargets> further)
{
    /// <summary>So many who would do are looked at, and so many of them named.</summary>
    private const int MostTargets = 40, MostNamed = 5;

    /// <summary>Whom somebody means who looks for a path, among all whom this house knows.</summary>
    public Task<PathTarget> Target(Store store, string? typed, CancellationToken stop) => store.Target(typed, further, stop);

    /// <summary>Several people who answer to what was typed; nobody when it is clear.</summary>
    public Task<IReadOnlyList<PersonLine>> Several(Store store, string typed, CancellationToken stop) => store.Several(typed, further, stop);

    public async Task<PathAnswer> To(Store store, PathTarget target, DateOnly today, CancellationToken stop)
    {
        var known = await acquaintances.All(store, today, stop);
        var (wanted, left) = await MostLikely(store, target, known, today, stop);
        var between = wanted.SelectMany(w => WarmPaths.Around(known, w)).Concat(wanted).Distinct().ToList();
        var ties = await store.TiesOf(between, today, stop);
        var brokers = await store.Brokers(between, ties, today, stop);
        var all = wanted.Select(id => Reach(id, known, ties.GetValueOrDefault(id), brokers, stop)).ToList();
        // Of several who would do, those who are close are no goal: they can be asked without anybody.
        var named = target.Kind == TargetKind.Person ? all : [.. all.Where(r => !r.IsClose && r.Found.Paths.Count > 0).OrderByDescending(r => r.Found.Rank).ThenBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.Id).Take(MostNamed)];
        return new(target, named, [.. Remarks(target, all, named), .. left == 0 ? [] : (Reason[])[new("Introductions.MostLooked", wanted.Count, wanted.Count + left)]]) { Names = known.Names };
    }

    /// <summary>Of more who would do than can be looked at, those first who are not close and whom somebody is known to know: of an organization those known to most, of a topic as they come.</summary>
    private static async Task<(List<Guid> Wanted, int Left)> MostLikely(Store store, PathTarget target, WhoKnowsWhom known, DateOnly today, CancellationToken stop)
    {
        var all = target.People.Where(known.Names.ContainsKey).Distinct().ToList();
        if (all.Count <= MostTargets) return (all, 0);
        var ties = await store.TiesOf(all, today, stop);
        int Place(Guid id) => IsClose(ties.GetValueOrDefault(id)) ? 1 : known.Degree(id) == 0 ? 2 : 0;
        return ([.. all.OrderBy(Place).ThenByDescending(id => target.Kind == TargetKind.Organization ? known.Degree(id) : 0).Take(MostTargets)], all.Count - MostTargets);
    }

    private static Reachable Reach(Guid id, WhoKnowsWhom known, Standing? tie, IReadOnlyDictionary<Guid, Broker> brokers, CancellationToken stop)
    {
        var own = tie is null || (tie.Tie.Layer == Layer.None && tie.LastTouchOn is null) ? [] : (IReadOnlyList<Reason>)[.. HelpReasons.Of(tie, AskRecord.None, null)];
        return new(id, known.Names[id], WarmPaths.To(id, known, brokers, stop), own, IsClose(tie));
    }

    private static bool IsClose(Standing? tie) => tie is not null && OpportunityFit.IsNear(tie.Tie.Layer, tie.BlendedStrength);

    private static IEnumerable<Reason> Remarks(PathTarget target, List<Reachable> all, List<Reachable> named)
    {
        if (target.Instead is { } instead) yield return instead.Sentence;
        var close = all.Where(r => r.IsClose).Select(r => r.Name).ToList();
        if (close.Count > 0) yield return target.Kind == TargetKind.Person ? new("Introductions.AlreadyClose", close[0]) : new("Introductions.SomeAreClose", close.Take(MostNamed));
        // Whoever is nobody's and belongs to nothing is named already, with what helps.
        if (target is { Kind: TargetKind.Person, Instead: not null }) yield break;
        if (all.Count == 0) yield return new(target.Kind == TargetKind.Organization ? "Introductions.NobodyThere" : "Introductions.NobodyKnowsOf", target.Words);
        else if (all.All(r => r.Found.Paths.Count == 0) && close.Count < all.Count) yield return target.Kind == TargetKind.Person ? new("Introductions.NobodyLeads", target.Words) : new("Introductions.NobodyLeadsThere", target.Words);
        else if (named.Any(r => r.Found.Paths.Count > 0)) yield return new("Introductions.WeakPredictor");
    }
}

internal static class BrokersQueries
{
    /// <summary>Those of these people who can be asked: not those whose tie the owner called over.</summary>
    public static async Task<Dictionary<Guid, Broker>> Brokers(this Store store, IReadOnlyCollection<Guid> people, IReadOnlyDictionary<Guid, Standing> ties, DateOnly today, CancellationToken stop)
    {
        var past = await store.PastHelp([], today, stop);
        return people.Where(p => ties.GetValueOrDefault(p)?.Tie.Verdict != Verdict.Over).ToDictionary(p => p, p =>
        {
            var (tie, asked, load) = (ties.GetValueOrDefault(p), past.Asked.GetValueOrDefault(p, AskRecord.None), past.Loads.GetValueOrDefault(p));
            return new Broker(tie?.BlendedStrength ?? Layers.ClosenessOf(Layer.None), load?.Willingness ?? 1, asked, [.. HelpReasons.Of(tie, asked, load)]);
        });
    }
}
