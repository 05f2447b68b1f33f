using Mainstay.Storage;

namespace Mainstay.Rounds;

/// <summary>A round in a circle: members sign up, a host drafts who comes together, and publishes it.</summary>
public sealed class Round : IOwned
{
    public const int UsualOfferDays = 3, MostOfferDays = 30, MostTitle = 120, MostAbout = 4_000, MostEveryDays = 90, LongestSignUp = 366;

    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public RoundKind Kind { get; init; }

    public required string Title { get; set; }

    public string? About { get; set; }

    /// <summary>The last day on which one may sign up.</summary>
    public DateOnly SignUpUntil { get; set; }

    /// <summary>For how many days an offer stands before the next is asked.</summary>
    public int OfferDays { get; set; } = UsualOfferDays;

    /// <summary>Every how many days coffee partners change; null of other kinds.</summary>
    public int? EveryDays { get; set; }

    /// <summary>The next day on which they do.</summary>
    public DateOnly? NextOn { get; set; }

    public RoundState State { get; set; }

    /// <summary>What the host decided, as <see cref="RoundPlan"/> writes it.</summary>
    public string? Plan { get; set; }

    /// <summary>Who would come together, as <see cref="KeptDraft"/> writes it; null until it was drafted and after it was published.</summary>
    public string? Draft { get; set; }

    public DateTime CreatedAt { get; init; }

    public DateTime? PublishedAt { get; set; }

    /// <summary>Whether one may sign up on a day: until the last day, for coffee as long as it goes on.</summary>
    public bool IsOpenOn(DateOnly day) => State != RoundState.Over && (Kind == RoundKind.Coffee || State < RoundState.Published && day <= SignUpUntil);
}

/// <summary>What comes of a round.</summary>
public enum RoundKind
{
    /// <summary>Mentees with mentors, by offers that are answered.</summary>
    Mentoring = 0,

    /// <summary>Peer groups of four to eight, as diverse as they can be.</summary>
    Groups = 1,

    /// <summary>Two who tell each other every week how it went.</summary>
    Partners = 2,

    /// <summary>Two for a coffee, others every time.</summary>
    Coffee = 3,
}

public enum RoundState { SignUp = 0, Drafted = 1, Published = 2, Over = 3 }
