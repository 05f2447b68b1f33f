using System.ComponentModel;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Coverage;

/// <summary>The support map, as programs are told of it.</summary>
public sealed record MapAnswer(
    [property: Description("The coverage of all needs, weighed by importance, 0 to 1; null without a need.")] double? Overall,
    IReadOnlyList<CoverAnswer> Needs, IReadOnlyList<FindingAnswer> Findings,
    [property: Description("On whom much hangs, the most first.")] IReadOnlyList<LeaningAnswer> People,
    IReadOnlyList<DiversityAnswer> Diversity, NetworkAnswer Network)
{
    public static MapAnswer Of(SupportMap map) => new(map.Overall is { } overall ? Rounded(overall) : null,
        [.. map.Needs.Select(c => CoverAnswer.Of(c, map.Candidates.GetValueOrDefault(c.Need.Id, [])))],
        [.. map.Findings.Select(FindingAnswer.Of)],
        [.. map.Leanings.Select(l => new LeaningAnswer(l.Person.Id, l.Person.Name, Rounded(l.Criticality), Rounded(l.Share)))],
        [.. map.Alike.Select(a => new DiversityAnswer(a.Facet, a.Known, Rounded(a.Effective), a.Value, a.Most, a.InWords.InWords()))],
        new(map.Network.Type, map.Network.Developers, map.Network.Diversity is { } d ? Rounded(d) : null, map.Network.Spheres, map.Network.Strength is { } s ? Rounded(s) : null, map.Network.InWords.InWords()));

    internal static double Rounded(double share) => Math.Round(share, 4);
}

/// <summary>A need and how surely it is covered.</summary>
public sealed record CoverAnswer(
    Guid Id, SupportKind Kind, string Topic, int Importance,
    [property: Description("How surely at least one would help, 0 to 1.")] double Coverage,
    [property: Description("How surely at least two would.")] double AtLeastTwo,
    [property: Description("`covered`, `singlePointOfFailure`, `thin` or `gap`.")] CoverKind Finding,
    [property: Description("The same in words.")] string InWords,
    IReadOnlyList<HelperAnswer> Supporters, IReadOnlyList<LikelyAnswer> Candidates)
{
    public static CoverAnswer Of(NeedCover cover, IReadOnlyList<Likely> candidates) => new(
        cover.Need.Id, cover.Need.Kind, cover.Need.Topic, cover.Need.Importance, MapAnswer.Rounded(cover.Coverage), MapAnswer.Rounded(cover.AtLeastTwo), cover.Kind, cover.InWords.InWords(),
        [.. cover.Helpers.Select(h => new HelperAnswer(h.Person.Id, h.Person.Name, MapAnswer.Rounded(h.Chance), h.Support.Ability, h.Support.Basis, [.. h.Reasons.Select(r => r.InWords())]))],
        [.. candidates.Select(c => new LikelyAnswer(c.Id, c.Name, MapAnswer.Rounded(c.Gain), [.. c.Reasons.Select(r => r.InWords())], c.IsOrganization, c.Href))]);
}

/// <summary>A supporter of a need.</summary>
public sealed record HelperAnswer(Guid Id, string Name, [property: Description("How surely they would help, 0 to 1.")] double P, Ability Ability, SupportBasis How, IReadOnlyList<string> Reasons);

/// <summary>Who could be asked, or looked at.</summary>
public sealed record LikelyAnswer(
    Guid Id, string Name, [property: Description("By how much `overall` would grow; 0 for an organization, where it cannot be said.")] double Gain,
    IReadOnlyList<string> Reasons, bool IsOrganization, [property: Description("The page on which the next step is made.")] string Href);

/// <summary>Something the map shows, in a sentence.</summary>
public sealed record FindingAnswer(FindingKind Kind, string Sentence, IReadOnlyList<Guid> People, IReadOnlyList<Guid> Needs, IReadOnlyList<string> Reasons, string Action, string Href)
{
    public static FindingAnswer Of(Finding finding) =>
        new(finding.Kind, finding.Sentence.InWords(), finding.People, finding.Needs, [.. finding.Reasons.Select(r => r.InWords())], finding.Action.InWords(), finding.Href);
}

public sealed record LeaningAnswer(Guid Id, string Name, [property: Description("How much of `overall` would go with them.")] double Criticality, [property: Description("What part of all expected help is theirs.")] double Share);

public sealed record DiversityAnswer(
    Facet Facet, [property: Description("Of how many supporters it is known.")] int Known, [property: Description("As how many equally common kinds they count.")] double Effective,
    [property: Description("What most have.")] string Most, [property: Description("How many have that.")] int Count, string InWords);

public sealed record NetworkAnswer(NetworkType Type, int Developers, double? Diversity, int Spheres, double? Strength, string InWords);

/// <summary>What would change without somebody, or with somebody more.</summary>
public sealed record WhatIfAnswer(string Sentence, double? Before, double? After, IReadOnlyList<NeedChangeAnswer> Needs)
{
    public static WhatIfAnswer Of(WhatIf change) => new(change.Sentence.InWords(), Rounded(change.Before), Rounded(change.After),
        [.. change.Changes.Select(c => new NeedChangeAnswer(c.Before.Need.Id, c.Before.Need.Topic, MapAnswer.Rounded(c.Before.Coverage), MapAnswer.Rounded(c.After.Coverage), c.InWords.InWords()))]);

    private static double? Rounded(double? share) => share is { } known ? MapAnswer.Rounded(known) : null;
}

public sealed record NeedChangeAnswer(Guid Id, string Topic, double Before, double After, string InWords);
