using Mainstay.Memberships;

namespace Mainstay.Tests.Memberships;

public class RenewalsTests
{
    [Theory]
    [InlineData("2025-05-20", "2026-05-01", "2026-05-20")]
    [InlineData("2025-05-01", "2026-05-01", "2026-05-01")]
    [InlineData("2024-02-29", "2026-05-01", "2027-02-28")]
    [InlineData("2024-02-29", "2027-03-01", "2028-02-29")]
    [InlineData("2027-01-01", "2026-05-01", "2027-01-01")]
    public void What_renews_by_itself_rolls_on(string said, string today, string next) =>
        Assert.Equal(Day(next), Of(said, itself: true).NextOn(Day(today)));

    [Theory]
    [InlineData("2026-01-31", "2026-02-01", "2026-02-28")]
    [InlineData("2026-01-31", "2026-03-01", "2026-03-31")]
    [InlineData("2026-01-31", "2026-04-30", "2026-04-30")]
    [InlineData("2026-01-31", "2026-05-01", "2026-05-31")]
    public void A_month_without_a_31st_does_not_shorten_those_after_it(string said, string today, string next) =>
        Assert.Equal(Day(next), Of(said, itself: true, DuesPeriod.Monthly).NextOn(Day(today)));

    [Fact]
    public void What_does_not_renew_by_itself_was_due_until_somebody_sees_to_it()
    {
        var membership = Of("2026-01-31", itself: false, DuesPeriod.Monthly);
        Assert.False(membership.WasDueBefore(Day("2026-01-31")));
        Assert.Equal((Day("2026-01-31"), true), (membership.NextOn(Day("2026-02-10")), membership.WasDueBefore(Day("2026-02-10"))));

        membership.RenewedFor = membership.SeenToOn(Day("2026-02-10"));
        Assert.Equal((Day("2026-02-28"), false), (membership.NextOn(Day("2026-02-10")), membership.WasDueBefore(Day("2026-02-10"))));
        membership.RenewedFor = membership.SeenToOn(Day("2026-02-10"));
        Assert.Equal(Day("2026-03-31"), membership.NextOn(Day("2026-02-10")));
    }

    [Fact]
    public void Renewed_after_years_it_is_not_due_again_at_once()
    {
        var membership = Of("2023-04-30", itself: false);

        membership.RenewedFor = membership.SeenToOn(Day("2026-05-01"));

        Assert.Equal(Day("2027-04-30"), membership.NextOn(Day("2026-05-01")));
    }

    [Fact]
    public void What_is_considered_or_over_does_not_renew()
    {
        var (considered, left) = (Of("2026-06-01", itself: true), Of("2026-06-01", itself: true));
        considered.JoinedOn = null;
        left.LeftOn = Day("2026-04-01");

        Assert.Equal((null, null), (considered.NextOn(Day("2026-05-01")), left.NextOn(Day("2026-05-01"))));
    }

    [Fact]
    public void The_next_renewal_is_never_before_today_and_never_more_than_a_period_away()
    {
        for (var day = Day("2024-02-29"); day < Day("2029-01-01"); day = day.AddDays(1))
        {
            var (monthly, yearly) = (Of("2024-01-31", itself: true, DuesPeriod.Monthly).NextOn(day)!.Value, Of("2024-02-29", itself: true).NextOn(day)!.Value);
            Assert.InRange(monthly.DayNumber - day.DayNumber, 0, 30);
            Assert.InRange(yearly.DayNumber - day.DayNumber, 0, 365);
        }
    }

    private static Membership Of(string renews, bool itself, DuesPeriod period = DuesPeriod.Yearly) => new() { OrganizationId = Guid.CreateVersion7(), JoinedOn = Day("2023-01-01"), RenewsOn = Day(renews), RenewsItself = itself, Period = period };

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
