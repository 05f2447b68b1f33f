using Mainstay.Words;

namespace Mainstay.Capture;

/// <summary>Somebody a line may mean, and why.</summary>
public sealed record Candidate(Guid Id, string Name, Reason Why)
{
    /// <summary>What tells them apart from somebody of the same name who may be meant as well.</summary>
    public string? Apart { get; init; }

    /// <summary>The name by which they are chosen.</summary>
    public string Label => Apart is null ? Name : $"{Name} ({Apart})";
}

/// <summary>Somebody a line names: one of the people who are known, one of several, or somebody new.</summary>
public sealed record Whom
{
    /// <summary>As it was typed, without a title.</summary>
    public required string Typed { get; init; }

    /// <summary>Who is meant, when that is clear.</summary>
    public Candidate? Person { get; init; }

    /// <summary>Who may be meant otherwise, the likeliest first.</summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];

    /// <summary>Nobody who is known comes near: to be added.</summary>
    public bool IsNew => Person is null && Candidates.Count == 0;

    /// <summary>It must be said who is meant.</summary>
    public bool IsUnclear => Person is null && Candidates.Count > 0;

    /// <summary>What is said of somebody: where they work or did, as what, where they were met.</summary>
    public string? Organization { get; init; }

    public string? Role { get; init; }

    /// <summary>They worked there before.</summary>
    public bool IsFormer { get; init; }

    public string? MetWhere { get; init; }

    public string? Email { get; init; }

    public string Name => Person?.Name ?? Typed;
}
