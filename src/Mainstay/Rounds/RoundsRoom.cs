using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Circles;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Jobs;
using Mainstay.Mcp;
using Mainstay.Web;

namespace Mainstay.Rounds;

public sealed class RoundsRoom : Room
{
    public override IEnumerable<Tool> Tools => [RoundsTools.Rounds];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton(new CircleTab(RoundsPage.Path, "Rounds.Tab", 40))
        .AddSingleton<IJob, RoundsJob>()
        .AddSingleton<ITodayCard, RoundsCard>()
        .AddSingleton<IAccountFileSection, RoundsFileSource>()
        .AddSingleton<IMemberLeaves, SignUpsLeaveActions>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        RoundsPage.Map(pages);
        RoundPage.Map(pages);
        SignUpPage.Map(pages);
        DraftPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api) => RoundsApi.Map(api);

    public override IEnumerable<Command> Commands(Shell shell) => [RoundsCli.Command(shell)];
}
