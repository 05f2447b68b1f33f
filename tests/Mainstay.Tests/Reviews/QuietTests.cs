using FsCheck;
using FsCheck.Fluent;
using Mainstay.Algorithms.Series;
using Mainstay.Reviews;
using Mainstay.Rhythm;
using static Mainstay.Tests.Rhythm.RhythmCast;

namespace Mainstay.Tests.Reviews;

public class QuietTests
{
    private static readonly DateOnly Today = new(2026, 5, 1);

    [Theory]
    [InlineData(Layer.Core, 11, false)]
    [InlineData(Layer.Core, 21, false)]
    [InlineData(Layer.Core, 22, true)]
    [InlineData(Layer.Close, 45, false)]
    [InlineData(Layer.Close, 46, true)]
    [InlineData(Layer.Extended, 400, false)]
    [InlineData(Layer.Wider, 900, false)]
    [InlineData(Layer.None, 900, false)]
    public void Who_is_near_fades_when_half_a_cadence_is_missed_and_no_sooner_than_two_weeks_late(Layer layer, int silent, bool fades) =>
        Assert.Equal(fades, Quiet.Fades(Silent(layer, silent), Today, Stretch.None));

    [Fact]
    public void Nobody_fades_while_the_estimate_takes_the_tie_for_alive_almost_surely()
    {
        var tie = Silent(Layer.Core, 0);
        var days = Enumerable.Range(0, 53).Select(w => new ContactDay(Today.DayNumber - 364 + 7 * w, 1, 1, 1)).ToArray();
        var first = Enumerable.Range(1, 60).First(d => Quiet.Fades(tie, Today.AddDays(d), Stretch.None));

        Assert.Equal(22, first);
        Assert.InRange(Aliveness.Of(tie, days, MbgNbd.Default, Today.AddDays(11)).Exact, .965, 1);
        Assert.InRange(Aliveness.Of(tie, days, MbgNbd.Default, Today.AddDays(28)).Exact, .94, .96);
    }

    [Theory]
    [InlineData(Layer.Extended, 182, false)]
    [InlineData(Layer.Extended, 183, true)]
    [InlineData(Layer.Wider, 730, false)]
    [InlineData(Layer.Wider, 731, true)]
    [InlineData(Layer.Core, 400, false)]
    [InlineData(Layer.Close, 400, false)]
    [InlineData(Layer.None, 900, false)]
    public void Who_is_further_off_could_rest_after_two_cadences(Layer layer, int silent, bool rests) =>
        Assert.Equal(rests, Quiet.CouldRest(Silent(layer, silent), Today, Stretch.None, counted: false));

    [Fact]
    public void A_short_rhythm_of_its_own_rests_only_after_a_long_silence()
    {
        var tie = Silent(Layer.None, 120);
        tie.CadenceDays = 14;
        Assert.False(Quiet.CouldRest(tie, Today, Stretch.None, counted: false));
        tie.LastTouchOn = Today.AddDays(-121);
        Assert.True(Quiet.CouldRest(tie, Today, Stretch.None, counted: false));
        Assert.False(Quiet.CouldRest(tie, Today, Stretch.None, counted: true));
    }

    [Fact]
    public void Who_is_dear_over_paused_or_put_off_is_not_asked_about()
    {
        Assert.All((Action<Tie>[])
        [
            t => t.Closeness = 4, t => t.Closeness = 5, t => t.Verdict = Verdict.Over, t => t.Paused = true,
            t => (t.Paused, t.PausedUntil) = (true, Today.AddDays(1)), t => t.SnoozedUntil = Today.AddDays(1), t => t.CadenceDays = Layers.NoCadence,
        ], change =>
        {
            var (far, near) = (Silent(Layer.Extended, 400), Silent(Layer.Core, 400));
            change(far);
            change(near);
            Assert.False(Quiet.CouldRest(far, Today, Stretch.None, counted: false));
            if (near.Closeness is null) Assert.False(Quiet.Fades(near, Today, Stretch.None));
        });
    }

    [Theory]
    [InlineData(Layer.Core, false)]
    [InlineData(Layer.Close, false)]
    [InlineData(Layer.Wider, true)]
    public void Who_was_said_to_count_as_much_as_who_is_near_is_not_to_rest(Layer said, bool rests)
    {
        var tie = Silent(Layer.Extended, 400);
        tie.CountsAs = said;

        Assert.Equal(rests, Quiet.CouldRest(tie, Today, Stretch.None, counted: false));
    }

    [Fact]
    public void A_pause_that_is_over_counts_no_more()
    {
        var tie = Silent(Layer.Extended, 400);
        (tie.Paused, tie.PausedUntil) = (true, Today);

        Assert.True(Quiet.CouldRest(tie, Today, Stretch.None, counted: false));
    }

    [Fact]
    public void Without_a_touch_it_counts_from_the_day_they_came()
    {
        var tie = Tie(Layer.Extended, new DateOnly(2025, 10, 1));

        Assert.Equal(212, Quiet.SilentDays(tie, Today));
        Assert.True(Quiet.CouldRest(tie, Today, Stretch.None, counted: false));
    }

    [Fact]
    public void Nobody_is_asked_about_twice_and_nobody_sooner_than_before() => Hold(Ties, c =>
    {
        var (fades, rests) = (Quiet.Fades(c, Today, Stretch.None), Quiet.CouldRest(c, Today, Stretch.None, counted: false));
        var later = Today.AddDays(30);
        return !(fades && rests) && (!fades || Quiet.Fades(c, later, Stretch.None)) && (!rests || Quiet.CouldRest(c, later, Stretch.None, counted: false));
    });

    private static Tie Silent(Layer layer, int days)
    {
        var tie = Tie(layer);
        tie.LastTouchOn = Today.AddDays(-days);
        return tie;
    }

    private static Gen<Tie> Ties =>
        from layer in Gen.Elements(Enum.GetValues<Layer>())
        from silent in Gen.Choose(0, 1_500)
        from cadence in Gen.Elements<int?>(null, 0, 5, 30, 200)
        from closeness in Gen.Elements<int?>(null, 1, 5)
        select Made(layer, silent, cadence, closeness);

    private static Tie Made(Layer layer, int silent, int? cadence, int? closeness)
    {
        var tie = Silent(layer, silent);
        (tie.CadenceDays, tie.Closeness) = (cadence, closeness);
        return tie;
    }
}
