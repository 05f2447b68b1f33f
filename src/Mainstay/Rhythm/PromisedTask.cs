using Mainstay.Storage;

namespace Mainstay.Rhythm;

/// <summary>A task: something promised, by me or to me, with a due date. (Named so because <c>Task</c> is the platform's word.)</summary>
public sealed class PromisedTask : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Text { get; set; }

    public DateOnly? DueOn { get; set; }

    /// <summary>Whom it was promised to, or who promised it.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>True when the other person promised it to me.</summary>
    public bool PromisedToMe { get; set; }

    /// <summary>The touch in which it was promised.</summary>
    public Guid? TouchId { get; set; }

    public DateOnly? DoneOn { get; set; }

    public DateTime CreatedAt { get; init; }
}
