using Mainstay.Words;

namespace Mainstay.Outreach;

/// <summary>Whom the owner might talk to for once, in the week that begins on a day; where nobody unlike is known, where they might go.</summary>
public sealed record DifferentThisWeek
{
    public required DateOnly Week { get; init; }

    /// <summary>What it is about: the candidate, the person or the place.</summary>
    public required Guid Subject { get; init; }

    public required string Name { get; init; }

    /// <summary>In what it is unlike first, then what else speaks for it.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>What else speaks for it besides the first reason.</summary>
    public IReadOnlyList<Reason> Why => [.. Reasons.Skip(1)];

    public Guid? PersonId { get; init; }

    /// <summary>Where it is looked at.</summary>
    public required string Href { get; init; }

    /// <summary>Where the one thing to do about it is done.</summary>
    public required string ActionHref { get; init; }

    /// <summary>It is somewhere to go, and nobody to write to.</summary>
    public bool IsPlace { get; init; }

    public Reason Sentence => new(IsPlace ? "Outreach.CardSomewhereNew" : "Outreach.CardSomeoneNew", Name);

    public Reason Action => new(IsPlace ? "Outreach.DoSomewhereNew" : "Outreach.DoSomeoneNew");
}
