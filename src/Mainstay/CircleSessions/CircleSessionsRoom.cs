using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Circles;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Jobs;
using Mainstay.Mcp;
using Mainstay.Web;

namespace Mainstay.CircleSessions;

public sealed class CircleSessionsRoom : Room
{
    public override IEnumerable<Tool> Tools => [SessionTools.Sessions];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton(new CircleTab(SessionsPage.Path, "CircleSessions.Tab", 30))
        .AddSingleton<ITodayCard, SessionCard>()
        .AddSingleton<IAccountFileSection, SessionsFileSource>()
        .AddSingleton<IJob, CircleSessionsJob>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        SessionsPage.Map(pages);
        SessionPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api) => SessionsApi.Map(api);

    public override IEnumerable<Command> Commands(Shell shell) => [SessionsCli.Command(shell)];
}
