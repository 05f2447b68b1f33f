using System.CommandLine;
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
    public override void AddServices(IServiceCollection services) => services
        .AddSingleton(new CircleTab(SessionsPage.Path, "CircleSessions.Tab", 30))
        .AddSingleton<IJob, CircleSessionsJob>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        SessionsPage.Map(pages);
        SessionPage.Map(pages);
    }
}
