using FsCheck;
using FsCheck.Fluent;
using Mainstay.Algorithms.Matching;
using static Mainstay.Algorithms.Tests.Laws;

namespace Mainstay.Algorithms.Tests.Matching;

public sealed class RoundRobinTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData(2), InlineData(4), InlineData(6), InlineData(8), InlineData(10), InlineData(16)]
    public void Nobody_meets_anybody_twice_before_they_met_everybody(int members)
    {
        var meetings = new List<(int, int, int)>();
        for (var turn = 1; turn <= 3 * (members - 1); turn++)
        {
            var round = RoundRobin.Next(members, meetings, [], Stop);
            Assert.All(round, pair => Assert.Equal(2, pair.Length));
            Assert.Equal(Enumerable.Range(0, members), round.SelectMany(p => p).Order());
            meetings.AddRange(round.Select(p => (Math.Min(p[0], p[1]), Math.Max(p[0], p[1]), turn)));
            if (turn % (members - 1) == 0) Assert.All(meetings.CountBy(m => (m.Item1, m.Item2)), pair => Assert.Equal(turn / (members - 1), pair.Value));
        }
        Assert.Equal(members * (members - 1) / 2, meetings.DistinctBy(m => (m.Item1, m.Item2)).Count());
    }

    [Theory, InlineData(3), InlineData(5), InlineData(7), InlineData(9)]
    public void Where_the_number_is_odd_three_come_together_and_everybody_meets_everybody(int members)
    {
        var meetings = new List<(int One, int Other, int Turn)>();
        for (var turn = 1; turn <= members; turn++)
        {
            var round = RoundRobin.Next(members, meetings, [], Stop);
            Assert.Single(round, group => group.Length == 3);
            Assert.All(round, group => Assert.InRange(group.Length, 2, 3));
            meetings.AddRange(from g in round from one in g from other in g where one < other select (one, other, turn));
        }
        Assert.Equal(members * (members - 1) / 2, meetings.DistinctBy(m => (m.One, m.Other)).Count());
    }

    [Fact]
    public void Of_all_ways_it_is_one_with_the_fewest_who_met_before_and_never_two_who_stay_apart() => Hold(Histories, history =>
    {
        var (members, met, apart) = history;
        var found = RoundRobin.Next(members, [.. met.Select(m => (m.One, m.Other, 1))], apart, Stop);
        var (alone, repeats) = Best([.. Enumerable.Range(0, members)]);
        bool IsApart(int one, int other) => apart.Contains((Math.Min(one, other), Math.Max(one, other)));
        bool HasMet(int one, int other) => met.Contains((Math.Min(one, other), Math.Max(one, other)));
        (int Alone, int Repeats) Best(List<int> left) => left.Count == 0 ? (0, 0)
            : left.Skip(1).Where(other => !IsApart(left[0], other)).Select(other => (Best([.. left.Skip(1).Where(l => l != other)]), HasMet(left[0], other) ? 1 : 0)).Select(b => (b.Item1.Alone, b.Item1.Repeats + b.Item2))
                .Append((Best([.. left.Skip(1)]).Alone + 1, Best([.. left.Skip(1)]).Repeats)).Min();
        var pairs = found.SelectMany(g => from one in g from other in g where one < other select (one, other)).ToList();
        return found.SelectMany(g => g).Order().SequenceEqual(Enumerable.Range(0, members)) && !pairs.Any(p => IsApart(p.one, p.other))
            && found.Count(g => g.Length == 1) <= alone && (alone > 0 || pairs.Count(p => HasMet(p.one, p.other)) == repeats);
    });

    [Fact]
    public void Nobody_one_and_those_who_all_stay_apart()
    {
        Assert.Empty(RoundRobin.Next(0, [], [], Stop));
        Assert.Equal([0], Assert.Single(RoundRobin.Next(1, [], [], Stop)));
        Assert.All(RoundRobin.Next(3, [], [(0, 1), (1, 2), (0, 2)], Stop), group => Assert.Single(group));
    }

    /// <summary>Even numbers, any history, some apart.</summary>
    private static Gen<(int Members, (int One, int Other)[] Met, (int One, int Other)[] Apart)> Histories =>
        from half in Gen.Choose(1, 4)
        let pairs = (from one in Enumerable.Range(0, 2 * half) from other in Enumerable.Range(0, 2 * half) where one < other select (one, other)).ToArray()
        from met in Gen.SubListOf(pairs)
        from few in Gen.Choose(0, 2)
        from apart in Gen.Elements(pairs).ArrayOf(few)
        select (2 * half, met.ToArray(), apart.Distinct().ToArray());
}
