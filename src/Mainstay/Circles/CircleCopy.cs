using System.ComponentModel;

namespace Mainstay.Circles;

/// <summary>A copy of a circle, for whoever owns it: what every member can see in it, and its log. Nothing of hard times, nothing that was hidden, nothing of sessions, rounds or introductions.</summary>
internal sealed record CircleCopy(CharterAnswer Charter, DateTime At)
{
    public const string FileName = "circle.json";

    public required IReadOnlyList<CircleMemberAnswer> Members { get; init; }

    [Description("The oldest first.")]
    public required IReadOnlyList<CopiedPost> Posts { get; init; }

    [Description("Who did what to whom, the newest first.")]
    public required IReadOnlyList<AuditAnswer> Log { get; init; }
}

/// <summary>A post with what was answered.</summary>
internal sealed record CopiedPost(PostAnswer Post, [property: Description("The oldest first.")] IReadOnlyList<ReplyAnswer> Answers);
