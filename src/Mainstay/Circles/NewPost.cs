using Mainstay.Words;

namespace Mainstay.Circles;

/// <summary>What a member wants to tell the circle.</summary>
public sealed record NewPost
{
    public const int MostTitle = 200, MostText = 10_000, MostLink = 2_000, LongestDays = 365, AskDays = 14, OfferDays = 30;

    /// <summary>Posted twice with the same id, it is there once.</summary>
    public Guid? Id { get; init; }

    public PostKind Kind { get; init; }

    public required string Title { get; init; }

    public string? Text { get; init; }

    public string? Link { get; init; }

    public string? Topics { get; init; }

    /// <summary>The last day on which it stands. For an ask two weeks when not said, for an offer thirty days.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>It stands until it is closed.</summary>
    public bool IsStanding { get; init; }

    /// <summary>It is asked for in a hard time.</summary>
    public bool IsForHardTimes { get; init; }

    public bool IsTimed => Kind is PostKind.Ask or PostKind.Offer;

    /// <summary>Until when it stands, as it is kept.</summary>
    public DateOnly? EndOn(DateOnly today) => !IsTimed || IsStanding ? null : Until ?? today.AddDays(Kind == PostKind.Ask ? AskDays : OfferDays);

    public Problems Check(DateOnly today) => new Problems()
        .When(!Enum.IsDefined(Kind), "kind", "Circles.NoKind")
        .When(Texts.FilledLine(Title) is null, "title", "Circles.TitleMissing")
        .When(Title?.Length > MostTitle, "title", "Circles.TooLong", MostTitle)
        .When(Text?.Length > MostText, "text", "Circles.TooLong", MostText)
        .When(Kind == PostKind.Lesson && string.IsNullOrWhiteSpace(Text), "text", "Circles.LessonMissing")
        .When(Kind == PostKind.Resource && string.IsNullOrWhiteSpace(Link) && string.IsNullOrWhiteSpace(Text), "link", "Circles.LinkMissing")
        .When(!string.IsNullOrWhiteSpace(Link) && (Link.Length > MostLink || !Uri.TryCreate(Link.Trim(), UriKind.Absolute, out var at) || at.Scheme is not ("http" or "https")), "link", "Circles.NoLink")
        .When(MemberProfile.AreWrong(Topics), "topics", "Circles.TopicsWrong", CircleTopic.Most, CircleTopic.Longest)
        .When(IsTimed && !IsStanding && (Until < today || Until > today.AddDays(LongestDays)), "until", "Circles.UntilWrong", LongestDays)
        .When(IsForHardTimes && IsStanding, "isStanding", "Circles.HardTimesEnd")
        .When(IsForHardTimes && Kind != PostKind.Ask, "isForHardTimes", "Circles.OnlyAsks");
}

/// <summary>What a member answers to a post.</summary>
public sealed record NewReply
{
    public const int MostText = 4_000;

    public Guid? Id { get; init; }

    public ReplyKind Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>It offers something, and so is one of what a member may take on in a day.</summary>
    public bool IsClaim => Kind is ReplyKind.ICan or ReplyKind.IKnowSomeone or ReplyKind.IKnowASource;

    public Problems Check() => new Problems()
        .When(!Enum.IsDefined(Kind), "kind", "Circles.NoKind")
        .When(string.IsNullOrWhiteSpace(Text), "text", "Circles.ReplyMissing")
        .When(Text?.Length > MostText, "text", "Circles.TooLong", MostText);
}
