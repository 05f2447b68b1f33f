using System.CommandLine;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Mcp;
using Mainstay.People;
using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Rhythm;

public sealed class RhythmRoom : Room
{
    public override IEnumerable<NavItem> Adds => [new("Rhythm.LogATouch", "/touches/new", "touch")];

    public override IEnumerable<NavItem> Shortcuts => [new("Rhythm.WhoIsNear", "/layers", "layers") { Within = Places.InPeople }, new("Rhythm.TasksTitle", TasksPage.Address, "task") { Within = Places.InToday }];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IPersonFacts, TieFactsQueries>()
        .AddSingleton<IPersonLeaves, LeavingActions>()
        .AddSingleton<ISearchSource, TouchesSearchSource>()
        .AddSingleton<ISearchSource, TasksSearchSource>()
        .AddSingleton<IArchiveSection, TouchesArchive>()
        .AddSingleton<IArchiveSection, TiesArchive>()
        .AddSingleton<IArchiveSection, TasksArchive>()
        .AddSingleton<IArchiveSection, TempoArchive>()
        .AddSingleton<ICalendarSource, RhythmCalendar>()
        .AddSingleton<ITodayCard, DueCard>()
        .AddSingleton<ITodayCard, BirthdayCard>()
        .AddSingleton<ITodayCard, TaskCard>()
        .AddSingleton<ITodayCard, SetupCard>()
        .AddSingleton<IPutBack, RemovalActions.Back<PromisedTask>>()
        .AddSingleton<IPutBack, TouchActions.Back>()
        .AddSingleton<ITodayTime, TimeCard>()
        .AddSingleton<IPersonParts, TouchPartsQueries>()
        .AddSingleton<IPersonPanel, TouchPanel.Hook>()
        .AddSingleton<IPersonPanel, TiePanel.Hook>()
        .AddSingleton<IPersonPanel, TimelinePanel.Hook>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        LayersPage.Map(pages);
        TouchPage.Map(pages);
        TasksPage.Map(pages);
        NewTouchPage.Map(pages);
        ChangeTouchPage.Map(pages);
        TiePage.Map(pages);
    }

    public override void MapApi(ApiRoutes api)
    {
        TouchesApi.Map(api);
        TiesApi.Map(api);
        TasksApi.Map(api);
    }

    public override Task EachDay(IServiceProvider services, DateOnly today, CancellationToken stop) =>
        services.GetRequiredService<Store>().Refit(today, stop);

    public override IEnumerable<Tool> Tools => [TouchTools.Record, TaskTools.Tasks];

    public override IEnumerable<Command> Commands(Shell shell) =>
        [TouchCli.Command(shell), TouchesCli.Command(shell), TieCli.Cadence(shell), TieCli.Tie(shell), TieCli.Snooze(shell), LayersCli.Command(shell), TasksCli.Command(shell), BudgetCli.Command(shell)];
}
