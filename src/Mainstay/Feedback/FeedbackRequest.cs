using Mainstay.Storage;

namespace Mainstay.Feedback;

/// <summary>One to three questions about one thing, which the owner asks of several people; each answers by a link of their own.</summary>
public sealed class FeedbackRequest : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What it is about: "my talk in Lisbon".</summary>
    public required string About { get; set; }

    /// <summary>The questions, one to a line.</summary>
    public required string Questions { get; set; }

    /// <summary>Nobody learns who answered what; answers are shown from three on, and only when no more can come.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>The last day on which an answer helps.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>The message in the owner's own words, with places for the name and the link; null while they leave it to Mainstay.</summary>
    public string? Message { get; set; }

    /// <summary>Since when the owner takes no more answers.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>What the owner will do about it.</summary>
    public string? Response { get; set; }

    public DateOnly? RespondedOn { get; set; }

    /// <summary>When those who answered were told, and thanked.</summary>
    public DateOnly? ToldOn { get; set; }

    /// <summary>What is different because of it.</summary>
    public string? Changed { get; set; }

    public DateOnly? ChangedOn { get; set; }

    /// <summary>Today says nothing of it before this day.</summary>
    public DateOnly? QuietUntil { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <summary>The questions one by one.</summary>
    public IReadOnlyList<string> Asked => Questions.Split('\n');
}

/// <summary>Where somebody who is asked stands.</summary>
public enum InviteState { Drafted = 0, Sent = 1, Answered = 2, Declined = 3 }

/// <summary>Somebody who is asked. When the request is anonymous, nothing here says more than that they answered, and no door shows that.</summary>
public sealed class FeedbackInvite : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid RequestId { get; init; }

    public required Guid PersonId { get; init; }

    public InviteState State { get; set; }

    public DateOnly? SentOn { get; set; }

    /// <summary>The one reminder.</summary>
    public DateOnly? RemindedOn { get; set; }
}

/// <summary>What somebody answered, question by question.</summary>
public sealed class FeedbackReply : IOwned
{
    public Guid SpaceId { get; set; }

    /// <summary>Drawn at random where the request is anonymous: ids that grow with time would tell who answered when.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid RequestId { get; init; }

    /// <summary>Whose it is; null where nobody is to know, or they are gone.</summary>
    public Guid? InviteId { get; set; }

    public string? First { get; init; }

    public string? Second { get; init; }

    public string? Third { get; init; }

    /// <summary>When it came; null where that would tell whose it is.</summary>
    public DateOnly? On { get; init; }

    /// <summary>What was said to each question, in their order.</summary>
    public IReadOnlyList<string?> Said => [First, Second, Third];
}

/// <summary>How often the owner means to ask for feedback. One row in a space, or none.</summary>
public sealed class FeedbackPlan : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Every so many months.</summary>
    public int Months { get; set; }

    /// <summary>The owner's day on which they said so.</summary>
    public DateOnly Since { get; set; }

    /// <summary>Today says nothing of it before this day.</summary>
    public DateOnly? QuietUntil { get; set; }
}
