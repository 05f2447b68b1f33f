using System.Globalization;

namespace Mainstay.Memberships;

/// <summary>What a membership takes: money and hours. What was paid before is counted at today's dues, for others are not kept.</summary>
public static class Spending
{
    private const double DaysOfMonth = 365.25 / 12;

    /// <summary>One payment; null when there is nothing to pay, or nobody said what.</summary>
    public static Money? Payment(this Membership membership) =>
        membership is { Period: not DuesPeriod.None, Currency: { } currency } && decimal.TryParse(membership.Dues, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount > 0 ? new(amount, currency) : null;

    /// <summary>In a year; null when nothing is paid from year to year.</summary>
    public static Money? InAYear(this Membership membership) => membership.Period switch
    {
        DuesPeriod.Monthly when membership.Payment() is { } monthly => monthly with { Amount = monthly.Amount * 12 },
        DuesPeriod.Yearly => membership.Payment(),
        _ => null,
    };

    /// <summary>Since joining, a begun month or year as a whole; null when nothing was paid.</summary>
    public static Money? SoFar(this Membership membership, DateOnly today)
    {
        if (membership.Payment() is not { } payment || membership.JoinedOn is not { } joined) return null;
        return payment with { Amount = payment.Amount * membership.Payments(joined, membership.LastOn(today)) };
    }

    /// <summary>Since joining; null when nobody said how many a month.</summary>
    public static double? HoursSoFar(this Membership membership, DateOnly today) =>
        membership is { HoursAMonth: > 0, JoinedOn: { } joined } ? membership.HoursAMonth * Math.Max(0, membership.LastOn(today).DayNumber - joined.DayNumber + 1) / DaysOfMonth : null;

    private static int Payments(this Membership membership, DateOnly joined, DateOnly last)
    {
        if (membership.Period == DuesPeriod.Once || last < joined) return 1;
        var months = membership.Period == DuesPeriod.Monthly ? 1 : 12;
        var steps = ((last.Year - joined.Year) * 12 + last.Month - joined.Month) / months;
        return joined.AddMonths(steps * months) <= last ? steps + 1 : steps;
    }

    /// <summary>The last day as a member: on the day of leaving nothing more is paid.</summary>
    private static DateOnly LastOn(this Membership membership, DateOnly today) => membership.LeftOn is { } left && left <= today ? left.AddDays(-1) : today;
}
