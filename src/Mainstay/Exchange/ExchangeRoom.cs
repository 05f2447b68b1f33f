using System.CommandLine;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Entrance;
using Mainstay.Hosting;
using Mainstay.Web;

namespace Mainstay.Exchange;

public sealed class ExchangeRoom : Room
{
    public override IEnumerable<NavItem> Adds => [new("Exchange.AskSomebody", "/asks/new", "ask")];

    public override IEnumerable<NavItem> Shortcuts => [new("Exchange.Asks", AsksPage.Address, "ask")];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<ILinkPurpose, AnswerPage.Hook>()
        .AddSingleton<ITodayCard, AskCard>()
        .AddSingleton<IArchiveSection, AsksArchive>()
        .AddSingleton<IArchiveSection, AskNextsArchive>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        AskPage.Map(pages);
        NewAskPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api) => AsksApi.Map(api);

    public override IEnumerable<Command> Commands(Shell shell) => [AskCli.Command(shell)];
}
