namespace Mainstay.Organizations;

/// <summary>One organization, as programs are told of it.</summary>
public sealed record OrganizationAnswer(Guid Id, string Name, string? Notes, DateTime CreatedAt, IReadOnlyList<MemberAnswer> People);

/// <summary>Somebody's place in an organization.</summary>
public sealed record MemberAnswer(Guid Id, string Name, string? Title, string? Department, string? Since, string? Until);

public sealed record AffiliationsAnswer(IReadOnlyList<AffiliationDetails> Affiliations);

/// <summary>An organization in the list, as programs are told of it: how many people are there, and how many were.</summary>
public sealed record ListedOrganizationAnswer(Guid Id, string Name, int People, int Before)
{
    public static ListedOrganizationAnswer Of(OrganizationLine line) => new(line.Id, line.Name, line.Now, line.Before);
}

/// <summary>A place in the list of organizations: it goes on after it.</summary>
public sealed record OrganizationPlace(string SortKey, int Now, int Before);

/// <summary>The organization that goes into another, as programs name it.</summary>
public sealed record OrganizationMergeFields(Guid Other);

/// <summary>Who belongs to an organization from now on, as programs name them.</summary>
public sealed record JoiningFields(Guid Person)
{
    public string? Title { get; init; }
}
