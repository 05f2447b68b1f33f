using System.CommandLine;
using Mainstay.Api;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Mcp;
using Mainstay.People;
using Mainstay.Web;

namespace Mainstay.Coverage;

public sealed class CoverageRoom : Room
{
    public override NavItem Nav => new("Coverage.Place", "/map", "map");

    public override IEnumerable<NavItem> Adds => [new("Coverage.AddNeed", "/map/needs/new", "need")];

    public override IEnumerable<NavItem> Shortcuts => [new("Needs.GoalsAndOffers", "/map/goals", "goal") { Within = Places.InGrowth, Purpose = "Needs.GoalsPurpose" }, new("Coverage.Questions", "/map/begin", "map") { Within = Places.InMap }];

    public override void AddServices(IServiceCollection services) => services.AddSingleton<MapQueries>().AddSingleton<ITodayCard, MapCard>().AddSingleton<IPersonPanel, PersonNeedsPanel.Hook>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        MapPage.MapAddress(pages);
        NeedPage.MapAddresses(pages);
    }

    public override void MapApi(ApiRoutes api) => CoverageApi.Map(api);

    public override IEnumerable<Tool> Tools => MapTools.All;

    public override IEnumerable<Command> Commands(Shell shell) => [GapsCli.Command(shell)];
}
