using Mainstay.Words;

namespace Mainstay.Needs;

/// <summary>A need as somebody notes it, or changes it.</summary>
public sealed record NewNeed
{
    public const int LongestTopic = 200;

    /// <summary>Sent twice, it counts once.</summary>
    public Guid? Id { get; init; }

    public required SupportKind Kind { get; init; }

    public required string Topic { get; init; }

    public int Importance { get; init; } = Need.UsualImportance;

    public Guid? GoalId { get; init; }

    public DateOnly? NeededBy { get; init; }

    public bool IsSkill { get; init; }

    public Problems Check() => new Problems()
        .When(Texts.FilledLine(Topic) is null, "topic", "Needs.EmptyTopic")
        .When(Topic?.Length > LongestTopic, "topic", "Needs.LongTopic", LongestTopic)
        .When(!Enum.IsDefined(Kind), "kind", "Needs.NotAKind")
        .When(Importance is < Need.LeastImportance or > Need.MostImportance, "importance", "Needs.OddImportance", Need.LeastImportance, Need.MostImportance);
}

/// <summary>A goal as somebody notes it, or changes it.</summary>
public sealed record NewGoal(string Text, DateOnly? DueOn = null)
{
    public const int LongestText = 500;

    public Guid? Id { get; init; }

    public Problems Check() => new Problems()
        .When(string.IsNullOrWhiteSpace(Text), "text", "Needs.EmptyGoal")
        .When(Text?.Length > LongestText, "text", "Needs.LongText", LongestText);
}

/// <summary>An offer as somebody notes it, or changes it.</summary>
public sealed record NewOffer(string Text, string? ForWhom = null)
{
    public Guid? Id { get; init; }

    public Problems Check() => new Problems()
        .When(string.IsNullOrWhiteSpace(Text), "text", "Needs.EmptyOffer")
        .When(Text?.Length > NewGoal.LongestText, "text", "Needs.LongText", NewGoal.LongestText)
        .When(ForWhom?.Length > NewGoal.LongestText, "forWhom", "Needs.LongText", NewGoal.LongestText);
}
