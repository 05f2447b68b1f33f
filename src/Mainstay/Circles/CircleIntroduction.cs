using Mainstay.Storage;

namespace Mainstay.Circles;

/// <summary>A member looks for somebody at an organization, and asks whoever in the circle is willing and knows somebody there. Nobody's network is seen.</summary>
public sealed class CircleIntroduction : IOwned
{
    public const int AskDays = 7, MostOpen = 5, MostADay = 10;

    /// <summary>So many times a day one member may ask whether somebody knows somebody: enough to look for people, too few to map a network.</summary>
    public const int MostLooksADay = 20;

    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AskerId { get; init; }

    /// <summary>The organization.</summary>
    public required string At { get; init; }

    /// <summary>What for, in words that may be passed on.</summary>
    public required string Purpose { get; init; }

    public IntroductionStage Stage { get; set; }

    /// <summary>Who took it on; they are shown to who asks from then on.</summary>
    public Guid? ConnectorId { get; set; }

    /// <summary>The last day on which the next step may come; then it counts as no.</summary>
    public DateOnly Until { get; set; }

    /// <summary>How whoever said yes wants to be reached; kept only from their yes on.</summary>
    public string? Reach { get; set; }

    public DateOnly? YesOn { get; set; }

    public DateTime CreatedAt { get; init; }
}

/// <summary>How it stands: asked of those who know somebody, taken on by one, agreed to by whom it is about, or over in one of several ways.</summary>
public enum IntroductionStage { Asked = 0, TakenOn = 1, Agreed = 2, No = 3, Met = 4, NotYet = 5, NotUseful = 6, Withdrawn = 7 }

/// <summary>Somebody who could open this door. Until they take it on, only they know.</summary>
public sealed class CircleConnector : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid IntroductionId { get; init; }

    public Guid MemberId { get; init; }

    /// <summary>They left it to others; nobody learns of it.</summary>
    public bool HasPassed { get; set; }
}

/// <summary>That a member asked whether somebody knows somebody at an organization: what was asked is not kept, only when.</summary>
public sealed class CircleLook : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid MemberId { get; init; }

    public DateTime At { get; init; }
}

/// <summary>What a member asks for.</summary>
public sealed record NewCircleIntroduction(string At, string Purpose)
{
    public const int MostAt = 200, MostPurpose = 1_000;

    public Guid? Id { get; init; }

    public Words.Problems Check() => new Words.Problems()
        .When(string.IsNullOrWhiteSpace(At), "at", "Circles.AtMissing")
        .When(At?.Length > MostAt, "at", "Circles.TooLong", MostAt)
        .When(string.IsNullOrWhiteSpace(Purpose), "purpose", "Circles.ForMissing")
        .When(Purpose?.Length > MostPurpose, "purpose", "Circles.TooLong", MostPurpose);
}
