using Mainstay.Api;
using Mainstay.Hosting;
using Mainstay.Web;

namespace Mainstay.Insights;

public sealed class InsightsRoom : Room
{
    public override IEnumerable<NavItem> Shortcuts => [new("Insights.Title", NetworkWanted.Address, "network")];

    public override void AddServices(IServiceCollection services) => services.AddSingleton<NetworkQueries>();

    public override void MapPages(IEndpointRouteBuilder pages) => NetworkPage.Map(pages);

    public override void MapApi(ApiRoutes api) => NetworkApi.Map(api);
}
