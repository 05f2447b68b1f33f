using Mainstay.Words;

namespace Mainstay.Learnings;

/// <summary>What somebody learned, as they note it.</summary>
public sealed record NewLearning
{
    public const int MostText = 10_000, MostTopic = 200;

    private const int EarliestYear = 1900;

    /// <summary>The learning's id, when the door has one: noted twice with the same, it counts once.</summary>
    public Guid? Id { get; init; }

    public required string Text { get; init; }

    public string? Topic { get; init; }

    /// <summary>Today when not said.</summary>
    public DateOnly? On { get; init; }

    public LearnedWhere Where { get; init; } = new();

    public Problems Check(DateOnly today) => new Problems()
        .When(string.IsNullOrWhiteSpace(Text), "text", "Learnings.TextMissing")
        .When(Text?.Length > MostText, "text", "Learnings.TooLong", MostText)
        .When(Topic?.Length > MostTopic, "topic", "Learnings.TooLong", MostTopic)
        .When(On > today.AddDays(1), "on", "Learnings.InFuture")
        .When(On?.Year < EarliestYear, "on", "Learnings.TooLongAgo");
}

/// <summary>From whom, and at what. Who was met or gave advice there is meant when nobody is said.</summary>
public sealed record LearnedWhere(Guid? PersonId = null, Guid? TouchId = null, Guid? GatheringId = null, Guid? AdviceId = null)
{
    public static LearnedWhere Of(Learning it) => new(it.PersonId, it.TouchId, it.GatheringId, it.AdviceId);
}
