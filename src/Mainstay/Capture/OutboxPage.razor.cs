using System.Security.Cryptography;
using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;
using Microsoft.AspNetCore.Antiforgery;

namespace Mainstay.Capture;

/// <summary><c>/capture/offline</c>: where something is jotted down without a network. <c>/capture/outbox</c>: what a device asks before it sends that.</summary>
public sealed partial class OutboxPage
{
    internal const string Address = "/capture/offline", Asked = "/capture/outbox";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, [Unattended] () => Answers.Page<OutboxPage>(new { }));
        pages.Get(Asked, async (HttpContext http, Store store, Visit visit, IAntiforgery antiforgery, CancellationToken stop) => Results.Json(new
        {
            Account = Named(store.SpaceId, visit.Guest!),
            Token = antiforgery.GetAndStoreTokens(http).RequestToken,
            Gatherings = (await store.GatheringsAround(visit.Today, stop)).Select(g => new { g.Id, g.Name }),
        }));
    }

    /// <summary>Tells owners apart on a device that several use, and says nothing of who they are.</summary>
    private static string Named(Guid space, Guest guest) => Convert.ToHexStringLower(SHA256.HashData([.. "outbox"u8, .. space.ToByteArray(), .. guest.AccountId.ToByteArray()]))[..32];
}
