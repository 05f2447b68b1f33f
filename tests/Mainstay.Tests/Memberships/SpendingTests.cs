using Mainstay.Memberships;
using Mainstay.Words;

namespace Mainstay.Tests.Memberships;

public class SpendingTests
{
    private static readonly DateOnly Today = new(2026, 5, 1);

    [Theory]
    [InlineData(DuesPeriod.Monthly, "2026-01-31", 4)] // 31 January, 28 February, 31 March, 30 April
    [InlineData(DuesPeriod.Monthly, "2026-05-01", 1)]
    [InlineData(DuesPeriod.Yearly, "2024-02-29", 3)]
    [InlineData(DuesPeriod.Yearly, "2025-05-01", 2)]
    [InlineData(DuesPeriod.Yearly, "2025-05-02", 1)]
    [InlineData(DuesPeriod.Once, "2001-05-02", 1)]
    public void A_begun_period_is_paid(DuesPeriod period, string joined, int payments) =>
        Assert.Equal(new Money(12.5m * payments, "EUR"), Of(period, joined).SoFar(Today));

    [Fact]
    public void Nothing_is_paid_from_the_day_of_leaving_on()
    {
        var left = Of(DuesPeriod.Yearly, "2024-05-01");
        left.LeftOn = new(2025, 5, 1);

        Assert.Equal(new Money(12.5m, "EUR"), left.SoFar(Today));
    }

    [Fact]
    public void In_a_year_a_month_counts_twelve_times_and_what_is_paid_once_does_not()
    {
        Assert.Equal([new Money(150m, "EUR"), new Money(12.5m, "EUR"), null], new[] { DuesPeriod.Monthly, DuesPeriod.Yearly, DuesPeriod.Once }.Select(p => Of(p, "2026-01-01").InAYear()));
        Assert.Null(new Membership { OrganizationId = Guid.CreateVersion7(), JoinedOn = Today }.SoFar(Today));
    }

    [Fact]
    public void Hours_add_up_by_the_days_that_passed()
    {
        var membership = Of(DuesPeriod.Yearly, "2025-05-02");
        membership.HoursAMonth = 2;

        Assert.Equal(24, membership.HoursSoFar(Today)!.Value, 1);
        membership.JoinedOn = null;
        Assert.Null(membership.HoursSoFar(Today));
    }

    [Theory]
    [InlineData("12", "12")]
    [InlineData(" 12.50 ", "12.50")]
    [InlineData("12,5", "12.5")]
    [InlineData("0", "0")]
    [InlineData("1,250", null)]
    [InlineData("12,50 €", null)]
    [InlineData("-5", null)]
    [InlineData("1e3", null)]
    [InlineData("１２", null)]
    [InlineData("", null)]
    public void An_amount_is_a_plain_number(string typed, string? kept) => Assert.Equal(kept, Money.Kept(typed));

    [Fact]
    public void Amounts_are_said_as_one_says_them() =>
        Assert.Equal(["120 EUR", "1,234.50 USD"], new[] { new Money(120.00m, "EUR"), new Money(1234.5m, "USD") }.Select(m => m.InWords().InWords(System.Globalization.CultureInfo.GetCultureInfo("en"))));

    private static Membership Of(DuesPeriod period, string joined) => new() { OrganizationId = Guid.CreateVersion7(), JoinedOn = DateOnly.ParseExact(joined, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Dues = "12.50", Currency = "EUR", Period = period };
}
