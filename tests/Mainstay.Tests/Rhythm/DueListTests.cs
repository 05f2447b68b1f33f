using Mainstay.Algorithms.Series;
using Mainstay.Rhythm;

namespace Mainstay.Tests.Rhythm;

public class DueListTests
{
    private static readonly DateOnly Epoch = new(2026, 1, 1);

    [Fact]
    public void Agrees_with_the_reference_numbers()
    {
        using var reference = Reference.Read("tie_strength");
        foreach (var row in reference.RootElement.GetProperty("due").EnumerateArray())
        {
            var touched = row.GetProperty("contact_days").EnumerateArray().Select(d => d.GetInt32()).ToArray();
            var cadence = row.GetProperty("target_cadence").GetInt32();
            var tie = RhythmCast.Tie();
            (tie.CadenceDays, tie.LastTouchOn) = (cadence, Epoch.AddDays(touched[^1]));
            var due = DueList.Of(tie, tie.LastTouchOn, Epoch.AddDays(touched[^1] + 50), 1)!;

            Assert.Equal(row.GetProperty("rhythm").GetDouble(), DueList.Rhythm(Days(touched), cadence) ?? cadence, 1e-6);
            Assert.Equal(row.GetProperty("due_day_by_target").GetInt32(), due.On.DayNumber - Epoch.DayNumber);
            Assert.Equal(due.On, DueList.DueOn(tie));
            Assert.Equal(row.GetProperty("overdue_ratio_50_days_after_last").GetDouble(), due.Overdue, 1e-6);
        }
    }

    [Theory]
    [InlineData(23, DueStatus.Fine)]
    [InlineData(24, DueStatus.Soon)]
    [InlineData(29, DueStatus.Soon)]
    [InlineData(30, DueStatus.Due)]
    [InlineData(60, DueStatus.Due)]
    [InlineData(61, DueStatus.Overdue)]
    public void Is_fine_then_soon_then_due_then_overdue(int since, DueStatus status) =>
        Assert.Equal(status, DueList.Of(RhythmCast.Tie(Layer.Close), Epoch, Epoch.AddDays(since), 1)!.Status);

    [Fact]
    public void Nobody_without_layer_and_cadence_is_ever_due()
    {
        Assert.Null(DueList.DueOn(RhythmCast.Tie()));
        Assert.Null(DueList.Of(RhythmCast.Tie(), Epoch, Epoch.AddYears(9), 1));
    }

    [Fact]
    public void No_cadence_said_by_the_owner_wins_over_the_layer()
    {
        var tie = RhythmCast.Tie(Layer.Core);
        tie.CadenceDays = Layers.NoCadence;

        Assert.Null(DueList.DueOn(tie));
    }

    [Fact]
    public void Without_a_touch_it_counts_from_the_day_they_came()
    {
        var tie = RhythmCast.Tie(Layer.Close, Epoch);

        Assert.Equal(new DateOnly(2026, 1, 31), DueList.DueOn(tie));
        Assert.Equal(2, Stand(tie, [], 60).Due!.Overdue, 12);
    }

    [Fact]
    public void Priority_is_what_a_week_of_silence_costs_and_a_little_for_each_cadence_missed()
    {
        var standing = Stand(RhythmCast.Tie(Layer.Core), [0, 7, 14], 28);
        var alive = MbgNbd.Default.Alive(new(2, 14, 28), .5) - MbgNbd.Default.Alive(new(2, 14, 35), .5);

        Assert.Equal(4 * alive + .1 * 4 * 2, standing.Priority, 12);
        Assert.Equal(4 * .3, Stand(RhythmCast.Tie(Layer.Core, Epoch), [], 700).Priority, 12);
    }

    [Fact]
    public void What_the_owner_says_of_the_importance_wins_over_the_layer()
    {
        var tie = RhythmCast.Tie(Layer.Wider);
        var alive = MbgNbd.Default.Alive(new(2, 14, 28), .5) - MbgNbd.Default.Alive(new(2, 14, 35), .5);

        Assert.Equal(.5 * alive + .1 * .5 * (14 / 365.0), Stand(tie, [0, 7, 14], 28).Priority, 12);
        foreach (var (said, importance) in new[] { (Layer.Core, 4.0), (Layer.Close, 2.0), (Layer.Extended, 1.0), (Layer.Wider, .5) })
        {
            tie.CountsAs = said;
            Assert.Equal(importance * alive + .1 * importance * (14 / 365.0), Stand(tie, [0, 7, 14], 28).Priority, 12);
        }
        Assert.Equal(365, Stand(tie, [0, 7, 14], 28).Cadence); // it says who first, not how often
    }

    [Theory]
    [InlineData(Layer.Core, false)]
    [InlineData(Layer.Close, false)]
    [InlineData(Layer.Wider, true)]
    public void That_a_tie_counts_is_a_word_for_it_and_that_it_counts_less_is_none(Layer said, bool last)
    {
        var faint = RhythmCast.Tie(Layer.Close);
        faint.CountsAs = said;

        Assert.Equal(last, DueList.GoesLast(Stand(faint, [], 100)));
    }

    [Fact]
    public void A_faint_tie_goes_last_unless_the_owner_said_a_word()
    {
        var faint = RhythmCast.Tie(Layer.Core);
        var felt = RhythmCast.Tie(Layer.Core);
        felt.Closeness = 1;

        Assert.True(DueList.GoesLast(Stand(faint, [], 100)));
        Assert.False(DueList.GoesLast(Stand(felt, [], 100)));
        Assert.False(DueList.GoesLast(Stand(faint, [60, 90], 100)));
    }

    [Fact]
    public void After_a_long_silence_a_call_fits_better_than_a_message()
    {
        var tie = RhythmCast.Tie(Layer.Core);
        tie.LastTouchKind = TouchKind.Mail;

        Assert.Equal(TouchKind.Mail, DueList.Fitting(Stand(tie, [0], 14)));
        Assert.Equal(TouchKind.Call, DueList.Fitting(Stand(tie, [0], 15)));
        tie.LastTouchKind = TouchKind.Meeting;
        Assert.Equal(TouchKind.Meeting, DueList.Fitting(Stand(tie, [0], 15)));
    }

    [Fact]
    public void Rhythm_without_a_cadence_is_the_mean_of_the_gaps_from_two_on()
    {
        Assert.Null(DueList.Rhythm(Days([0, 10]), null));
        Assert.Equal(20, DueList.Rhythm(Days([0, 10, 50]), null)!.Value, 1e-9);
    }

    private static Standing Stand(Tie tie, int[] touched, int on)
    {
        if (touched.Length > 0) tie.LastTouchOn = Epoch.AddDays(touched[^1]);
        return Standing.Of(tie, Days(touched), ContactForecast.Default, Epoch.AddDays(on));
    }

    private static ContactDay[] Days(int[] days) => Strength.Days(days.Select(d => new Contact(Epoch.AddDays(d), TouchKind.Meeting, Direction.Both, 2)));
}
