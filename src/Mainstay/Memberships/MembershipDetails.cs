using Mainstay.Words;
using static Mainstay.Words.Texts;

namespace Mainstay.Memberships;

/// <summary>A membership as somebody notes it, or says it anew.</summary>
public sealed record MembershipDetails
{
    public const int MostWords = 200, MostText = 20_000, MostNeeds = 50, MostHours = 744, LongestAhead = 20;

    private const int EarliestYear = 1900;

    /// <summary>The membership's id, when the door has one: noted twice with the same, there is one.</summary>
    public Guid? Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public MembershipKind Kind { get; init; }

    /// <summary>Since when it is considered; today, or the day of joining, when not said.</summary>
    public DateOnly? ConsideredOn { get; init; }

    /// <summary>Not joined when null.</summary>
    public DateOnly? JoinedOn { get; init; }

    public DateOnly? LeftOn { get; init; }

    public IReadOnlyList<Guid> NeedIds { get; init; } = [];

    public string? Role { get; init; }

    public string? Benefits { get; init; }

    /// <summary>The amount of one payment: <c>12</c>, <c>12.50</c> or <c>12,50</c>.</summary>
    public string? Dues { get; init; }

    public string? Currency { get; init; }

    public DuesPeriod Period { get; init; }

    public DateOnly? RenewsOn { get; init; }

    public bool RenewsItself { get; init; }

    public string? Link { get; init; }

    public double? HoursAMonth { get; init; }

    public string? Note { get; init; }

    public Problems Check(DateOnly today)
    {
        var problems = new Problems()
            .When(!Enum.IsDefined(Kind), "kind", "Memberships.NotAKind")
            .When(NeedIds.Count > MostNeeds, "needs", "Memberships.TooManyNeeds", MostNeeds)
            .When(Role?.Length > MostWords, "role", "Memberships.TooLong", MostWords)
            .When(Benefits?.Length > MostText, "benefits", "Memberships.TooLong", MostText)
            .When(Note?.Length > MostText, "note", "Memberships.TooLong", MostText)
            .When(HoursAMonth is not null and not (>= 0 and <= MostHours), "hoursAMonth", "Memberships.OddHours", MostHours)
            .When(Filled(Link) is { } link && !IsAddress(link), "link", "Memberships.NotALink");
        CheckDays(problems, today);
        CheckDues(problems);
        return problems;
    }

    private void CheckDays(Problems problems, DateOnly today)
    {
        foreach (var (field, day) in new[] { ("consideredOn", ConsideredOn), ("joinedOn", JoinedOn), ("leftOn", LeftOn) })
            problems.When(day > today.AddDays(1), field, "Memberships.InFuture").When(day?.Year < EarliestYear, field, "Memberships.TooLongAgo");
        problems.When(LeftOn < (JoinedOn ?? ConsideredOn), "leftOn", JoinedOn is null ? "Memberships.LeftBeforeConsidered" : "Memberships.LeftBeforeJoined", JoinedOn ?? ConsideredOn)
            .When(RenewsOn < JoinedOn, "renewsOn", "Memberships.RenewsBeforeJoined", JoinedOn)
            .When(RenewsOn?.Year < EarliestYear, "renewsOn", "Memberships.TooLongAgo")
            .When(RenewsOn > today.AddYears(LongestAhead), "renewsOn", "Memberships.TooFarAhead", LongestAhead);
    }

    private void CheckDues(Problems problems)
    {
        problems.When(!Enum.IsDefined(Period), "period", "Memberships.NotAPeriod").When(Filled(Currency) is { } currency && !Money.IsCurrency(currency), "currency", "Memberships.NotACurrency");
        if (Filled(Dues) is not { } dues) problems.When(Period != DuesPeriod.None, "dues", "Memberships.DuesMissing");
        else if (!Money.TryRead(dues, out var amount)) problems.Add("dues", dues.StartsWith('-') ? "Memberships.DuesNegative" : "Memberships.NotAnAmount");
        else problems.When(amount > 0 && Period == DuesPeriod.None, "period", "Memberships.PeriodMissing").When(amount > 0 && Filled(Currency) is null, "currency", "Memberships.CurrencyMissing");
    }

    private static bool IsAddress(string link) => link.Length <= 2_000 && Uri.TryCreate(link, UriKind.Absolute, out var address) && (address.Scheme == "http" || address.Scheme == "https");
}
