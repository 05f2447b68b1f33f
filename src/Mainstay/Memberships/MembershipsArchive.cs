using Mainstay.Archive;
using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Memberships;

internal sealed record ArchivedMembership
{
    public required Guid Id { get; init; }
    public required Guid Organization { get; init; }
    public required MembershipKind Kind { get; init; }
    public required DateOnly ConsideredOn { get; init; }
    public DateOnly? JoinedOn { get; init; }
    public DateOnly? LeftOn { get; init; }
    public string? Role { get; init; }
    public string? Benefits { get; init; }
    public string? Dues { get; init; }
    public string? Currency { get; init; }
    public DuesPeriod Period { get; init; }
    public DateOnly? RenewsOn { get; init; }
    public DateOnly? RenewedFor { get; init; }
    public bool RenewsItself { get; init; }
    public string? Link { get; init; }
    public double? HoursAMonth { get; init; }
    public string? Note { get; init; }
    public DateOnly? WeighedOn { get; init; }
    public DateOnly? QuietUntil { get; init; }
    public required DateTime CreatedAt { get; init; }
}

/// <summary>All memberships in an archive.</summary>
internal sealed class MembershipsArchive() : ArchiveSection<ArchivedMembership>("memberships")
{
    public const string Kind = "membership";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Memberships.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedMembership> Rows(Store store, CancellationToken stop) => store.Memberships.AsNoTracking().OrderBy(m => m.Id).Select(m => new ArchivedMembership
    {
        Id = m.Id, Organization = m.OrganizationId, Kind = m.Kind, ConsideredOn = m.ConsideredOn, JoinedOn = m.JoinedOn, LeftOn = m.LeftOn, Role = m.Role, Benefits = m.Benefits, Dues = m.Dues, Currency = m.Currency, Period = m.Period,
        RenewsOn = m.RenewsOn, RenewedFor = m.RenewedFor, RenewsItself = m.RenewsItself, Link = m.Link, HoursAMonth = m.HoursAMonth, Note = m.Note, WeighedOn = m.WeighedOn, QuietUntil = m.QuietUntil, CreatedAt = m.CreatedAt,
    }).AsAsyncEnumerable();

    protected override void Check(ArchivedMembership m, ArchiveCheck check)
    {
        check.IsNew(Kind, m.Id);
        check.Refers(OrganizationsArchive.Kind, m.Organization);
        var latest = new[] { m.ConsideredOn, m.JoinedOn, m.LeftOn, m.RenewsOn }.OfType<DateOnly>().Max();
        check.Holds(new MembershipDetails
        {
            OrganizationId = m.Organization, Kind = m.Kind, ConsideredOn = m.ConsideredOn, JoinedOn = m.JoinedOn, LeftOn = m.LeftOn, Role = m.Role, Benefits = m.Benefits, Dues = m.Dues, Currency = m.Currency, Period = m.Period,
            RenewsOn = m.RenewsOn, RenewsItself = m.RenewsItself, Link = m.Link, HoursAMonth = m.HoursAMonth, Note = m.Note,
        }.Check(latest));
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedMembership> memberships, CancellationToken stop) => store.InsertMany(memberships.Select(m => new Membership
    {
        Id = m.Id, OrganizationId = m.Organization, Kind = m.Kind, ConsideredOn = m.ConsideredOn, JoinedOn = m.JoinedOn, LeftOn = m.LeftOn, Role = m.Role, Benefits = m.Benefits, Dues = m.Dues, Currency = m.Currency, Period = m.Period,
        RenewsOn = m.RenewsOn, RenewedFor = m.RenewedFor, RenewsItself = m.RenewsItself, Link = m.Link, HoursAMonth = m.HoursAMonth, Note = m.Note, WeighedOn = m.WeighedOn, QuietUntil = m.QuietUntil, CreatedAt = m.CreatedAt,
    }), stop);
}

internal sealed record ArchivedMembershipNeed(Guid Membership, Guid Need);

/// <summary>For which needs memberships are, in an archive: those that are there.</summary>
internal sealed class MembershipNeedsArchive() : ArchiveSection<ArchivedMembershipNeed>("membershipNeeds")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.MembershipNeeds.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedMembershipNeed> Rows(Store store, CancellationToken stop)
    {
        var needs = store.Needs;
        return store.MembershipNeeds.AsNoTracking().Where(n => needs.Any(x => x.Id == n.NeedId)).OrderBy(n => n.MembershipId).ThenBy(n => n.NeedId).Select(n => new ArchivedMembershipNeed(n.MembershipId, n.NeedId)).AsAsyncEnumerable();
    }

    protected override void Check(ArchivedMembershipNeed named, ArchiveCheck check)
    {
        check.Refers(MembershipsArchive.Kind, named.Membership);
        check.Refers(NeedsArchive.Kind, named.Need);
        check.Holds(check.IsFirst("membershipNeed", $"{named.Membership} {named.Need}"), "Memberships.NeedTwice");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedMembershipNeed> named, CancellationToken stop) =>
        store.InsertMany(named.Select(n => new MembershipNeed { MembershipId = n.Membership, NeedId = n.Need }), stop);
}
