using System.CommandLine;
using Mainstay.Api;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Mcp;

namespace Mainstay.Coverage;

public sealed class CoverageRoom : Room
{
    public override void AddServices(IServiceCollection services) => services.AddSingleton<MapQueries>();

    public override void MapApi(ApiRoutes api) => CoverageApi.Map(api);

    public override IEnumerable<Tool> Tools => MapTools.All;

    public override IEnumerable<Command> Commands(Shell shell) => [GapsCli.Command(shell)];
}
