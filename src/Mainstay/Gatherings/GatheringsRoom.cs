using System.CommandLine;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Mcp;
using Mainstay.Memberships;
using Mainstay.Organizations;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Search;
using Mainstay.Web;

namespace Mainstay.Gatherings;

public sealed class GatheringsRoom : Room
{
    public override NavItem? Nav => new("Gatherings.Gatherings", GatheringsPage.Address, "calendar");

    public override IEnumerable<NavItem> Adds => [new("Gatherings.AddOne", GatheringsPage.NewAddress, "calendar")];

    public override IEnumerable<Tool> Tools => [UpcomingTools.Upcoming];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<PreparationQueries>()
        .AddSingleton<ICalendarSource, GatheringsCalendar>()
        .AddSingleton<ICalendarSource, EncountersCalendar>()
        .AddSingleton<ITodayCard, GatheringCard>()
        .AddSingleton<ITodayCard, EncounterCard>()
        .AddSingleton<IPersonPanel, MetPanel.Hook>()
        .AddSingleton<IOrganizationPanel, HeldPanel.Hook>()
        .AddSingleton<IOrganizationRows, GatheringsMerge>()
        .AddSingleton<IHeldThere, HeldQueries>()
        .AddSingleton<IPlacesAhead, UnlikeGatheringsQueries>()
        .AddSingleton<ISearchSource, GatheringsSearchSource>()
        .AddSingleton<ISearchResults, FoundGatheringsSource>()
        .AddSingleton<IPutBack, GatheringFileActions.Back>()
        .AddSingleton<IPutBack, GatheringRemovalActions.Back>()
        .AddSingleton<IPutBack, GatheringRemovalActions.MetBack>()
        .AddSingleton<IPutBack, EncounterChangeActions.Back>()
        .AddSingleton<IArchiveSection, GatheringsArchive>()
        .AddSingleton<IArchiveSection, ExpectedArchive>()
        .AddSingleton<IArchiveSection, EncountersArchive>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        GatheringsPage.Map(pages);
        GatheringPage.Map(pages);
        GatheringFilePage.Map(pages);
        SheetPage.Map(pages);
        EncounterPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api)
    {
        GatheringsApi.Map(api);
        GatheringFileApi.Map(api);
    }

    public override IEnumerable<Command> Commands(Shell shell) => [GatheringsCli.Command(shell), MetCli.Command(shell)];
}
