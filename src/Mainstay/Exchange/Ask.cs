using Mainstay.Needs;
using Mainstay.Storage;

namespace Mainstay.Exchange;

/// <summary>What has become of an ask.</summary>
public enum AskState
{
    /// <summary>Written and not sent.</summary>
    Drafted = 0,

    /// <summary>The owner said that it is sent.</summary>
    Sent = 1,

    Yes = 2,

    /// <summary>They would like to know more first.</summary>
    MoreWanted = 3,

    NotNow = 4,

    No = 5,

    /// <summary>The owner took it back.</summary>
    Withdrawn = 6,

    /// <summary>Its day passed without an answer. This is never kept: the days say it.</summary>
    NoAnswer = 7,
}

/// <summary>What somebody answers to an ask.</summary>
public enum AskReplyKind { Yes = 0, More = 1, NotNow = 2, No = 3 }

/// <summary>How much is asked for, or was given.</summary>
public enum Weight { FiveMinute = 0, Normal = 1, Heavy = 2 }

/// <summary>What came of a yes.</summary>
public enum Outcome { Helped = 0, Partly = 1, Not = 2 }

/// <summary>A request for help to one person.</summary>
public sealed class Ask : IOwned, IConfidential
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PersonId { get; init; }

    /// <summary>The need it is for; the need may be gone, what was asked stays.</summary>
    public Guid? NeedId { get; set; }

    public SupportKind? Kind { get; set; }

    public required string What { get; set; }

    /// <summary>Minutes, or words: "half an hour on the phone".</summary>
    public string? HowLong { get; set; }

    /// <summary>The last day on which an answer helps.</summary>
    public DateOnly AnswerBy { get; set; }

    /// <summary>What I offer in return.</summary>
    public string? InReturn { get; set; }

    public Weight Weight { get; set; } = Weight.Normal;

    /// <summary>Whether it asks to be one of those I can lean on, and not for one thing.</summary>
    public bool IsFirst { get; set; }

    /// <summary>What a first ask asks for: "half an hour, four times a year".</summary>
    public string? Scope { get; set; }

    /// <summary>What it is about shows on its own page and in the archive only: in no search, mail, calendar, note or assistant.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>The last day of what a first ask asks for.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The message in the owner's own words; null while they leave it to Mainstay.</summary>
    public string? Message { get; set; }

    public AskState State { get; set; }

    public DateOnly? SentOn { get; set; }

    public DateOnly? AnsweredOn { get; set; }

    public DateOnly? NotNowUntil { get; set; }

    /// <summary>What they wrote with their answer.</summary>
    public string? Reply { get; set; }

    /// <summary>What the owner told them when they wanted to know more.</summary>
    public string? More { get; set; }

    public Outcome? Outcome { get; set; }

    public DateOnly? OutcomeOn { get; set; }

    public DateOnly? ThankedOn { get; set; }

    /// <summary>Since when the owner has let it be: the next person was asked, or nobody.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>Today names it no sooner than on this day.</summary>
    public DateOnly? QuietUntil { get; set; }

    /// <summary>The first of the asks that went from person to person for the same thing; its own id when it is the first.</summary>
    public required Guid ThreadId { get; init; }

    public DateTime CreatedAt { get; init; }
}

/// <summary>Somebody to ask next, if the one who was asked does not help.</summary>
public sealed class AskNext : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The thread of asks it belongs to.</summary>
    public Guid ThreadId { get; init; }

    public Guid PersonId { get; init; }

    public int Position { get; init; }
}
