using Mainstay.Storage;

namespace Mainstay.Needs;

/// <summary>Something the owner needs support with.</summary>
public sealed class Need : IOwned
{
    public const int LeastImportance = 1, UsualImportance = 3, MostImportance = 5;

    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What it is for.</summary>
    public Guid? GoalId { get; set; }

    public SupportKind Kind { get; set; }

    public required string Topic { get; set; }

    /// <summary>1 to 5.</summary>
    public int Importance { get; set; } = UsualImportance;

    public DateOnly? NeededBy { get; set; }

    /// <summary>Whether it is a skill the owner wants to grow themselves.</summary>
    public bool IsSkill { get; set; }

    /// <summary>Since when it is needed no more.</summary>
    public DateOnly? ClosedOn { get; set; }

    public DateTime CreatedAt { get; init; }
}
