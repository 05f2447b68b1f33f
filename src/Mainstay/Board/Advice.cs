using Mainstay.Storage;

namespace Mainstay.Board;

/// <summary>What an advisor said, what I decided, and what came of it.</summary>
public sealed class Advice : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Who said it.</summary>
    public required Guid PersonId { get; init; }

    public DateOnly On { get; set; }

    /// <summary>What I had asked.</summary>
    public string? Question { get; set; }

    /// <summary>What they said.</summary>
    public required string Text { get; set; }

    public string? Decision { get; set; }

    public DateOnly? DecidedOn { get; set; }

    public string? Result { get; set; }

    public DateOnly? ResultOn { get; set; }

    /// <summary>When they heard what came of it.</summary>
    public DateOnly? ToldOn { get; set; }

    /// <summary>Today says nothing of it before this day.</summary>
    public DateOnly? QuietUntil { get; set; }

    public DateTime CreatedAt { get; init; }
}
