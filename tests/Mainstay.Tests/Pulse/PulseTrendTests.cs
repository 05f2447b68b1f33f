using Mainstay.Pulse;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Tests.Pulse;

public class PulseTrendTests
{
    private static readonly int[] Three = [7, 8, 9], Slow = [4, 4, 5, 5, 6];

    private static readonly DateOnly First = new(2026, 3, 3);

    [Fact]
    public void Below_three_points_nothing_is_said()
    {
        Assert.Equal((PulseWay.Unknown, "Nothing is noted yet."), Told());
        Assert.Equal((PulseWay.Unknown, "2 check-ins so far; from three on a trend is drawn."), Told(3, 9));
        Assert.Null(Trend(3, 9).PerWeek);
    }

    [Fact]
    public void It_says_by_how_much_over_how_many_since_when()
    {
        Assert.Equal((PulseWay.Rises, "Rises by about 0.5 a week over 6 check-ins since Tuesday, March 3, 2026."), Told(4, 4, 5, 5, 6, 6));
        Assert.Equal((PulseWay.Falls, "Falls by about 1 a week over 3 check-ins since Tuesday, March 3, 2026."), Told(9, 8, 7));
        Assert.Equal((PulseWay.Flat, "Stays about the same over 4 check-ins since Tuesday, March 3, 2026."), Told(5, 6, 5, 5));
    }

    [Fact]
    public void One_bad_day_does_not_turn_it() => Assert.Equal(PulseWay.Rises, Trend(4, 5, 6, 0, 8, 9).Way);

    [Fact]
    public void What_moves_slowly_is_said_by_the_month_or_the_year()
    {
        Assert.Contains("about 0.1 a month", Slowly(60).InWords.InWords(), StringComparison.Ordinal);
        Assert.Contains("about 0.4 a year", Slowly(220).InWords.InWords(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_skipped_is_no_point()
    {
        var pulses = Three.Select((v, i) => new DayPulse { On = First.AddDays(i), Confidence = i == 1 ? null : v, Energy = v });

        Assert.Equal((2, 3), (PulseTrend.Of(PulsePart.Confidence, pulses).Points.Count, PulseTrend.Of(PulsePart.Energy, pulses).Points.Count));
    }

    [Fact]
    public void A_drawing_stays_within_its_bounds()
    {
        var trend = Trend(0, 10, 10, 0, 10);
        var chart = PulseChart.Of([new(TimeBudget.WeekOf(First), 2, 0), new(TimeBudget.WeekOf(First.AddDays(28)), 1, 1)]);

        Assert.Equal(new DateOnly(2026, 3, 2), chart.From);
        Assert.Equal(5, chart.Dots(trend).Split(' ').Count(s => s.StartsWith('M')));
        foreach (var place in chart.Dots(trend).Replace("h0", "", StringComparison.Ordinal).Split('M', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Trim().Split(' ').Select(n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray()))
        {
            Assert.InRange(place[0], 0, PulseChart.Width);
            Assert.InRange(place[1], 0, PulseChart.Height);
        }
        Assert.Single(chart.Bars([new(chart.From, 0, 0), new(chart.From.AddDays(7), 4, 0)], w => w.Touches).Split('M', StringSplitOptions.RemoveEmptyEntries));
    }

    private static PulseTrend Slowly(int apart) => PulseTrend.Of(PulsePart.Energy, Slow.Select((v, i) => new DayPulse { On = First.AddDays(apart * 2 * i), Energy = v }));

    private static PulseTrend Trend(params int[] weekly) => PulseTrend.Of(PulsePart.Energy, weekly.Select((v, i) => new DayPulse { On = First.AddDays(7 * i), Energy = v }));

    private static (PulseWay, string) Told(params int[] weekly) => Trend(weekly) is var trend ? (trend.Way, trend.InWords.InWords(new("en-US"))) : default;
}
