using System.CommandLine;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.People;
using Mainstay.Web;

namespace Mainstay.Cards;

public sealed class CardsRoom : Room
{
    public override IEnumerable<NavItem> Shortcuts => [new("Cards.Title", CardsPage.Address, "card") { Within = Places.InGatherings }];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IPutBack, CardActions.Back>()
        .AddSingleton<IArchiveSection, CardsArchive>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        CardsPage.Map(pages);
        CardPage.Map(pages);
        ShownCardPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api) => CardsApi.Map(api);

    public override IEnumerable<Command> Commands(Shell shell) => [CardsCli.Command(shell)];
}
