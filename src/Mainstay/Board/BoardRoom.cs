using System.CommandLine;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Search;
using Mainstay.Web;

namespace Mainstay.Board;

public sealed class BoardRoom : Room
{
    public override IEnumerable<NavItem> Adds => [new("Board.NoteAdvice", "/board/advice/new", "note")];

    public override IEnumerable<NavItem> Shortcuts => [new("Board.Title", BoardPage.Address, "board") { Within = Places.InMap }];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<BoardQueries>()
        .AddSingleton<BriefQueries>()
        .AddSingleton<ITodayCard, BoardCard>()
        .AddSingleton<IPersonPanel, BoardPanel.Hook>()
        .AddSingleton<ISupportHints, BoardHintsQueries>()
        .AddSingleton<ISearchSource, AdviceSearchSource>()
        .AddSingleton<IPutBack, SeatActions.Back>()
        .AddSingleton<IPutBack, SeatActions.SeatAgain>()
        .AddSingleton<IPutBack, AdviceActions.Back>()
        .AddSingleton<IArchiveSection, SeatsArchive>()
        .AddSingleton<IArchiveSection, AdviceArchive>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        BoardPage.Map(pages);
        SeatPage.Map(pages);
        AdvicePage.Map(pages);
    }

    public override void MapApi(ApiRoutes api)
    {
        BoardApi.Map(api);
        AdviceApi.Map(api);
    }

    public override IEnumerable<Command> Commands(Shell shell) => [BoardCli.Command(shell)];
}
