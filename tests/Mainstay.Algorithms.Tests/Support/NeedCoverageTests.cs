using FsCheck;
using FsCheck.Fluent;
using Mainstay.Algorithms.Support;
using static Mainstay.Algorithms.Tests.Laws;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Support;

public sealed class NeedCoverageTests
{
    [Fact]
    public void Agrees_with_the_worked_cases()
    {
        foreach (var worked in Read("coverage").EnumerateArray())
        {
            var needs = worked.GetProperty("p").EnumerateArray().Select(row => NeedCoverage.Of([.. row.EnumerateArray().Select(p => new HelpChance(p.GetDouble()))])).ToList();
            for (var n = 0; n < needs.Count; n++)
            {
                Close(worked.GetProperty("coverage")[n].GetDouble(), needs[n].Coverage, 1e-12);
                Close(worked.GetProperty("at_least_two")[n].GetDouble(), needs[n].AtLeastTwo, 1e-12);
                Close(worked.GetProperty("expected_supporters")[n].GetDouble(), needs[n].Expected, 1e-12);
                Agree(worked.GetProperty("need_hhi")[n], needs[n].Concentration);
                Agree(worked.GetProperty("need_effective_supporters")[n], needs[n].EffectiveHelpers);
            }
        }

        static void Agree(System.Text.Json.JsonElement expected, double? actual)
        {
            if (expected.ValueKind == System.Text.Json.JsonValueKind.Null) Assert.Null(actual);
            else Close(expected.GetDouble(), actual!.Value, 1e-12);
        }
    }

    [Fact]
    public void People_of_one_group_may_fail_together()
    {
        var apart = NeedCoverage.Of([new(.5), new(.5)]);
        var together = NeedCoverage.Of([new(.5, 7), new(.5, 7)]);

        Close(.75, apart.Coverage, 1e-12);
        Close(1 - (.9 * .25 + .1 * .5), together.Coverage, 1e-12);
        Close(.9 * .25 + .1 * .5, together.AtLeastTwo, 1e-12); // when they fail together they help together, too
    }

    [Fact]
    public void Of_nobody_nothing_can_be_said_but_that_nobody_helps()
    {
        Assert.Equal(new NeedCoverage(0, 0, 0, null), NeedCoverage.Of([]));
        Assert.Equal(new NeedCoverage(0, 0, 0, null), NeedCoverage.Of([new(0), new(0, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => NeedCoverage.Of([new(1.1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => NeedCoverage.Of([new(double.NaN)]));
    }

    [Fact]
    public void One_more_never_lowers_it_and_the_order_does_not_matter() => Hold(Several, helpers =>
    {
        var all = NeedCoverage.Of(helpers);
        var fewer = NeedCoverage.Of(helpers.AsSpan(1));
        var turned = NeedCoverage.Of([.. helpers.Reverse()]);
        return all.Coverage >= fewer.Coverage - 1e-12 && all.AtLeastTwo >= fewer.AtLeastTwo - 1e-12 && all.AtLeastTwo <= all.Coverage + 1e-12
            && Math.Abs(all.Coverage - turned.Coverage) < 1e-12 && Math.Abs(all.AtLeastTwo - turned.AtLeastTwo) < 1e-12;
    });

    [Fact]
    public void A_group_never_covers_better_than_the_same_people_apart() => Hold(Several, helpers =>
        NeedCoverage.Of(helpers).Coverage <= NeedCoverage.Of([.. helpers.Select(h => h with { Group = null })]).Coverage + 1e-12);

    private static Gen<HelpChance[]> Several =>
        (from chance in Between(0, 1)
         from mates in Gen.Elements<int?>(null, null, 1, 2)
         select new HelpChance(chance, mates)).NonEmptyListOf().Select(l => l.ToArray());
}
