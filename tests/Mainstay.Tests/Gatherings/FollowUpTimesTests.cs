using System.Globalization;
using Mainstay.Gatherings;

namespace Mainstay.Tests.Gatherings;

public class FollowUpTimesTests
{
    [Theory]
    [InlineData("2026-05-05 20:30", "Europe/Lisbon", "2026-05-06", "2026-05-07")] // Tuesday evening: Thursday
    [InlineData("2026-05-08 20:30", "Europe/Lisbon", "2026-05-09", "2026-05-11")] // Friday evening: Monday
    [InlineData("2026-05-07 21:00", "Europe/Lisbon", "2026-05-08", "2026-05-08")] // Thursday evening: Saturday, so Friday; Monday would be 96 hours, and 48 are promised
    [InlineData("2026-05-07 23:30", "Europe/Lisbon", "2026-05-08", "2026-05-11")] // half past midnight on Friday there: Sunday, so Monday, as on a Friday evening
    [InlineData("2026-05-05 10:00", "Europe/Lisbon", "2026-05-06", "2026-05-07")] // in the morning: the next morning
    [InlineData("2026-05-05 03:00", "Europe/Lisbon", "2026-05-06", "2026-05-07")] // 04:00 there: +20 h is midnight
    [InlineData("2026-05-05 20:30", "Pacific/Auckland", "2026-05-07", "2026-05-08")] // the 6th already there
    [InlineData("2026-03-28 20:00", "Europe/Berlin", "2026-03-29", "2026-03-30")] // over the change of the clock
    public void Are_counted_in_hours_and_told_in_days_where_the_owner_is(string noted, string zone, string triage, string write)
    {
        var at = DateTime.Parse(noted, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

        var (triageOn, writeBy) = FollowUpTimes.For(at, TimeZoneInfo.FindSystemTimeZoneById(zone), new(2026, 3, 1));

        Assert.Equal((DateOnly.Parse(triage, CultureInfo.InvariantCulture), DateOnly.Parse(write, CultureInfo.InvariantCulture)), (triageOn, writeBy));
    }

    [Fact]
    public void Never_say_a_day_that_is_over()
    {
        var (triageOn, writeBy) = FollowUpTimes.For(new(2026, 5, 7, 21, 0, 0, DateTimeKind.Utc), TimeZoneInfo.Utc, new(2026, 5, 9)); // noted on Thursday, and sent on Saturday

        Assert.Equal((new DateOnly(2026, 5, 9), new DateOnly(2026, 5, 11)), (triageOn, writeBy));
    }
}
