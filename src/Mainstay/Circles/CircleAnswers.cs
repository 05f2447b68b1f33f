using System.ComponentModel;
using Mainstay.Accounts;
using Mainstay.Exchange;

namespace Mainstay.Circles;

/// <summary>A circle, for programs.</summary>
internal sealed record CircleAnswer(Guid Id, string Name, [property: Description("What whoever asks may do there.")] SpaceRole Role)
{
    [Description("What it is for; null until they agreed to its charter.")]
    public string? Purpose { get; init; }

    public int Members { get; init; }

    [Description("Open asks, without those of hard times.")]
    public int OpenAsks { get; init; }

    public static CircleAnswer Of(CircleLine line) => new(line.Id, line.Name, line.Role) { Purpose = line.Purpose, Members = line.Members, OpenAsks = line.Asks };
}

/// <summary>What is agreed on in a circle, for programs.</summary>
internal sealed record CharterAnswer(Guid Id, string Name, string Purpose, string Charter, string TimeZone, int AsksADay, int RepliesADay);

internal sealed record CircleFields(string Name, string Purpose, string Charter, string? TimeZone = null, int? AsksADay = null, int? RepliesADay = null)
{
    public NewCircle ToNew() => new() { Name = Name, Purpose = Purpose, Charter = Charter, TimeZone = TimeZone, AsksADay = AsksADay, RepliesADay = RepliesADay };
}

/// <summary>A member as they choose to be shown, for programs.</summary>
internal sealed record CircleMemberAnswer(Guid Id, string Name, SpaceRole Role)
{
    public string? About { get; init; }

    [Description("Topics they can help with.")]
    public required IReadOnlyList<string> Helps { get; init; }

    [Description("Topics they look for help with.")]
    public required IReadOnlyList<string> Seeks { get; init; }

    [Description("How they like to work.")]
    public string? Style { get; init; }

    [Description("How many they can carry at once.")]
    public int Capacity { get; init; }

    public string? TimeZone { get; init; }

    [Description("The circle may ask whether they know somebody.")]
    public bool OpensDoors { get; init; }

    [Description("When they were here last, in a band, in words.")]
    public required string LastActive { get; init; }

    public static CircleMemberAnswer Of(MemberLine line, DateOnly today) => new(line.Member.Id, line.Member.Name, line.Role)
    {
        About = line.Member.About, Helps = CircleTopic.Split(line.Member.Helps), Seeks = CircleTopic.Split(line.Member.Seeks), Style = line.Member.Style, Capacity = line.Member.Capacity,
        TimeZone = line.Member.TimeZone, OpensDoors = line.Member.OpensDoors, LastActive = Words.Speech.InWords(PostWords.LastActive(line.Member.LastSeenOn, today)),
    };
}

internal sealed record ProfileFields(string Name, string? About = null, IReadOnlyList<string>? Helps = null, IReadOnlyList<string>? Seeks = null, string? Style = null, int? Capacity = null, int? ClaimsADay = null, string? TimeZone = null, bool OpensDoors = false, bool IsForEmployer = false)
{
    public MemberProfile ToProfile() => new()
    {
        Name = Name, About = About, Helps = Helps is null ? null : string.Join('\n', Helps), Seeks = Seeks is null ? null : string.Join('\n', Seeks), Style = Style,
        Capacity = Capacity ?? 0, ClaimsADay = ClaimsADay ?? Member.UsualClaimsADay, TimeZone = TimeZone, OpensDoors = OpensDoors, IsForEmployer = IsForEmployer,
    };
}

internal sealed record CircleRoleFields(SpaceRole? Role = null, [property: Description("They are here for an employer, and see nothing of hard times.")] bool? IsForEmployer = null);

/// <summary>A post in a circle, for programs.</summary>
internal sealed record PostAnswer(Guid Id, PostKind Kind, string Title)
{
    public required Guid AuthorId { get; init; }

    [Description("Empty once they left.")]
    public required string Author { get; init; }

    public string? Text { get; init; }

    public string? Link { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    [Description("The last day on which it stands; null when it stands until it is closed.")]
    public DateOnly? Until { get; init; }

    public PostState State { get; init; }

    public bool IsForHardTimes { get; init; }

    public int Answers { get; init; }

    [Description("How many answers offer something.")]
    public int Claims { get; init; }

    public static PostAnswer Of(PostLine line) => new(line.Post.Id, line.Post.Kind, line.Post.Title)
    {
        AuthorId = line.Post.AuthorId, Author = line.Author, Text = line.Post.Text, Link = line.Post.Link, Topics = CircleTopic.Split(line.Post.Topics), Until = line.Post.Until,
        State = line.Post.State, IsForHardTimes = line.Post.IsForHardTimes, Answers = line.Replies, Claims = line.Claims,
    };
}

/// <summary>What somebody left in one of one's circles, for programs.</summary>
internal sealed record CircleLessonAnswer(Guid CircleId, string Circle, PostAnswer Post, [property: Description("Which of the words that were looked for are in it.")] IReadOnlyList<string> Words)
{
    public static CircleLessonAnswer Of(CircleLesson lesson) => new(lesson.Circle, lesson.CircleName, PostAnswer.Of(lesson.Line), lesson.Words);
}

/// <summary>What fits a post, for programs.</summary>
internal sealed record FittingAnswer(
    [property: Description("Offers that fit an ask, asks that fit an offer.")] IReadOnlyList<PostAnswer> Posts, IReadOnlyList<PostAnswer> Lessons,
    [property: Description("Members who said that they help with it.")] IReadOnlyList<FittingMemberAnswer> Members,
    [property: Description("People of your own network who could help with an open ask: nobody else is told of them. Empty when the key is for somebody else's.")] IReadOnlyList<WhoAnswer> Mine)
{
    public static FittingAnswer Of(Fitting fitting) => new([.. fitting.Posts.Select(PostAnswer.Of)], [.. fitting.Lessons.Select(PostAnswer.Of)], [.. fitting.Members.Select(m => new FittingMemberAnswer(m.Member.Id, m.Member.Name, m.Topics))], [.. fitting.Mine.Select(WhoAnswer.Of)]);
}

internal sealed record FittingMemberAnswer(Guid Id, string Name, [property: Description("What they said that they help with, of what is asked.")] IReadOnlyList<string> Topics);

internal sealed record PostFields(PostKind Kind, string Title, string? Text = null, string? Link = null, IReadOnlyList<string>? Topics = null, DateOnly? Until = null, [property: Description("It stands until it is closed.")] bool IsStanding = false, bool IsForHardTimes = false)
{
    public NewPost ToNew() => new() { Kind = Kind, Title = Title, Text = Text, Link = Link, Topics = Topics is null ? null : string.Join('\n', Topics), Until = Until, IsStanding = IsStanding, IsForHardTimes = IsForHardTimes };
}

internal sealed record PostEndFields([property: Description("It helped, or somebody took it.")] bool Helped = false);

internal sealed record PostUntilFields([property: Description("Null: until it is closed.")] DateOnly? Until = null);

internal sealed record PostHideFields(bool Hide = true);

/// <summary>An answer to a post, for programs.</summary>
internal sealed record ReplyAnswer(Guid Id, ReplyKind Kind, Guid AuthorId, string Author, string Text, DateTime At)
{
    public static ReplyAnswer Of(ReplyLine line) => new(line.Reply.Id, line.Reply.Kind, line.Reply.AuthorId, line.Author, line.Reply.Text, line.Reply.At);
}

internal sealed record ReplyFields(ReplyKind Kind, string Text);

internal sealed record ReportFields(string Why, Guid? MemberId = null, Guid? PostId = null, Guid? ReplyId = null);

/// <summary>A report as hosts see it, for programs: never by whom.</summary>
internal sealed record ReportAnswer(Guid Id, Guid OfId, string Of, Guid? PostId, Guid? ReplyId, string? Text, string Why, DateTime At)
{
    public static ReportAnswer From(ReportLine line) => new(line.Id, line.OfId, line.Of, line.PostId, line.ReplyId, line.Text, line.Why, line.At);
}

internal sealed record OutcomeFields(ReportState Outcome);

internal sealed record AuditAnswer(DateTime At, AuditDeed Deed, string? By, string? Of, string Sentence)
{
    public static AuditAnswer From(AuditLine line) => new(line.Entry.At, line.Entry.Deed, line.By, line.Of, Words.Speech.InWords(PostWords.Deed(line)));
}

internal sealed record CircleInvitationFields(SpaceRole? Role = null, string? Mail = null, int? Uses = null, int? Days = null);
