using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Mainstay.Accounts;
using Mainstay.Rhythm;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Rhythm;

/// <summary>Days are the owner's days: over changes of the clock, and fourteen hours from Greenwich on either side.</summary>
public class ZonesTests
{
    private static readonly string[] Zones =
        ["Pacific/Kiritimati", "Etc/GMT-14", "Etc/GMT+12", "Pacific/Niue", "Pacific/Chatham", "Australia/Lord_Howe", "America/St_Johns", "America/Havana", "Africa/Cairo", "Asia/Beirut", "Europe/Lisbon", "Asia/Kathmandu", "UTC"];

    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(Owner Owner, DateTimeOffset Moment)> Moments =
        from zone in Gen.Elements(Zones) from minute in Gen.Choose(0, 3 * 365 * 24 * 60) select (OwnerIn(zone), Start.AddMinutes(minute));

    [Fact]
    public void No_day_is_skipped_or_repeated_as_time_passes() =>
        RhythmCast.Hold((from m in Moments from step in Gen.Choose(1, 60 * 22) select (m.Owner, m.Moment, step)), at =>
            at.Owner.DayAt(at.Moment.AddMinutes(at.step)).DayNumber - at.Owner.DayAt(at.Moment).DayNumber is 0 or 1);

    [Fact]
    public void Every_day_has_its_moment()
    {
        foreach (var owner in Zones.Select(OwnerIn))
        {
            var days = Enumerable.Range(0, 2 * 366 * 24).Select(hour => owner.DayAt(Start.AddHours(hour)).DayNumber).Distinct().ToList();
            Assert.Equal(Enumerable.Range(days[0], days.Count), days);
        }
    }

    [Fact]
    public void A_touch_now_is_due_from_the_first_moment_of_the_day_it_should_be_and_not_before() =>
        RhythmCast.Hold((from m in Moments from cadence in Gen.Choose(1, 400) from hours in Gen.Choose(-30, 30) select (m.Owner, m.Moment, cadence, hours)), at =>
        {
            var touched = at.Owner.DayAt(at.Moment);
            var tie = RhythmCast.Tie();
            (tie.CadenceDays, tie.LastTouchOn) = (at.cadence, touched);
            var day = at.Owner.DayAt(at.Moment.AddDays(at.cadence).AddHours(at.hours));
            if (day < touched) return true; // the hours went back further than the cadence forward
            var due = DueList.Of(tie, touched, day, 1)!;
            return due.Status >= DueStatus.Due == day >= touched.AddDays(at.cadence);
        });

    [Theory, OnBoth]
    public async Task A_touch_late_in_the_evening_of_Kiritimati_is_of_that_day_and_today_goes_on_with_the_next(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Again().Spaces.Where(s => s.Id == house.Ada.SpaceId).ExecuteUpdateAsync(s => s.SetProperty(x => x.TimeZone, "Pacific/Kiritimati"), TestContext.Current.CancellationToken);
        await house.Know("Grace");
        (await house.Type("cadence", "Grace", "1")).Fine();
        house.Clock.Pass(TimeSpan.FromHours(-2.5)); // 09:30 UTC is 23:30 there

        Assert.Equal("2026-05-01", (await house.Type("touch", "Grace", "--by", "call", "--json")).Fine().Json.GetProperty("on").GetString());
        Assert.Equal(("2026-05-01", 0), await Today(house));
        house.Clock.Pass(TimeSpan.FromMinutes(29));
        Assert.Equal(("2026-05-01", 0), await Today(house));
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(("2026-05-02", 1), await Today(house));
        house.Clock.Pass(TimeSpan.FromHours(24));
        Assert.Equal(("2026-05-03", 1), await Today(house));
    }

    private static async Task<(string?, int)> Today(TestHouse house)
    {
        var answer = (await house.Type("today", "--json")).Fine().Json;
        return (answer.GetProperty("on").GetString(), answer.GetProperty("items").GetArrayLength());
    }

    private static Owner OwnerIn(string zone) => new(Guid.Empty, TimeZoneInfo.FindSystemTimeZoneById(zone), CultureInfo.InvariantCulture);
}
