using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Accountability;

/// <summary>Days on which a commitment rests: nothing reminds, and no week of them is missed.</summary>
public sealed class CommitmentPause : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CommitmentId { get; init; }

    public DateOnly From { get; set; }

    /// <summary>The last day of it; null until the owner goes on.</summary>
    public DateOnly? Until { get; set; }

    public bool Holds(DateOnly day) => From <= day && !(Until < day);

    /// <summary>Whether a day of it is one of these too.</summary>
    public bool Meets(DateOnly from, DateOnly? until) => !(until < From) && !(Until < from);
}

/// <summary>A pause as somebody asks for it.</summary>
/// <param name="From">Its first day; today when not said.</param>
/// <param name="Until">Its last day; until they go on when not said.</param>
public sealed record NewPause(DateOnly? From = null, DateOnly? Until = null)
{
    /// <summary>Whether it has begun by a day and is not over by then.</summary>
    public bool IsOf(DateOnly today) => !(From > today) && !(Until < today);

    public Problems Check(DateOnly started, DateOnly today) => new Problems()
        .When(From < started, "from", "Accountability.BeforeItBegan", started)
        .When(From > today.AddYears(1), "from", "Accountability.TooFarAhead")
        .When(Until < (From ?? today), "until", "Accountability.EndsBeforeItBegins")
        .When(Until > today.AddYears(NewCommitment.MostYears), "until", "Accountability.TooFarAhead");
}
