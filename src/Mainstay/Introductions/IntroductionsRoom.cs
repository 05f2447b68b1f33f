using System.CommandLine;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Mcp;
using Mainstay.People;
using Mainstay.Web;

namespace Mainstay.Introductions;

public sealed class IntroductionsRoom : Room
{
    public override IEnumerable<NavItem> Shortcuts => [new("Introductions.PathsTitle", PathsPage.Address, "someone"), new("Introductions.WhoKnowsWhom", AcquaintancesPage.Address, "someone")];

    public override IEnumerable<Tool> Tools => [PathsTools.Paths];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<AcquaintanceQueries>()
        .AddSingleton<PathQueries>()
        .AddSingleton<IPersonPanel, AcquaintancePanel.Hook>()
        .AddSingleton<IPutBack, AcquaintanceActions.Back>()
        .AddSingleton<IArchiveSection, AcquaintancesArchive>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        AcquaintancesPage.Map(pages);
        PathsPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api) => AcquaintancesApi.Map(api);

    public override IEnumerable<Command> Commands(Shell shell) => [KnowsCli.Command(shell), PathsCli.Command(shell)];
}
