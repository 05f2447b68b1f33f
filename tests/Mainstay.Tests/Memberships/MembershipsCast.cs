using Mainstay.Memberships;
using Mainstay.Organizations;
using Mainstay.People;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Memberships;

/// <summary>Short words for what most tests of memberships begin with.</summary>
internal static class MembershipsCast
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<Guid> Consider(this TestHouse house, string organization, Func<MembershipDetails, MembershipDetails>? with = null) => house.Note(organization, d => (with ?? (x => x))(d));

    public static Task<Guid> Join(this TestHouse house, string organization, DateOnly on, Func<MembershipDetails, MembershipDetails>? with = null) => house.Note(organization, d => (with ?? (x => x))(d with { JoinedOn = on }));

    public static Task<MembershipLine> Line(this TestHouse house, Guid id) => house.Again().MembershipOf(id, Stop);

    private static async Task<Guid> Note(this TestHouse house, string organization, Func<MembershipDetails, MembershipDetails> with)
    {
        var (store, key) = (house.Again(), PersonNames.Key(organization));
        var there = await store.Organizations.FirstOrDefaultAsync(o => o.SortKey == key, Stop) ?? await store.AddOrganization(new(organization), house.Clock, Stop);
        return (await store.AddMembership(with(new() { OrganizationId = there.Id }), house.Today, house.Clock, Stop)).Id;
    }
}
