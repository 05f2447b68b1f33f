using Mainstay.Needs;
using Mainstay.Words;

namespace Mainstay.Memberships;

/// <summary>Memberships in words.</summary>
internal static class MembershipWords
{
    public static string Href(Guid id) => $"/memberships/{id}";

    public static Reason Kind(MembershipKind kind) => new($"Memberships.Kind{kind}");

    public static Reason Period(DuesPeriod period) => new($"Memberships.Period{period}");

    /// <summary>"You are a member since …", "Considered since …".</summary>
    public static Reason State(Membership membership) => membership.Stage switch
    {
        MembershipStage.Joined => membership.Role is { } role ? new("Memberships.MemberAs", membership.JoinedOn, role) : new("Memberships.MemberSince", membership.JoinedOn),
        MembershipStage.Left => new("Memberships.MemberUntil", membership.JoinedOn, membership.LeftOn),
        MembershipStage.LetGo => new("Memberships.LetGoOn", membership.LeftOn),
        _ => new("Memberships.ConsideredSince", membership.ConsideredOn),
    };

    /// <summary>When it renews, whether by itself, and that it should have been; null when nobody said.</summary>
    public static Reason? Renewal(Membership membership, DateOnly today) => membership.NextOn(today) switch
    {
        null => null,
        { } next when membership.RenewsItself => new("Memberships.RenewsItselfOn", next),
        { } next when next < today => new("Memberships.WasDueOn", next),
        { } next => new("Memberships.RenewsOn", next),
    };

    /// <summary>"120 EUR a year"; null when nothing is known to be paid.</summary>
    public static Reason? Dues(Membership membership) => membership.Payment() is { } payment ? new($"Memberships.Dues{membership.Period}", payment.InWords()) : null;

    /// <summary>What it took so far: hours and money.</summary>
    public static IEnumerable<Reason> Taken(Membership membership, DateOnly today)
    {
        if (membership.HoursSoFar(today) is { } hours) yield return new("Memberships.HoursSoFar", (int)Math.Round(hours, MidpointRounding.AwayFromZero), membership.HoursAMonth);
        if (membership.SoFar(today) is { } money) yield return new("Memberships.PaidSoFar", money.InWords(), Dues(membership));
    }

    public static Reason? For(IReadOnlyList<Need> needs) => needs.Count == 0 ? null : new("Memberships.ForNeeds", needs.Select(n => n.Topic).ToList());

    /// <summary>What all that are not over take in a year, currency by currency, and how many hours a month; null when that is nothing.</summary>
    public static Reason? Together(IEnumerable<Membership> memberships)
    {
        var mine = memberships.Where(m => m.Stage == MembershipStage.Joined).ToList();
        var money = mine.Select(m => m.InAYear()).OfType<Money>().GroupBy(m => m.Currency).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Money(g.Sum(m => m.Amount), g.Key).InWords()).ToList();
        var hours = mine.Sum(m => m.HoursAMonth ?? 0);
        return (money.Count, hours) switch
        {
            (0, 0) => null,
            (0, _) => new("Memberships.TogetherHours", hours),
            (_, 0) => new("Memberships.TogetherMoney", money),
            _ => new("Memberships.TogetherBoth", money, hours),
        };
    }
}
