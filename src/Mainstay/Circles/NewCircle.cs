using Mainstay.Words;

namespace Mainstay.Circles;

/// <summary>A circle as somebody founds it, or says it anew.</summary>
public sealed record NewCircle
{
    public const int MostName = 100, MostPurpose = 500, MostCharter = 10_000, MostADay = 1_000;

    /// <summary>Founded twice with the same id, it is there once.</summary>
    public Guid? Id { get; init; }

    public required string Name { get; init; }

    public required string Purpose { get; init; }

    public required string Charter { get; init; }

    /// <summary>The zone in which its days are counted.</summary>
    public string? TimeZone { get; init; }

    public int? AsksADay { get; init; }

    public int? RepliesADay { get; init; }

    public Problems Check() => new Problems()
        .When(Texts.FilledLine(Name) is null, "name", "Circles.NameMissing")
        .When(Name?.Length > MostName, "name", "Circles.TooLong", MostName)
        .When(string.IsNullOrWhiteSpace(Purpose), "purpose", "Circles.PurposeMissing")
        .When(Purpose?.Length > MostPurpose, "purpose", "Circles.TooLong", MostPurpose)
        .When(string.IsNullOrWhiteSpace(Charter), "charter", "Circles.CharterMissing")
        .When(Charter?.Length > MostCharter, "charter", "Circles.TooLong", MostCharter)
        .When(TimeZone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _), "timeZone", "Circles.NoZone")
        .When(AsksADay is < 1 or > MostADay, "asksADay", "Circles.ADay", MostADay)
        .When(RepliesADay is < 1 or > MostADay, "repliesADay", "Circles.ADay", MostADay);
}

/// <summary>How a member is shown in a circle, as they choose it.</summary>
public sealed record MemberProfile
{
    public const int MostName = 100, MostAbout = 2_000, MostStyle = 300, MostCapacity = 50, MostClaims = 50;

    public required string Name { get; init; }

    public string? About { get; init; }

    public string? Helps { get; init; }

    public string? Seeks { get; init; }

    public string? Style { get; init; }

    public int Capacity { get; init; }

    public int ClaimsADay { get; init; } = Member.UsualClaimsADay;

    public string? TimeZone { get; init; }

    public bool OpensDoors { get; init; }

    public bool IsForEmployer { get; init; }

    public static MemberProfile Of(Member m) => new()
    {
        Name = m.Name, About = m.About, Helps = m.Helps, Seeks = m.Seeks, Style = m.Style, Capacity = m.Capacity, ClaimsADay = m.ClaimsADay, TimeZone = m.TimeZone, OpensDoors = m.OpensDoors, IsForEmployer = m.IsForEmployer,
    };

    public Problems Check() => new Problems()
        .When(Texts.FilledLine(Name) is null, "name", "Circles.YourNameMissing")
        .When(Name?.Length > MostName, "name", "Circles.TooLong", MostName)
        .When(About?.Length > MostAbout, "about", "Circles.TooLong", MostAbout)
        .When(Style?.Length > MostStyle, "style", "Circles.TooLong", MostStyle)
        .When(AreWrong(Helps), "helps", "Circles.TopicsWrong", CircleTopic.Most, CircleTopic.Longest)
        .When(AreWrong(Seeks), "seeks", "Circles.TopicsWrong", CircleTopic.Most, CircleTopic.Longest)
        .When(Capacity is < 0 or > MostCapacity, "capacity", "Circles.CapacityWrong", MostCapacity)
        .When(ClaimsADay is < 0 or > MostClaims, "claimsADay", "Circles.CapacityWrong", MostClaims)
        .When(TimeZone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _), "timeZone", "Circles.NoZone");

    internal static bool AreWrong(string? topics) => CircleTopic.Split(topics) is var all && (all.Count > CircleTopic.Most || all.Any(t => t.Length > CircleTopic.Longest));
}
