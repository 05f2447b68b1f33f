using Mainstay.Pulse;

namespace Mainstay.Tests.Pulse;

public class PulsePlanTests
{
    // a Friday
    private static readonly DateOnly Today = new(2026, 5, 1);

    [Fact]
    public void It_asks_on_its_day_and_a_few_days_after_until_it_is_answered()
    {
        var plan = new PulsePlan { Every = PulseEvery.Week, Weekday = DayOfWeek.Friday, From = Today };

        Assert.Equal(Today, plan.OpenOn(Today, null));
        Assert.Equal(Today, plan.OpenOn(Today.AddDays(4), null));
        Assert.Null(plan.OpenOn(Today.AddDays(5), null));
        Assert.Null(plan.OpenOn(Today.AddDays(1), Today.AddDays(1)));
        Assert.Equal(Today.AddDays(7), plan.OpenOn(Today.AddDays(7), Today));
        Assert.Null(plan.OpenOn(Today.AddDays(-1), null));
    }

    [Fact]
    public void Who_tapped_just_before_is_not_asked_again()
    {
        var plan = new PulsePlan { Every = PulseEvery.Week, Weekday = DayOfWeek.Friday, From = Today };

        Assert.Null(plan.OpenOn(Today, Today.AddDays(-2)));
        Assert.Equal(Today, plan.OpenOn(Today, Today.AddDays(-3)));
    }

    [Fact]
    public void Fortnights_are_counted_from_the_first_and_months_ask_on_their_first_such_day()
    {
        var fortnight = new PulsePlan { Every = PulseEvery.Fortnight, Weekday = DayOfWeek.Friday, From = Today };
        var month = new PulsePlan { Every = PulseEvery.Month, Weekday = DayOfWeek.Monday, From = PulsePlan.First(PulseEvery.Month, DayOfWeek.Monday, Today) };

        Assert.Equal((null, Today.AddDays(14)), (fortnight.OpenOn(Today.AddDays(7), null), fortnight.OpenOn(Today.AddDays(14), null)!.Value));
        Assert.Equal(new DateOnly(2026, 5, 4), month.From);
        Assert.Equal(new DateOnly(2026, 6, 1), month.NextAfter(month.From));
        Assert.Equal(new DateOnly(2026, 6, 1), PulsePlan.First(PulseEvery.Month, DayOfWeek.Monday, new(2026, 5, 5)));
        Assert.Equal(Today, PulsePlan.First(PulseEvery.Week, DayOfWeek.Friday, Today));
        Assert.Equal(Today.AddDays(6), PulsePlan.First(PulseEvery.Week, DayOfWeek.Thursday, Today));
    }

    [Fact]
    public void While_it_rests_it_asks_nothing_and_then_goes_on()
    {
        var plan = new PulsePlan { Every = PulseEvery.Week, Weekday = DayOfWeek.Friday, From = Today, QuietUntil = Today.AddDays(8) };

        Assert.Null(plan.OpenOn(Today, null));
        Assert.Equal(Today.AddDays(14), plan.NextAfter(Today));
        plan.QuietUntil = Today.AddDays(7);
        Assert.Equal((Today.AddDays(7), Today.AddDays(7)), (plan.NextAfter(Today), plan.OpenOn(Today.AddDays(7), null)!.Value));
        Assert.Null(new PulsePlan { From = Today }.NextAfter(Today));
        Assert.Null(new PulsePlan { From = Today, Weekday = Today.DayOfWeek }.OpenOn(Today, null));
    }
}
