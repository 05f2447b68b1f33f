using System.CommandLine;
using Mainstay.Api;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Web;

namespace Mainstay.Insights;

public sealed class InsightsRoom : Room
{
    public override IEnumerable<NavItem> Shortcuts => [new("Insights.StructureTitle", StructurePage.Address, "someone")];

    public override void AddServices(IServiceCollection services) => services.AddSingleton<NetworkQueries>().AddSingleton<StructureQueries>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        StructurePage.Map(pages);
        GraphExportPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api)
    {
        StructureApi.Map(api);
        GraphExportApi.Map(api);
    }

    public override IEnumerable<Command> Commands(Shell shell) => [StructureCli.Command(shell), GraphCli.Command(shell)];
}
