using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary>A task as somebody notes it.</summary>
public sealed record NewTask
{
    internal const int MostText = 2_000;

    /// <summary>The task's id, when the door has one: noted twice with the same, it counts once.</summary>
    public Guid? Id { get; init; }

    public required string Text { get; init; }

    public DateOnly? DueOn { get; init; }

    public Guid? PersonId { get; init; }

    public bool PromisedToMe { get; init; }

    public Guid? TouchId { get; init; }

    public Problems Check() => new Problems()
        .When(string.IsNullOrWhiteSpace(Text), "text", "Rhythm.EmptyTask")
        .When(Text?.Length > MostText, "text", "Rhythm.LongTask", MostText);
}
