using Mainstay.Words;

namespace Mainstay.Circles;

/// <summary>Posts, members and what is known of them, in words.</summary>
internal static class PostWords
{
    private const int Soon = 7;

    public static string Href(CirclePlace place, Guid post) => Href(place.Href, post);

    public static string Href(string circle, Guid post) => $"{circle}/posts/{post}";

    public static string Icon(PostKind kind) => kind switch { PostKind.Ask => "ask", PostKind.Offer => "favour", PostKind.Lesson => "learning", _ => "link" };

    public static object Author(string name) => name.Length > 0 ? name : new Reason("Circles.WhoLeft");

    /// <summary>"Ask · Ada Lovelace · until May 15 · 2 answers, 1 offer".</summary>
    public static IEnumerable<Reason> Line(PostLine line, DateOnly today)
    {
        yield return new("Circles.KindBy_" + line.Post.Kind, Author(line.Author));
        if (line.Post.IsForHardTimes) yield return new("Circles.HardTime");
        if (State(line.Post, today) is { } state) yield return state;
        if (line.Replies > 0) yield return line.Claims > 0 ? new("Circles.AnswersAndClaims", line.Replies, line.Claims) : new("Circles.Answers", line.Replies);
    }

    /// <summary>"Lesson by Grace Hopper · First founders · about losing, client".</summary>
    public static IEnumerable<Reason> Found(CircleLesson lesson) =>
        [new("Circles.KindBy_" + lesson.Line.Post.Kind, Author(lesson.Line.Author)), new("Circles.FoundIn", lesson.CircleName), new("Circles.FoundBy", (object)lesson.Words)];

    /// <summary>How it stands; null of what has no end.</summary>
    public static Reason? State(Post post, DateOnly today) => post switch
    {
        { State: PostState.Hidden } => new("Circles.StateHidden"),
        { State: PostState.Helped } => new("Circles.StateHelped"),
        { State: PostState.Closed } => new("Circles.StateClosed"),
        { Kind: PostKind.Lesson or PostKind.Resource } => null,
        { Until: null } => new("Circles.Standing"),
        { Until: { } until } when until < today => new("Circles.RanOut", until),
        { Until: { } until } when until == today => new("Circles.EndsToday"),
        { Until: { } until } when until.DayNumber - today.DayNumber <= Soon => new("Circles.EndsIn", until.DayNumber - today.DayNumber),
        { Until: { } until } => new("Circles.Until", until),
    };

    /// <summary>When somebody was here last, in bands: the day says too much.</summary>
    public static Reason LastActive(DateOnly? seen, DateOnly today) => (seen is null ? int.MaxValue : today.DayNumber - seen.Value.DayNumber) switch
    {
        <= 7 => new("Circles.ActiveWeek"),
        <= 31 => new("Circles.ActiveMonth"),
        <= 92 => new("Circles.ActiveQuarter"),
        _ => new("Circles.ActiveLongAgo"),
    };

    /// <summary>How fast somebody usually answers.</summary>
    public static Reason Answering(ReplyTime? time) => time switch
    {
        null => new("Circles.AnswersUnknown"),
        { Minutes: <= 240 } => new("Circles.AnswersHours", time.Times),
        { Minutes: <= 1_440 } => new("Circles.AnswersDay", time.Times),
        { Minutes: <= 4_320 } => new("Circles.AnswersDays", time.Times),
        _ => new("Circles.AnswersLater", time.Times),
    };

    /// <summary>"Ada Lovelace made Grace Hopper a host".</summary>
    public static Reason Deed(AuditLine line) => new("Circles.Deed_" + line.Entry.Deed, line.By is null ? new Reason("Circles.ByServer") : Author(line.By), Author(line.Of ?? ""));
}
