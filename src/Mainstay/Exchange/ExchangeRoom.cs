using System.CommandLine;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Entrance;
using Mainstay.Hosting;
using Mainstay.Mcp;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Search;
using Mainstay.Web;

namespace Mainstay.Exchange;

public sealed class ExchangeRoom : Room
{
    public override IEnumerable<NavItem> Adds => [new("Exchange.AskSomebody", "/asks/new", "ask")];

    public override IEnumerable<NavItem> Shortcuts => [new("Exchange.WhoTitle", WhoCanHelpPage.Address, "someone") { Within = Places.InMap }, new("Exchange.Asks", AsksPage.Address, "ask") { Within = Places.InMap }, new("Exchange.Favours", FavoursPage.Address, "favour") { Within = Places.InMap }];

    public override IEnumerable<NavItem> Questions => [new("Exchange.WhoTyped", WhoCanHelpPage.Address, "someone")];

    public override IEnumerable<Tool> Tools => [WhoCanHelpTools.Who, AskTools.Draft];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<ILinkPurpose, AnswerPage.Hook>()
        .AddSingleton<ICalendarSource, AsksCalendar>()
        .AddSingleton<ITodayCard, AskCard>()
        .AddSingleton<IPersonPanel, ExchangePanel.Hook>()
        .AddSingleton<ISupportHints, FavourHintsQueries>()
        .AddSingleton<ISearchSource, ExchangeSearchSource>()
        .AddSingleton<IPutBack, AskRemovalActions.Back>()
        .AddSingleton<IPutBack, FavourActions.Back>()
        .AddSingleton<IPutBack, RemovalActions.Back<Wish>>()
        .AddSingleton<IPutBack, RemovalActions.Back<Opportunity>>()
        .AddSingleton<IArchiveSection, AsksArchive>()
        .AddSingleton<IArchiveSection, AskNextsArchive>()
        .AddSingleton<IArchiveSection, FavoursArchive>()
        .AddSingleton<IArchiveSection, WishesArchive>()
        .AddSingleton<IArchiveSection, OpportunitiesArchive>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        AskPage.Map(pages);
        NewAskPage.Map(pages);
        FavoursPage.Map(pages);
        ChangePage.Map(pages);
        WhoCanHelpPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api)
    {
        AsksApi.Map(api);
        FavoursApi.Map(api);
        WhoCanHelpApi.Map(api);
    }

    public override IEnumerable<Command> Commands(Shell shell) => [AskCli.Command(shell), WhoCanHelpCli.Command(shell), FavoursCli.Command(shell), DoorsCli.Opportunities(shell), DoorsCli.Wishes(shell)];
}
