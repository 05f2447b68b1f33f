using System.CommandLine;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Mcp;
using Mainstay.People;
using Mainstay.Web;

namespace Mainstay.Capture;

/// <summary>One line of plain language, read into touches, people, notes, tasks and dates.</summary>
public sealed class CaptureRoom : Room
{
    public override IEnumerable<NavItem> Adds => [new("Capture.Title", CapturePage.Address, "note", "c")];

    public override IEnumerable<Tool> Tools => [CaptureTools.Capture];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IPutBack, CaptureActions.Back>()
        .AddSingleton<IPutBack, JottingActions.Back>()
        .AddSingleton<ITodayCard, JottedCard>()
        .AddSingleton<IArchiveSection, JottingsArchive>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        CapturePage.Map(pages);
        JottedPage.Map(pages);
        OutboxPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api)
    {
        CaptureApi.Map(api);
        JottedApi.Map(api);
    }

    public override IEnumerable<Command> Commands(Shell shell) => [CaptureCli.Command(shell), JottedCli.Command(shell)];
}
