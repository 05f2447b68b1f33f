using Mainstay.Algorithms.Matching;
using Mainstay.Algorithms.Text;
using Mainstay.Circles;
using Mainstay.Words;

namespace Mainstay.Rounds;

/// <summary>Two who were brought together before.</summary>
public sealed record Meeting(Guid One, Guid Other, int Turn);

/// <summary>Drafts of rounds without sides: peer groups that are as diverse as they can be, and twos that change every time.</summary>
internal static class GroupDrafts
{
    /// <summary>Pairs that somebody wished for come first, then those who share a topic; a difference of one met pair outweighs all of it elsewhere.</summary>
    private const int Wish = 10, Topic = 1, MostTopics = 9;

    /// <summary>So many are reckoned exactly, which takes their number's cube; more are brought together in one go.</summary>
    internal const int MostExact = 500;

    public static KeptDraft DraftGroups(this RoundCast cast, RoundKind kind, RoundPlan plan, IReadOnlyList<Meeting> meetings, CancellationToken stop)
    {
        List<SignedUp> here = [.. cast.Everybody.Where(s => !s.SignUp.IsPaused).OrderBy(s => s.SignUp.Id)];
        var groups = kind switch
        {
            _ when here.Count > MostExact => new LargeRound(cast, here).Groups(kind, plan.GroupSize, meetings.Select(m => m.Turn).DefaultIfEmpty(0).Max(), stop),
            RoundKind.Groups => Groups(cast, here, plan.GroupSize, stop),
            RoundKind.Partners => Partners(cast, here, stop),
            _ => Coffee(cast, here, meetings, stop),
        };
        if (groups is null) return new(cast.Of, [], [], [.. here.Select(s => new KeptAlone(s.Id, KeptReason.Of(new(here.Count < RoundPlan.LeastInGroup ? "Rounds.TooFewForGroup" : "Rounds.NoWayToGroup", RoundPlan.LeastInGroup))))]);
        var together = groups.Where(g => g.Length > 1).Select(g => g.Select(at => here[at]).ToList()).ToList();
        var met = meetings.Select(m => (m.One, m.Other)).ToHashSet();
        return new(cast.Of, [], [.. together.Select(g => new KeptGroup([.. g.Select(s => s.Id)], [.. Reasons(g, kind, met).Select(KeptReason.Of)]))],
            [.. groups.Where(g => g.Length == 1).Select(g => new KeptAlone(here[g[0]].Id, KeptReason.Of(new(here.Count == 1 ? "Rounds.OnlyOne" : "Rounds.NobodyPossible"))))]);
    }

    private static IReadOnlyList<int[]>? Groups(RoundCast cast, List<SignedUp> here, int size, CancellationToken stop)
    {
        if (here.Count < RoundPlan.LeastInGroup) return here.Count == 0 ? [] : null;
        var count = HowMany(here.Count, size);
        var features = new FeatureDistances(here.Count);
        foreach (var feature in new Func<RoundSignUp, string?>[] { s => s.Offers, s => s.Wants, s => s.Organization })
            features.AddCategories([.. here.Select(s => CircleTopic.Split(feature(s.SignUp)).Select(Folding.Fold).ToHashSet())]);
        var found = Anticlustering.Best(features.Distances(), count, Together(cast, here), Apart(cast, here), stop: stop);
        return found is null ? null : [.. Enumerable.Range(0, count).Select(g => Enumerable.Range(0, here.Count).Where(at => found.GroupOf[at] == g).ToArray())];
    }

    /// <summary>How many groups there are, each of four to eight.</summary>
    internal static int HowMany(int members, int size) => Math.Clamp((int)Math.Round((double)members / size), (members + RoundPlan.MostInGroup - 1) / RoundPlan.MostInGroup, members / RoundPlan.LeastInGroup);

    private static IReadOnlyList<int[]> Partners(RoundCast cast, List<SignedUp> here, CancellationToken stop)
    {
        const long Most = Wish * 2 + Topic * MostTopics;
        List<(int One, int Other)> pinned = [];
        foreach (var pin in Together(cast, here))
            if (!pinned.Any(p => p.One == pin.One || p.Other == pin.One || p.One == pin.Other || p.Other == pin.Other)) pinned.Add(pin);
        List<int> free = [.. Enumerable.Range(0, here.Count).Where(at => !pinned.Any(p => p.One == at || p.Other == at))];
        long? Cost(int one, int other)
        {
            var (first, second) = (here[free[one]], here[free[other]]);
            if (cast.AreApart(first.Id, second.Id)) return null;
            var wishes = (first.SignUp.Preferred.Contains(second.Id) ? Wish : 0) + (second.SignUp.Preferred.Contains(first.Id) ? Wish : 0);
            return Most - wishes - Topic * Math.Min(MostTopics, InCommon([first, second]).Count);
        }
        return [.. pinned.Select(p => (int[])[p.One, p.Other]), .. Twosomes.Least(free.Count, Cost, stop: stop).Select(g => g.Select(at => free[at]).ToArray())];
    }

    private static IReadOnlyList<int[]> Coffee(RoundCast cast, List<SignedUp> here, IReadOnlyList<Meeting> meetings, CancellationToken stop)
    {
        var at = here.Index().ToDictionary(h => h.Item.Id, h => h.Index);
        return RoundRobin.Next(here.Count, [.. meetings.Where(m => at.ContainsKey(m.One) && at.ContainsKey(m.Other)).Select(m => (at[m.One], at[m.Other], m.Turn))], Apart(cast, here), stop);
    }

    private static IEnumerable<Reason> Reasons(List<SignedUp> group, RoundKind kind, HashSet<(Guid, Guid)> met)
    {
        var offered = group.SelectMany(s => CircleTopic.Split(s.SignUp.Offers)).DistinctBy(Folding.Fold).ToList();
        if (kind == RoundKind.Groups && offered.Count > 0) yield return new("Rounds.GroupOffers", offered.Count, string.Join(", ", offered));
        var wants = group.SelectMany(s => CircleTopic.Split(s.SignUp.Wants).Select(w => (s, Topic: Folding.Fold(w)))).ToList();
        var helped = wants.Count(w => group.Any(o => o != w.s && CircleTopic.Split(o.SignUp.Offers).Any(t => Folding.Fold(t) == w.Topic)));
        if (helped > 0) yield return new("Rounds.GroupHelps", helped, wants.Count);
        if (kind != RoundKind.Groups && InCommon(group) is { Count: > 0 } common) yield return new("Rounds.InCommon", string.Join(", ", common));
        var organizations = group.Select(s => s.SignUp.Organization).OfType<string>().DistinctBy(o => Folding.Fold(o.Trim())).Count();
        if (kind == RoundKind.Groups && organizations > 1) yield return new("Rounds.GroupOrganizations", organizations);
        if (kind == RoundKind.Coffee) yield return new(group.Any(s => group.Any(o => o.Id != s.Id && met.Contains((s.Id, o.Id)))) ? "Rounds.MetLongAgo" : "Rounds.NeverMet");
    }

    private static List<string> InCommon(List<SignedUp> group)
    {
        IReadOnlyList<string> Topics(SignedUp s) => [.. CircleTopic.Split(s.SignUp.Wants).Concat(CircleTopic.Split(s.SignUp.Offers)).DistinctBy(Folding.Fold)];
        return [.. group.Skip(1).Aggregate(Topics(group[0]), (one, other) => [.. one.IntersectBy(Topics(other).Select(Folding.Fold), Folding.Fold)])];
    }

    private static List<(int One, int Other)> Together(RoundCast cast, List<SignedUp> here) => Pairs(here, cast.ArePinned);

    private static List<(int One, int Other)> Apart(RoundCast cast, List<SignedUp> here) => Pairs(here, cast.AreApart);

    private static List<(int One, int Other)> Pairs(List<SignedUp> here, Func<Guid, Guid, bool> are) =>
        [.. from one in Enumerable.Range(0, here.Count) from other in Enumerable.Range(one + 1, here.Count - one - 1) where are(here[one].Id, here[other].Id) select (one, other)];
}
