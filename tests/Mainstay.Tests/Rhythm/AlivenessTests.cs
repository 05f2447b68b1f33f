using Mainstay.Algorithms.Series;
using Mainstay.Rhythm;

namespace Mainstay.Tests.Rhythm;

public class AlivenessTests
{
    private static readonly DateOnly First = new(2025, 1, 1);

    [Theory]
    [InlineData(30, 13, 28, .96)]
    [InlineData(30, 13, 182, .72)]
    [InlineData(30, 13, 364, .28)]
    [InlineData(7, 53, 56, .78)]
    [InlineData(7, 53, 91, .31)]
    public void Falls_with_the_silence_the_slower_the_rarer_they_talked(int every, int times, int silent, double expected)
    {
        var days = Days(Enumerable.Range(0, times).Select(i => i * every));

        Assert.Equal(expected, Of(RhythmCast.Tie(), days, (times - 1) * every + silent).Exact, .011);
    }

    [Fact]
    public void Agrees_with_the_reference_numbers()
    {
        using var reference = Reference.Read("aliveness_defaults");
        foreach (var row in reference.RootElement.GetProperty("rows").EnumerateArray())
        {
            var (repeats, last, gap) = (row.GetProperty("x").GetInt32(), row.GetProperty("t_x_weeks").GetDouble() * 7, row.GetProperty("gap_weeks").GetDouble() * 7);
            if (last != Math.Round(last) || gap != Math.Round(gap) || repeats > last) continue; // real touches are on whole days
            var days = Days(Enumerable.Range(0, repeats).Select(i => i).Append((int)last));

            Assert.Equal(row.GetProperty("palive_tau05").GetDouble(), Of(RhythmCast.Tie(), days, (int)(last + gap)).Exact, 1e-6);
        }
    }

    [Fact]
    public void Nobody_touched_yet_is_taken_as_alive()
    {
        var alive = Of(RhythmCast.Tie(Layer.Core), [], 10);

        Assert.Equal((.8, .8, AlivenessBasis.NoContact, null), (alive.Exact, alive.InAWeek, alive.Basis, alive.Known));
    }

    [Fact]
    public void The_owner_says_it_is_over_and_so_it_is()
    {
        var tie = RhythmCast.Tie();
        (tie.Verdict, tie.VerdictOn) = (Verdict.Over, First.AddDays(20));

        Assert.Equal((0, 0.0, Liveliness.Dormant), ((int)Of(tie, Days([0, 10]), 20).Exact, Of(tie, Days([0, 10]), 20).Shown, Of(tie, Days([0, 10]), 20).State));
    }

    [Fact]
    public void Still_on_counts_as_a_touch_without_weight_on_that_day()
    {
        var tie = RhythmCast.Tie();
        (tie.Verdict, tie.VerdictOn) = (Verdict.StillOn, First.AddDays(300));
        var touched = Of(RhythmCast.Tie(), Days([0, 30, 60, 300]), 320);

        Assert.Equal(touched.Exact, Of(tie, Days([0, 30, 60]), 320).Exact, 12);
        Assert.Equal(touched.Exact, Of(tie, Days([0, 30, 60, 300]), 320).Exact, 12);
        Assert.Equal(Of(RhythmCast.Tie(), Days([0, 30, 60, 300, 310]), 320).Exact, Of(tie, Days([0, 30, 60, 310]), 320).Exact, 12);
    }

    [Fact]
    public void Still_on_without_any_touch_is_the_first_one()
    {
        var tie = RhythmCast.Tie();
        (tie.Verdict, tie.VerdictOn) = (Verdict.StillOn, First);

        Assert.Equal(Of(RhythmCast.Tie(), Days([0]), 40).Exact, Of(tie, [], 40).Exact, 12);
    }

    [Fact]
    public void What_is_said_later_does_not_count_before()
    {
        var tie = RhythmCast.Tie();
        (tie.Verdict, tie.VerdictOn) = (Verdict.Over, First.AddDays(50));

        Assert.Equal(AlivenessBasis.Estimate, Of(tie, Days([0, 10]), 49).Basis);
    }

    [Theory]
    [InlineData(.8, Liveliness.Active)]
    [InlineData(.79, Liveliness.Fading)]
    [InlineData(.5, Liveliness.Fading)]
    [InlineData(.49, Liveliness.AtRisk)]
    [InlineData(.2, Liveliness.AtRisk)]
    [InlineData(.19, Liveliness.Dormant)]
    public void Has_four_states(double exact, Liveliness state) => Assert.Equal(state, new Aliveness(exact, exact, AlivenessBasis.Estimate).State);

    [Fact]
    public void Is_never_shown_as_certain()
    {
        Assert.Equal(.95, new Aliveness(.9999, .9, AlivenessBasis.Estimate).Shown);
        Assert.Equal(.05, new Aliveness(.0001, 0, AlivenessBasis.Estimate).Shown);
    }

    private static Aliveness Of(Tie tie, ContactDay[] days, int on) => Aliveness.Of(tie, days, MbgNbd.Default, First.AddDays(on));

    private static ContactDay[] Days(IEnumerable<int> days) => Strength.Days(days.Select(d => new Contact(First.AddDays(d), TouchKind.Meeting, Direction.Both, 2)));
}
