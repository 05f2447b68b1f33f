using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Sharing;

/// <summary><c>/networks</c>: one's own, and those one was let into; this browser looks at one of them.</summary>
public sealed partial class NetworksPage
{
    public const string Address = "/networks";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) => Answers.Page<NetworksPage>(new
        {
            Networks = await store.NetworksOf(visit.Guest!.AccountId, stop),
            Visit = visit,
            Said = Said.From(http.Request.Query),
        }));
        pages.Post(Address + "/{id:guid}/enter", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.Enter(visit.Guest!.AccountId, visit.Guest.SessionId!.Value, id, stop);
            return Answers.Done(http, FormCollection.Empty, "/");
        });
        pages.Post(Address + "/home", async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.Enter(visit.Guest!.AccountId, visit.Guest.SessionId!.Value, await store.HomeOf(visit.Guest.AccountId, stop), stop);
            return Answers.Done(http, FormCollection.Empty, "/");
        });
    }
}
