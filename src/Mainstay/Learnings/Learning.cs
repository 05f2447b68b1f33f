using Mainstay.Storage;

namespace Mainstay.Learnings;

/// <summary>What I learned, from whom, and where. What it names may be gone meanwhile: the learning stays.</summary>
public sealed class Learning : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Text { get; set; }

    /// <summary>What it is about, in a word or two, so that it is found when it matters.</summary>
    public string? Topic { get; set; }

    /// <summary>The day on which it was learned.</summary>
    public DateOnly On { get; set; }

    public Guid? PersonId { get; set; }

    public Guid? TouchId { get; set; }

    public Guid? GatheringId { get; set; }

    public Guid? AdviceId { get; set; }

    /// <summary>How often it came back and was still true.</summary>
    public int Recalls { get; set; }

    /// <summary>The day on which it comes back; null when it rests.</summary>
    public DateOnly? NextOn { get; set; }

    /// <summary>What came of it.</summary>
    public string? Used { get; set; }

    public DateOnly? UsedOn { get; set; }

    public DateTime CreatedAt { get; init; }
}
