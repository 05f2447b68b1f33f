namespace Mainstay.Memberships;

/// <summary>What Today may say of a membership.</summary>
public enum MembershipDue
{
    /// <summary>It should have been renewed.</summary>
    WasDue,

    /// <summary>It renews within a week.</summary>
    RenewsSoon,

    /// <summary>It renews in a month.</summary>
    RenewsLater,

    /// <summary>It has been considered for a month.</summary>
    Decide,

    /// <summary>A year has passed since joining, or since the owner last asked whether it is worth their time.</summary>
    Worth,
}

public static class MembershipDues
{
    private const int MonthAhead = 30, WeekAhead = 7, MonthOfThinking = 30;

    /// <summary>What to say on a day; null when nothing. Each notice of a renewal stays for a week, so that who was away hears it, and is not said every day of a month.</summary>
    public static MembershipDue? DueOn(this Membership membership, DateOnly today)
    {
        if (membership.QuietUntil > today) return null;
        if (membership.Stage == MembershipStage.Considered) return membership.ConsideredOn.AddDays(MonthOfThinking) <= today ? MembershipDue.Decide : null;
        if (membership.Stage != MembershipStage.Joined) return null;
        return (membership.NextOn(today)?.DayNumber - today.DayNumber) switch
        {
            < 0 => MembershipDue.WasDue,
            <= WeekAhead => MembershipDue.RenewsSoon,
            <= MonthAhead and > MonthAhead - 7 => MembershipDue.RenewsLater,
            _ => (membership.WeighedOn ?? membership.JoinedOn)?.AddYears(1) <= today ? MembershipDue.Worth : null,
        };
    }
}
