using Mainstay.Storage;

namespace Mainstay.Circles;

/// <summary>Something a member tells the circle: an ask, an offer, a lesson, a resource.</summary>
public sealed class Post : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public PostKind Kind { get; init; }

    public Guid AuthorId { get; init; }

    public required string Title { get; set; }

    public string? Text { get; set; }

    /// <summary>Where a resource is to be found.</summary>
    public string? Link { get; set; }

    /// <summary>What it is about, one a line.</summary>
    public string? Topics { get; set; }

    /// <summary>The last day on which it stands; null when it stands until it is closed.</summary>
    public DateOnly? Until { get; set; }

    public PostState State { get; set; }

    /// <summary>It was written in a hard time: not shown to who is here for an employer, found by no search, named by no mail.</summary>
    public bool IsForHardTimes { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateOnly? ClosedOn { get; set; }
}

public enum PostKind { Ask = 0, Offer = 1, Lesson = 2, Resource = 3 }

/// <summary>Hidden by its hosts is neither open nor closed: only they and who wrote it see it.</summary>
public enum PostState { Open = 0, Helped = 1, Closed = 2, Hidden = 3 }

/// <summary>What somebody answers to a post.</summary>
public sealed class Reply : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PostId { get; init; }

    public Guid AuthorId { get; init; }

    public ReplyKind Kind { get; init; }

    public required string Text { get; init; }

    public bool IsHidden { get; set; }

    public DateTime At { get; init; }

    /// <summary>For how long others had waited for it; null when nobody had.</summary>
    public int? WaitedMinutes { get; init; }
}

/// <summary>What a reply is: a word, "tell me more", or an offer of help, of somebody, of a source.</summary>
public enum ReplyKind { Word = 0, TellMeMore = 1, ICan = 2, IKnowSomeone = 3, IKnowASource = 4 }
