using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary>What another room tells on the record of one person: affiliations, touches, …</summary>
public interface IPersonParts
{
    /// <summary>What each part is to programs, in their order.</summary>
    IReadOnlyList<FactShape> Shapes { get; }

    /// <summary>The parts in their order. A part that is always on the record is there even when it holds nothing.</summary>
    /// <param name="store">Whose space.</param>
    /// <param name="person">Who.</param>
    /// <param name="today">The owner's day.</param>
    /// <param name="most">So many rows at most of what grows from year to year.</param>
    /// <param name="stop">Ends it early.</param>
    Task<IReadOnlyList<PersonPart>> Parts(Store store, Guid person, DateOnly today, int most, CancellationToken stop);
}

/// <summary>One part of a person's record.</summary>
/// <param name="Name">Its name in JSON, camelCase.</param>
/// <param name="Value">As JSON says it.</param>
/// <param name="Heading">What stands over its lines; null when the lines are sentences of the letter itself.</param>
/// <param name="Lines">As people read it.</param>
public sealed record PersonPart(string Name, object? Value, Reason? Heading, IReadOnlyList<Reason> Lines)
{
    /// <summary>A few words for beside the name.</summary>
    public string? Beside { get; init; }

    /// <summary>Whether the page has a form for it, under its name.</summary>
    public bool Editable { get; init; }

    /// <summary>From what it was made, so that the room's panels need not look it up again.</summary>
    public object? Source { get; init; }
}
