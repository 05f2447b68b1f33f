using System.CommandLine;
using Mainstay.Api;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Web;

namespace Mainstay.Insights;

public sealed class InsightsRoom : Room
{
    public override IEnumerable<NavItem> Shortcuts => [new("Insights.Title", NetworkWanted.Address, "network") { Within = Places.InMap }, new("Insights.StructureTitle", StructurePage.Address, "network") { Within = Places.InMap }, new("Insights.YearShort", YearPage.Address, "year") { Within = Places.InGrowth, Purpose = "Insights.YearPurpose" }];

    public override void AddServices(IServiceCollection services) => services.AddSingleton<NetworkQueries>().AddSingleton<StructureQueries>().AddSingleton<FirstCameQueries>().AddSingleton<YearQueries>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        NetworkPage.Map(pages);
        StructurePage.Map(pages);
        YearPage.Map(pages);
        GraphExportPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api)
    {
        NetworkApi.Map(api);
        StructureApi.Map(api);
        FirstCameApi.Map(api);
        YearApi.Map(api);
        GraphExportApi.Map(api);
    }

    public override IEnumerable<Command> Commands(Shell shell) => [StructureCli.Command(shell), FirstCameCli.Command(shell), YearCli.Command(shell), GraphCli.Command(shell)];
}
