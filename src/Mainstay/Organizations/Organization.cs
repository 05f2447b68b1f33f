using Mainstay.People;
using Mainstay.Storage;

namespace Mainstay.Organizations;

/// <summary>A company, association, community or peer group.</summary>
public sealed class Organization : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>The folded name: what lists are sorted by, and what makes two spellings the same organization.</summary>
    public required string SortKey { get; set; }

    public string? Notes { get; set; }

    public DateTime CreatedAt { get; init; }
}

/// <summary>A person's place in an organization.</summary>
public sealed class Affiliation : Detail
{
    /// <summary>Null when only a title is known.</summary>
    public Guid? OrganizationId { get; set; }

    public string? Title { get; set; }

    public string? Department { get; set; }

    /// <summary>A date that may lack day or month.</summary>
    public string? Since { get; set; }

    /// <summary>A date that may lack day or month; still there when null.</summary>
    public string? Until { get; set; }
}

/// <summary>An affiliation as a door hands it in.</summary>
public sealed record AffiliationDetails(string? Organization, string? Title = null, string? Department = null, string? Since = null, string? Until = null);
