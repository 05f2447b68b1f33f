using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Mcp;
using Mainstay.People;
using Mainstay.Web;

namespace Mainstay.Pulse;

/// <summary>How it goes, in three taps. It hangs on no search and no panel: only its owner's page, archive and programs show it.</summary>
[OwnersOnly]
public sealed class PulseRoom : Room
{
    public override IEnumerable<NavItem> Shortcuts => [new("Pulse.Title", PulsePage.Address, "pulse") { Within = Places.InGrowth, Purpose = "Pulse.Purpose" }];

    public override IEnumerable<Tool> Tools => [PulseTools.Trend];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<ITodayCard, PulseCard>()
        .AddSingleton<IPutBack, PulseActions.Back>()
        .AddSingleton<IPutBack, PulseActions.BackAgain>()
        .AddSingleton<IArchiveSection, PulseArchive>()
        .AddSingleton<IArchiveSection, PulsePlanArchive>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        PulsePage.Map(pages);
        ScorePage.Map(pages);
    }

    public override void MapApi(ApiRoutes api) => PulseApi.Map(api);

    public override IEnumerable<Command> Commands(Shell shell) => [PulseCli.Command(shell)];
}
