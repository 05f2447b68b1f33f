using Mainstay.Words;

namespace Mainstay.Coverage;

public enum FindingKind { Gap, Thin, SinglePointOfFailure, Reliance, Overload, Sameness }

/// <summary>Something the map shows, in a sentence, and what can be done about it in one tap.</summary>
public sealed record Finding(FindingKind Kind, Reason Sentence)
{
    /// <summary>Who it is about.</summary>
    public IReadOnlyList<Guid> People { get; init; } = [];

    /// <summary>Which needs it is about.</summary>
    public IReadOnlyList<Guid> Needs { get; init; } = [];

    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    public required Reason Action { get; init; }

    public required string Href { get; init; }

    /// <summary>Larger is more pressing.</summary>
    public double Weight { get; init; }

    /// <summary>The same thing has the same subject from day to day.</summary>
    public Guid Subject => (Needs, People) switch { ([var need], _) => need, (_, [var person, ..]) => person, _ => Guid.Empty };
}
