using Mainstay.Storage;

namespace Mainstay.Reviews;

/// <summary>A look back on a quarter: what was needed then, and how surely it was covered.</summary>
public sealed class Review : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The owner's day; there is one review a day at most.</summary>
    public DateOnly On { get; init; }

    /// <summary>What changed for the owner, in their words.</summary>
    public string? Note { get; set; }

    /// <summary>The coverage of all needs on that day, 0 to 1; null without a need.</summary>
    public double? Coverage { get; set; }

    /// <summary>How many needs there were then.</summary>
    public int Needs { get; set; }

    public DateTime CreatedAt { get; init; }
}

/// <summary>The owner's word that Today is to say nothing of a review for a while. One row in a space.</summary>
public sealed class ReviewRest : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The first day on which Today may say it again.</summary>
    public DateOnly Until { get; set; }
}
