using System.Text.Json;
using FsCheck.Fluent;
using Mainstay.Algorithms.Matching;
using static Mainstay.Algorithms.Tests.Laws;

namespace Mainstay.Algorithms.Tests.Matching;

public sealed class DeferredAcceptanceTests
{
    public static TheoryData<int> Instances => [0, 1, 2];

    [Theory, MemberData(nameof(Instances))]
    public void Of_all_stable_outcomes_it_is_the_best_for_those_who_ask(int at)
    {
        var one = ReferenceNumbers.Read("matching").GetProperty("hospital_residents")[at];
        var (wishes, ranks) = (Lists(one.GetProperty("mentee_prefs")), Lists(one.GetProperty("mentor_prefs")));
        int[] places = [.. one.GetProperty("capacity").EnumerateArray().Select(c => c.GetInt32())];

        var found = DeferredAcceptance.Best(wishes, ranks, places);

        Assert.Equal(one.GetProperty("mentee_optimal").EnumerateArray().Select(h => h.ValueKind == JsonValueKind.Null ? -1 : h.GetInt32()), found);
        Assert.All(one.GetProperty("all_stable").EnumerateArray(), stable =>
            Assert.Empty(Stability.BlockingPairs(wishes, ranks, places, [.. stable.EnumerateArray().Select(h => h.ValueKind == JsonValueKind.Null ? -1 : h.GetInt32())])));
    }

    [Fact]
    public void Two_who_would_rather_have_each_other_are_named()
    {
        int[][] wishes = [[0, 1], [0]], ranks = [[1, 0], [0]];

        Assert.Equal([(1, 0)], Stability.BlockingPairs(wishes, ranks, [1, 1], [0, -1]));
        Assert.Equal([(0, 0), (1, 0)], Stability.BlockingPairs(wishes, ranks, [1, 1], [1, -1]));
        Assert.Equal([1, 0], DeferredAcceptance.Best(wishes, ranks, [1, 1]));
        Assert.Equal([-1, -1], DeferredAcceptance.Best(wishes, ranks, [0, 0]));
        Assert.Throws<ArgumentException>(() => DeferredAcceptance.Best(wishes, ranks, [1]));
        Assert.Throws<ArgumentException>(() => DeferredAcceptance.Best([[0, 0]], [[0]], [1]));
        Assert.Throws<ArgumentException>(() => DeferredAcceptance.Best([[0]], [[7]], [1]));
    }

    [Fact]
    public void It_is_stable_and_no_stable_outcome_is_better_for_anybody_who_asks() => Hold(Problems, problem =>
    {
        var (wishes, ranks, places) = problem;
        var found = DeferredAcceptance.Best(wishes, ranks, places);
        return !Stability.BlockingPairs(wishes, ranks, places, found).Any()
            && Stable(wishes, ranks, places, [.. wishes.Select(_ => -1)], 0).All(other => Enumerable.Range(0, wishes.Length).All(a => Place(wishes[a], found[a]) <= Place(wishes[a], other[a])));
    });

    private static int Place(int[] wishes, int holder) => Array.IndexOf(wishes, holder) is >= 0 and var place ? place : wishes.Length;

    private static IEnumerable<int[]> Stable(int[][] wishes, int[][] ranks, int[] places, int[] found, int asker)
    {
        if (asker == wishes.Length)
        {
            if (!Stability.BlockingPairs(wishes, ranks, places, found).Any()) yield return [.. found];
            yield break;
        }
        foreach (var holder in wishes[asker].Append(-1))
        {
            if (holder >= 0 && (!ranks[holder].Contains(asker) || found.Take(asker).Count(h => h == holder) >= places[holder])) continue;
            found[asker] = holder;
            foreach (var stable in Stable(wishes, ranks, places, found, asker + 1)) yield return stable;
        }
        found[asker] = -1;
    }

    private static FsCheck.Gen<(int[][], int[][], int[])> Problems =>
        from askers in Gen.Choose(1, 4)
        from holders in Gen.Choose(1, 3)
        from wishes in Some(holders).ArrayOf(askers)
        from ranks in Some(askers).ArrayOf(holders)
        from places in Gen.Choose(0, 2).ArrayOf(holders)
        select (wishes, ranks, places);

    private static FsCheck.Gen<int[]> Some(int of) => from all in Gen.Shuffle(Enumerable.Range(0, of)) from take in Gen.Choose(0, of) select all.Take(take).ToArray();

    private static int[][] Lists(JsonElement lists) => [.. lists.EnumerateArray().Select(list => list.EnumerateArray().Select(n => n.GetInt32()).ToArray())];
}
