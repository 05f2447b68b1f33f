using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Insights;

/// <summary><c>/network</c>: the whole network, drawn and told.</summary>
public sealed partial class NetworkPage
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(NetworkWanted.Address, async (HttpContext http, Store store, Visit visit, NetworkQueries networks, CancellationToken stop) =>
        {
            var wanted = NetworkWanted.Read(name => http.Request.Query[name]);
            return Answers.Page<NetworkPage>(new { Shown = NetworkShown.Of(await networks.View(store, visit.Today, stop), wanted) });
        });
        pages.Get($"{NetworkWanted.Address}/graph.json", async (Store store, Visit visit, NetworkQueries networks, CancellationToken stop) =>
            Results.Bytes(GraphColumnsPage.Of(await networks.View(store, visit.Today, stop)).ToBytes(), "application/json"));
    }
}
