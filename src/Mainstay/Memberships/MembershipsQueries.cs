using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Memberships;

public static class MembershipsQueries
{
    /// <summary>All memberships: mine, the next renewal first; then those considered, the oldest first; then those that are over.</summary>
    public static async Task<IReadOnlyList<MembershipLine>> AllMemberships(this Store store, DateOnly today, CancellationToken stop)
    {
        var lines = await store.MembershipLines(store.Memberships, stop);
        return [.. lines.OrderBy(l => l.It.Stage switch { MembershipStage.Joined => 0, MembershipStage.Considered => 1, _ => 2 })
            .ThenBy(l => l.It.NextOn(today) ?? DateOnly.MaxValue).ThenBy(l => l.It.LeftOn is { } left ? -left.DayNumber : l.It.ConsideredOn.DayNumber).ThenBy(l => l.Organization, StringComparer.Ordinal).ThenBy(l => l.It.Id)];
    }

    public static async Task<MembershipLine> MembershipOf(this Store store, Guid id, CancellationToken stop) =>
        await store.MembershipLines(store.Memberships.Where(m => m.Id == id), stop) is [var line] ? line : throw new NotFound("Memberships.NotThere");

    /// <summary>Those in an organization, the one that is not over first, then the latest.</summary>
    public static async Task<IReadOnlyList<MembershipLine>> MembershipsIn(this Store store, Guid organization, CancellationToken stop) =>
        [.. (await store.MembershipLines(store.Memberships.Where(m => m.OrganizationId == organization), stop)).OrderByDescending(l => l.It.LeftOn is null).ThenByDescending(l => l.It.JoinedOn ?? l.It.ConsideredOn).ThenByDescending(l => l.It.Id)];

    /// <summary>Those considered or joined for a need.</summary>
    public static async Task<IReadOnlyList<MembershipLine>> MembershipsFor(this Store store, Guid need, CancellationToken stop)
    {
        var named = store.MembershipNeeds.Where(n => n.NeedId == need).Select(n => n.MembershipId);
        return [.. (await store.MembershipLines(store.Memberships.Where(m => named.Contains(m.Id)), stop)).OrderBy(l => l.It.Stage).ThenBy(l => l.Organization, StringComparer.Ordinal)];
    }

    /// <summary>A membership as it would be said again.</summary>
    internal static MembershipDetails Details(MembershipLine line) => new()
    {
        OrganizationId = line.It.OrganizationId, Kind = line.It.Kind, ConsideredOn = line.It.ConsideredOn, JoinedOn = line.It.JoinedOn, LeftOn = line.It.LeftOn, NeedIds = [.. line.Needs.Select(n => n.Id)], Role = line.It.Role, Benefits = line.It.Benefits,
        Dues = line.It.Dues, Currency = line.It.Currency, Period = line.It.Period, RenewsOn = line.It.RenewsOn, RenewsItself = line.It.RenewsItself, Link = line.It.Link, HoursAMonth = line.It.HoursAMonth, Note = line.It.Note,
    };

    private static async Task<List<MembershipLine>> MembershipLines(this Store store, IQueryable<Membership> memberships, CancellationToken stop)
    {
        var (organizations, all) = (store.Organizations, store.Needs);
        var rows = await (from membership in memberships.AsNoTracking() join organization in organizations on membership.OrganizationId equals organization.Id select new { membership, organization.Name }).ToListAsync(stop);
        if (rows.Count == 0) return [];
        var needs = await (from named in store.MembershipNeeds
                           join membership in memberships on named.MembershipId equals membership.Id
                           join need in all on named.NeedId equals need.Id
                           select new { named.MembershipId, need }).AsNoTracking().ToListAsync(stop);
        var needed = needs.ToLookup(n => n.MembershipId, n => n.need);
        return rows.ConvertAll(r => new MembershipLine(r.membership, r.Name, [.. needed[r.membership.Id].OrderByDescending(n => n.Importance).ThenBy(n => n.Topic, StringComparer.Ordinal).ThenBy(n => n.Id)]));
    }
}
