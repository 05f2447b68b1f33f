using Mainstay.Archive;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Organizations;

internal sealed record ArchivedOrganization(Guid Id, string Name, string? Notes, DateTime CreatedAt);

internal sealed record ArchivedAffiliation
{
    public required Guid Person { get; init; }
    public required int Position { get; init; }
    public Guid? Organization { get; init; }
    public string? Title { get; init; }
    public string? Department { get; init; }
    public string? Since { get; init; }
    public string? Until { get; init; }
}

/// <summary>All organizations in an archive.</summary>
internal sealed class OrganizationsArchive() : ArchiveSection<ArchivedOrganization>("organizations")
{
    public const string Kind = "organization";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Organizations.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedOrganization> Rows(Store store, CancellationToken stop) =>
        store.Organizations.AsNoTracking().OrderBy(o => o.Id).Select(o => new ArchivedOrganization(o.Id, o.Name, o.Notes, o.CreatedAt)).AsAsyncEnumerable();

    protected override void Check(ArchivedOrganization organization, ArchiveCheck check)
    {
        check.IsNew(Kind, organization.Id);
        check.Holds(PersonNames.Key(organization.Name).Length > 0, "People.NameMissing");
        check.Holds(check.IsFirst(Kind, PersonNames.Key(organization.Name)), "Organizations.NameTwice");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedOrganization> organizations, CancellationToken stop) =>
        store.InsertMany(organizations.Select(o => new Organization { Id = o.Id, Name = o.Name, SortKey = PersonNames.Key(o.Name), Notes = o.Notes, CreatedAt = o.CreatedAt }), stop);
}

/// <summary>All affiliations in an archive, each person's in their order.</summary>
internal sealed class AffiliationsArchive() : ArchiveSection<ArchivedAffiliation>("affiliations")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Affiliations.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedAffiliation> Rows(Store store, CancellationToken stop) =>
        store.Affiliations.AsNoTracking().OrderBy(a => a.PersonId).ThenBy(a => a.Position).ThenBy(a => a.Id)
            .Select(a => new ArchivedAffiliation { Person = a.PersonId, Position = a.Position, Organization = a.OrganizationId, Title = a.Title, Department = a.Department, Since = a.Since, Until = a.Until })
            .AsAsyncEnumerable();

    protected override void Check(ArchivedAffiliation affiliation, ArchiveCheck check)
    {
        check.Refers(PeopleArchive.Kind, affiliation.Person);
        check.Refers(OrganizationsArchive.Kind, affiliation.Organization);
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedAffiliation> affiliations, CancellationToken stop) =>
        store.InsertMany(affiliations.Select(a => new Affiliation { PersonId = a.Person, Position = a.Position, OrganizationId = a.Organization, Title = a.Title, Department = a.Department, Since = a.Since, Until = a.Until }), stop);
}
