using Mainstay.Memberships;

namespace Mainstay.Tests.Memberships;

public class MembershipDueTests
{
    private static readonly DateOnly Renewal = new(2026, 6, 1);

    [Theory]
    [InlineData(31, null)]
    [InlineData(30, MembershipDue.RenewsLater)]
    [InlineData(24, MembershipDue.RenewsLater)]
    [InlineData(23, null)]
    [InlineData(8, null)]
    [InlineData(7, MembershipDue.RenewsSoon)]
    [InlineData(0, MembershipDue.RenewsSoon)]
    [InlineData(-1, MembershipDue.WasDue)]
    [InlineData(-400, MembershipDue.WasDue)]
    public void A_renewal_is_told_a_month_and_a_week_ahead_and_when_it_was_missed(int daysAhead, MembershipDue? due) =>
        Assert.Equal(due, Of(m => m.WeighedOn = Renewal).DueOn(Renewal.AddDays(-daysAhead)));

    [Fact]
    public void What_renews_by_itself_is_never_missed()
    {
        var membership = Of(m => (m.RenewsItself, m.WeighedOn) = (true, Renewal));

        Assert.Equal((MembershipDue.RenewsSoon, (MembershipDue?)null), (membership.DueOn(Renewal), membership.DueOn(Renewal.AddDays(1))));
    }

    [Fact]
    public void Each_year_it_is_asked_whether_it_is_worth_the_time()
    {
        var membership = Of(m => (m.RenewsOn, m.JoinedOn) = (null, new(2024, 2, 29)));
        Assert.Equal((null, MembershipDue.Worth), (membership.DueOn(new(2025, 2, 27)), membership.DueOn(new(2025, 2, 28))));

        membership.WeighedOn = new(2025, 3, 2);
        Assert.Equal((null, MembershipDue.Worth), (membership.DueOn(new(2026, 3, 1)), membership.DueOn(new(2026, 3, 2))));
    }

    [Fact]
    public void What_is_considered_for_a_month_is_to_be_decided()
    {
        var membership = Of(m => (m.JoinedOn, m.ConsideredOn) = (null, new(2026, 4, 1)));

        Assert.Equal((null, MembershipDue.Decide), (membership.DueOn(new(2026, 4, 30)), membership.DueOn(new(2026, 5, 1))));
    }

    [Fact]
    public void What_is_over_or_put_off_says_nothing()
    {
        Assert.Null(Of(m => m.LeftOn = new(2026, 5, 1)).DueOn(Renewal.AddDays(1)));
        var quiet = Of(m => m.QuietUntil = Renewal.AddDays(2));
        Assert.Equal((null, MembershipDue.WasDue), (quiet.DueOn(Renewal.AddDays(1)), quiet.DueOn(Renewal.AddDays(2))));
    }

    private static Membership Of(Action<Membership> with)
    {
        var membership = new Membership { OrganizationId = Guid.CreateVersion7(), ConsideredOn = new(2025, 1, 1), JoinedOn = new(2025, 12, 1), RenewsOn = Renewal, Period = DuesPeriod.Yearly };
        with(membership);
        return membership;
    }
}
