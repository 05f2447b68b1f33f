using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.SupportPlans;

/// <summary>Who does what to help in a hard time. It can be read by those who are invited, or nobody could help, and goes with the hard time.</summary>
public sealed class SupportPlan : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ChallengeId { get; init; }

    /// <summary>What those who are invited read first: the owner's words for them, and nothing of what is written about the hard time.</summary>
    public required string Opening { get; set; }

    /// <summary>The last day: after it nothing of it can be read by link.</summary>
    public DateOnly EndsOn { get; set; }

    /// <summary>Which of the helpers sees to it that all is taken; null while nobody does.</summary>
    public Guid? CoordinatorId { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <summary>When the owner ended it before its last day.</summary>
    public DateOnly? ClosedOn { get; set; }

    public bool IsOver(DateOnly today) => ClosedOn is not null || today > EndsOn;
}

/// <summary>A support plan as the owner begins it, or says it anew.</summary>
/// <param name="Opening">What those who are invited read first.</param>
/// <param name="EndsOn">The last day; null takes that of the hard time, or a month.</param>
public sealed record NewSupportPlan(string Opening, DateOnly? EndsOn = null)
{
    public const int MostOpening = 4_000, MostDays = 365, UsualDays = 30;

    /// <summary>Its id, when the door has one: begun twice with the same, it is begun once.</summary>
    public Guid? Id { get; init; }

    /// <summary>The day that stands there at first: that of the hard time when it can be, else in a month.</summary>
    public static DateOnly UsualEnd(DateOnly? challenge, DateOnly today) => challenge is { } end && end >= today && end <= today.AddDays(MostDays) ? end : today.AddDays(UsualDays);

    public Problems Check(DateOnly today) => new Problems()
        .When(string.IsNullOrWhiteSpace(Opening), "opening", "SupportPlans.OpeningMissing")
        .When(Opening?.Length > MostOpening, "opening", "SupportPlans.TooLong", MostOpening)
        .When(EndsOn < today, "endsOn", "SupportPlans.EndIsOver")
        .When(EndsOn > today.AddDays(MostDays), "endsOn", "SupportPlans.EndIsFar");
}
