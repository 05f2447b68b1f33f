using Mainstay.Storage;

namespace Mainstay.Lists;

/// <summary>Something that was changed of many people at once, with what each of them was before.</summary>
public sealed class BulkChange : IOwned
{
    public const int DaysKept = 30;

    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateTime At { get; init; }

    /// <summary>What was done, as JSON.</summary>
    public required string Edit { get; init; }

    /// <summary>How many people were changed.</summary>
    public int People { get; init; }

    /// <summary>What each was before, as JSON.</summary>
    public required string Before { get; init; }

    public DateTime? UndoneAt { get; set; }

    /// <summary>Who stayed as they are when it was taken back, because they were edited since; ids as JSON.</summary>
    public string? Stayed { get; set; }
}
