namespace Mainstay.Memberships;

/// <summary>When memberships renew. Each day is counted from the one that was said, so that the 31st and the 29th of February come back after shorter months.</summary>
public static class Renewals
{
    /// <summary>The next renewal on or after a day; of one that does not renew by itself the first that nobody saw to, which may have passed. Null when there is none.</summary>
    public static DateOnly? NextOn(this Membership membership, DateOnly today)
    {
        if (membership.RenewsOn is not { } day || membership.Stage != MembershipStage.Joined) return null;
        return FirstAfter(day, membership.MonthsBetween(), membership.RenewsItself ? today.AddDays(-1) : membership.RenewedFor ?? DateOnly.MinValue);
    }

    /// <summary>It should have been renewed, and nobody said that it was.</summary>
    public static bool WasDueBefore(this Membership membership, DateOnly today) => membership.NextOn(today) < today;

    /// <summary>The renewal that is seen to when the owner renews today: the open one, or when several passed, the last of them.</summary>
    public static DateOnly? SeenToOn(this Membership membership, DateOnly today)
    {
        if (membership.NextOn(today) is not { } next) return null;
        while (FirstAfter(membership.RenewsOn!.Value, membership.MonthsBetween(), next) is var later && later <= today) next = later;
        return next;
    }

    /// <summary>The first day after another one, in steps of whole months from the first of them.</summary>
    internal static DateOnly FirstAfter(DateOnly first, int months, DateOnly after)
    {
        if (first > after) return first;
        var steps = ((after.Year - first.Year) * 12 + after.Month - first.Month) / months;
        return first.AddMonths(steps * months) is var next && next > after ? next : first.AddMonths((steps + 1) * months);
    }

    private static int MonthsBetween(this Membership membership) => membership.Period == DuesPeriod.Monthly ? 1 : 12;
}
