using Mainstay.Circles;
using Mainstay.Rounds;

namespace Mainstay.Tests.Rounds;

/// <summary>Rounds of more members than can be reckoned exactly: everybody is brought together all the same, and what keeps two apart holds.</summary>
public class LargeRoundTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData(601), InlineData(602)]
    public void Of_hundreds_everybody_has_a_coffee_and_with_nobody_they_avoid(int many)
    {
        var cast = Cast(many, at => at % 10 == 0 ? [.. Enumerable.Range(at + 1, 20).Concat(Enumerable.Range(many / 2, many / 4))] : []);

        foreach (var turn in Enumerable.Range(0, 3))
        {
            var draft = cast.DraftGroups(RoundKind.Coffee, new(), [new(Id(0), Id(1), turn)], Stop);
            Everybody(many, cast, draft);
            Assert.All(draft.Groups, g => Assert.InRange(g.Members.Count, 2, 3));
            Assert.InRange(draft.Groups.Count(g => g.Members.Count == 3), many % 2, many % 2);
        }
    }

    [Fact]
    public void The_next_time_it_is_somebody_else()
    {
        var cast = Cast(600, _ => []);
        var met = new HashSet<string>();

        for (var turn = 0; turn < 5; turn++)
            foreach (var two in cast.DraftGroups(RoundKind.Coffee, new(), turn == 0 ? [] : [new(Id(0), Id(1), turn)], Stop).Groups)
                Assert.True(met.Add(string.Join('-', two.Members.Order())), $"{turn}");

        Assert.Equal(5 * 300, met.Count);
    }

    [Fact]
    public void Partners_are_as_hosts_say_then_as_members_wish()
    {
        var cast = new RoundCast([.. Cast(600, _ => []).Everybody.Select(s => { if (s.Id == Id(7)) s.SignUp.Prefers = $"{Id(590)}\n{Id(591)}"; if (s.Id == Id(8)) s.SignUp.Prefers = $"{Id(590)}\n{Id(591)}"; return s; })], [(Id(8), Id(591))], [new() { OneId = Id(3), OtherId = Id(400) }]);

        var draft = cast.DraftGroups(RoundKind.Partners, new(), [], Stop);

        Everybody(600, cast, draft);
        Assert.True(Together(draft, 3, 400));
        Assert.True(Together(draft, 7, 590));
        Assert.False(Together(draft, 8, 591));
    }

    [Fact]
    public void Groups_are_of_four_to_eight_and_spread_organisations()
    {
        var cast = Cast(603, at => at % 20 == 0 ? [.. Enumerable.Range(at + 1, 5)] : [], at => $"Organisation {at / 61}", new RoundPin { OneId = Id(1), OtherId = Id(2) });

        var draft = cast.DraftGroups(RoundKind.Groups, new(), [], Stop);

        Everybody(603, cast, draft);
        Assert.All(draft.Groups, g => Assert.InRange(g.Members.Count, RoundPlan.LeastInGroup, RoundPlan.MostInGroup));
        Assert.True(Together(draft, 1, 2));
        Assert.True(draft.Groups.Count(g => g.Members.Select(m => cast[m]!.SignUp.Organization).Distinct().Count() >= 4) > draft.Groups.Count * 0.9);
    }

    private static void Everybody(int many, RoundCast cast, KeptDraft draft)
    {
        Assert.Empty(draft.Alone);
        Assert.Equal(Enumerable.Range(0, many).Select(Id), draft.Groups.SelectMany(g => g.Members).Order());
        Assert.All(draft.Groups, g => Assert.DoesNotContain(g.Members, one => g.Members.Any(other => one != other && cast.AreApart(one, other))));
    }

    private static bool Together(KeptDraft draft, int one, int other) => draft.Groups.Any(g => g.Members.Contains(Id(one)) && g.Members.Contains(Id(other)));

    private static RoundCast Cast(int many, Func<int, IEnumerable<int>> avoids, Func<int, string>? organization = null, params RoundPin[] pins) => new([.. Enumerable.Range(0, many).Select(at => new SignedUp(
        new() { Id = Id(at), MemberId = Id(at), Offers = $"topic {at % 7}", Organization = organization?.Invoke(at), Avoid = string.Join('\n', avoids(at).Where(other => other < many && other != at).Select(Id)) },
        new Member { Id = Id(at), Name = $"Member {at}", SortKey = $"member {at}" }))], [], pins);

    private static Guid Id(int at) => Guid.Parse($"019a0f3c-0000-7000-8000-{at:d12}");
}
