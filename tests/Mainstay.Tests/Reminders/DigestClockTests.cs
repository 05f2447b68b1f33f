using Mainstay.Reminders;

namespace Mainstay.Tests.Reminders;

/// <summary>When the owner is reminded: once a day, whatever clocks and zones do.</summary>
public class DigestClockTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", 2, "2026-03-29T01:00")] // left out: the first moment after, 3 o'clock
    [InlineData("Europe/Berlin", "2026-03-28", 2, "2026-03-28T01:00")]
    [InlineData("Europe/Berlin", "2026-10-25", 2, "2026-10-25T00:00")] // comes twice: the first
    [InlineData("Europe/Berlin", "2026-10-26", 2, "2026-10-26T01:00")]
    [InlineData("America/New_York", "2026-03-08", 2, "2026-03-08T07:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", 2, "2026-10-03T15:30")] // half an hour is left out
    [InlineData("Pacific/Kiritimati", "2026-05-01", 7, "2026-04-30T17:00")]
    [InlineData("Etc/GMT+12", "2026-05-01", 7, "2026-05-01T19:00")]
    [InlineData("Asia/Kathmandu", "2026-05-01", 7, "2026-05-01T01:15")]
    public void An_hour_of_a_day_is_one_moment(string zone, string day, int hour, string utc) => Assert.Equal(Utc(utc), DigestClock.Moment(DateOnly.Parse(day, null), hour, Zone(zone)));

    [Theory]
    [InlineData("Europe/Berlin"), InlineData("America/New_York"), InlineData("Australia/Lord_Howe"), InlineData("Pacific/Kiritimati"), InlineData("Etc/GMT+12"), InlineData("Africa/Casablanca"), InlineData("UTC")]
    public void Through_a_year_every_day_has_one_at_every_hour(string name)
    {
        var zone = Zone(name);
        foreach (var hour in (int[])[0, 1, 2, 3, 7, 23])
        {
            var days = Days(Plan(hour), zone, Utc("2026-01-01T12:00"), 365, TimeSpan.FromMinutes(15)).ToList();

            Assert.Equal(days.Distinct(), days);
            Assert.InRange(days.Count, 365, 366);
            Assert.Equal(days.Count, days[^1].DayNumber - days[0].DayNumber + 1);
        }
    }

    [Fact]
    public void The_alarm_set_for_the_next_rings_exactly_when_it_is_due()
    {
        foreach (var zone in ((string[])["Europe/Berlin", "Pacific/Kiritimati", "Etc/GMT+12", "America/New_York"]).Select(Zone))
        {
            var (plan, now) = (Plan(2, Weekdays.Monday | Weekdays.Saturday | Weekdays.Sunday), Utc("2026-01-01T12:00"));
            for (var i = 0; i < 200; i++)
            {
                var next = DigestClock.Next(plan, now, zone)!.Value;
                Assert.True(next >= now);
                Assert.False(next > now && DigestClock.IsDue(plan, next.AddMinutes(-1), zone));
                Assert.True(DigestClock.IsDue(plan, next, zone));
                now = next;
                Say(plan, now, zone);
                Assert.False(DigestClock.IsDue(plan, now, zone));
            }
        }
    }

    [Fact]
    public void A_server_that_slept_for_three_days_says_one_and_not_three()
    {
        var (plan, zone) = (Plan(7), Zone("Europe/Berlin"));
        Say(plan, Utc("2026-05-01T05:00"), zone);

        Assert.Equal([new DateOnly(2026, 5, 4), new DateOnly(2026, 5, 5)], Days(plan, zone, Utc("2026-05-04T09:30"), 1, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void One_that_woke_before_the_hour_waits_for_it()
    {
        var (plan, zone) = (Plan(7), Zone("Europe/Berlin"));
        Say(plan, Utc("2026-05-01T05:00"), zone);

        Assert.False(DigestClock.IsDue(plan, Utc("2026-05-04T03:00"), zone));
        Assert.Equal(Utc("2026-05-04T05:00"), DigestClock.Next(plan, Utc("2026-05-04T03:00"), zone));
    }

    [Theory]
    [InlineData(1), InlineData(3), InlineData(9), InlineData(20)]
    public void A_clock_set_back_says_nothing_twice_and_goes_on_the_next_day(int hours)
    {
        var (plan, zone) = (Plan(7), Zone("Europe/Berlin"));
        Say(plan, Utc("2026-05-01T05:00"), zone);

        var days = Days(plan, zone, Utc("2026-05-01T05:01").AddHours(-hours), 3, TimeSpan.FromMinutes(5)).ToList();

        Assert.Equal([new(2026, 5, 2), new DateOnly(2026, 5, 3)], days.Take(2));
    }

    [Fact]
    public void A_clock_that_was_a_year_ahead_does_not_silence_it_for_a_year()
    {
        var (plan, zone) = (Plan(7), Zone("Europe/Berlin"));
        Say(plan, Utc("2027-05-01T05:00"), zone);

        Assert.Equal([new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 2)], Days(plan, zone, Utc("2026-05-01T08:00"), 1, TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public void Who_flies_around_the_world_is_neither_flooded_nor_forgotten()
    {
        var zones = ((string[])["Pacific/Kiritimati", "Etc/GMT+12", "Europe/Berlin", "America/Los_Angeles", "Asia/Tokyo"]).Select(Zone).ToArray();
        var (plan, moments) = (Plan(7), new List<DateTime>());
        for (var now = Utc("2026-05-01T00:00"); now < Utc("2026-06-01T00:00"); now = now.AddMinutes(15))
        {
            var zone = zones[(now.DayOfYear * 24 + now.Hour) / 31 % zones.Length];
            if (!DigestClock.IsDue(plan, now, zone)) continue;
            moments.Add(now);
            Say(plan, now, zone);
        }

        var gaps = moments.Zip(moments.Skip(1), (a, b) => b - a).ToList();
        Assert.All(gaps, g => Assert.InRange(g, TimeSpan.FromHours(6), TimeSpan.FromHours(48)));
        Assert.InRange(moments.Count, 25, 45);
    }

    [Fact]
    public void Only_on_the_chosen_days_and_never_when_nothing_is_chosen()
    {
        var zone = Zone("Europe/Berlin");
        var plan = Plan(7, Weekdays.Monday | Weekdays.Thursday);

        Assert.Equal([new DateOnly(2026, 5, 4), new(2026, 5, 7), new(2026, 5, 11)], Days(plan, zone, Utc("2026-05-01T00:00"), 12, TimeSpan.FromMinutes(30)));
        Assert.Null(DigestClock.Next(Plan(7, Weekdays.None), Utc("2026-05-01T00:00"), zone));
        Assert.Null(DigestClock.Next(new() { Hour = 7 }, Utc("2026-05-01T00:00"), zone));
        Assert.False(DigestClock.IsDue(new() { Hour = 0 }, Utc("2026-05-01T12:00"), zone));
    }

    [Fact]
    public void Days_of_the_week_are_read_as_they_are_written()
    {
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Sunday], ReminderWishes.Of(Weekdays.Sunday | Weekdays.Monday));
        Assert.Equal(Weekdays.All, ReminderWishes.Of(Enum.GetValues<DayOfWeek>()));
        Assert.All(Enum.GetValues<DayOfWeek>(), d => Assert.Equal(d.ToString(), ReminderWishes.Of([d]).ToString()));
    }

    /// <summary>The days for which it speaks, if somebody looks so often.</summary>
    private static IEnumerable<DateOnly> Days(ReminderPlan plan, TimeZoneInfo zone, DateTime from, int days, TimeSpan step)
    {
        for (var now = from; now < from.AddDays(days); now += step)
        {
            if (!DigestClock.IsDue(plan, now, zone)) continue;
            Say(plan, now, zone);
            yield return plan.LastOn!.Value;
        }
    }

    private static void Say(ReminderPlan plan, DateTime now, TimeZoneInfo zone) => (plan.LastOn, plan.LastAt) = (DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone)), now);

    private static ReminderPlan Plan(int hour, Weekdays days = Weekdays.All) => new() { ByMail = true, Hour = hour, Weekdays = days };

    private static TimeZoneInfo Zone(string name) => TimeZoneInfo.FindSystemTimeZoneById(name);

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
