using Mainstay.Exchange;
using Mainstay.Introductions;
using Mainstay.Needs;
using Mainstay.Rhythm;

namespace Mainstay.Insights;

/// <summary>Somebody, and all that the structure of the network is told from.</summary>
public sealed record StructurePerson(Guid Id, string Name)
{
    /// <summary>How the owner's tie with them stands; null when nothing was ever noted of it.</summary>
    public Standing? Standing { get; init; }

    public AskRecord Asked { get; init; } = AskRecord.None;

    /// <summary>What can be shared with others and gives a group its name.</summary>
    public IReadOnlyList<StructureTrait> Traits { get; init; } = [];

    /// <summary>The number of their group; null when nobody of the owner's people is known to know them.</summary>
    public int? Group { get; init; }

    public bool IsOver => Standing?.Tie.Verdict == Verdict.Over;

    /// <summary>Whether the owner has a tie with them: a layer, a feeling of closeness, or any contact. A name alone is none.</summary>
    public bool IsTied => Standing is { } tie && !IsOver && (tie.Tie.Layer != Layer.None || tie.Tie.Closeness is not null || tie.LastTouchOn is not null);

    /// <summary>Of the owner's tie, 0 to 1.</summary>
    public double Strength => IsTied ? Standing!.BlendedStrength : 0;

    public bool IsNear => IsTied && OpportunityFit.IsNear(Standing!.Tie.Layer, Strength);
}

public enum StructureTraitKind { Role = 0, Organization = 1, Topic = 2, Place = 3 }

/// <summary>What somebody may share with others: a role, an organization, a topic, a place.</summary>
public sealed record StructureTrait(StructureTraitKind Kind, string Name);

/// <summary>Two who know each other, by their places among all, and how well, 0 to 1.</summary>
public readonly record struct StructureLink(int First, int Second, double Strength);

/// <summary>Everybody, and who of them know each other, as far as it is recorded.</summary>
public sealed record StructureFacts
{
    public required DateOnly On { get; init; }

    /// <summary>Whether all that the owner said of a tie is known here: not for who was let in, and then nothing is said to be assumed.</summary>
    public bool KnowsAllSaid { get; init; } = true;

    /// <summary>A person's number is the place here.</summary>
    public required IReadOnlyList<StructurePerson> People { get; init; }

    public required IReadOnlyList<StructureLink> Links { get; init; }

    /// <summary>The open needs for opportunities, the most important first.</summary>
    public IReadOnlyList<Need> Openings { get; init; } = [];
}
