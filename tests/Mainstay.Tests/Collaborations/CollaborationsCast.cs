using Mainstay.Collaborations;
using Mainstay.Organizations;

namespace Mainstay.Tests.Collaborations;

/// <summary>Short words for what most tests of collaborations begin with.</summary>
internal static class CollaborationsCast
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Guid> WorkWith(this TestHouse house, string organization, string name, Func<CollaborationDetails, CollaborationDetails>? with = null)
    {
        var store = house.Again();
        var details = new CollaborationDetails { OrganizationId = await store.OrganizationCalled(organization, house.Clock, Stop), Name = name };
        return (await store.AddCollaboration(with?.Invoke(details) ?? details, house.Today, house.Clock, Stop)).Id;
    }

    public static Task<CollaborationLine> Collaboration(this TestHouse house, Guid id) => house.Again().CollaborationOf(id, Stop);
}
