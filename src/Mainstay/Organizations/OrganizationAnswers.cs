namespace Mainstay.Organizations;

/// <summary>One organization, as programs are told of it.</summary>
public sealed record OrganizationAnswer(Guid Id, string Name, string? Notes, DateTime CreatedAt, IReadOnlyList<MemberAnswer> People);

/// <summary>Somebody's place in an organization.</summary>
public sealed record MemberAnswer(Guid Id, string Name, string? Title, string? Department, string? Since, string? Until);

public sealed record AffiliationsAnswer(IReadOnlyList<AffiliationDetails> Affiliations);

/// <summary>A place in the list of organizations: it goes on after it.</summary>
public sealed record OrganizationPlace(string SortKey, Guid Id);
