using System.CommandLine;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Mcp;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Search;
using Mainstay.Web;

namespace Mainstay.Collaborations;

public sealed class CollaborationsRoom : Room
{
    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<ITodayCard, CollaborationCard>()
        .AddSingleton<ICalendarSource, CollaborationsCalendar>()
        .AddSingleton<IOrganizationPanel, CollaborationsPanel.Hook>()
        .AddSingleton<IOrganizationRows, CollaborationsMerge>()
        .AddSingleton<IPersonPanel, WorksWithPanel.Hook>()
        .AddSingleton<IPersonLeaves, CollaborationChangesActions.Leaves>()
        .AddSingleton<ISearchResults, FoundCollaborationsSource>()
        .AddSingleton<IPutBack, CollaborationChangesActions.Back>()
        .AddSingleton<IPutBack, CollaborationChangesActions.BackAgain>()
        .AddSingleton<IArchiveSection, CollaborationsArchive>()
        .AddSingleton<IArchiveSection, CollaborationPeopleArchive>();

    public override IEnumerable<NavItem> Adds => [new("Collaborations.AddOne", CollaborationsPage.Address + "/new", "collaboration")];

    public override IEnumerable<NavItem> Shortcuts => [new("Collaborations.Title", CollaborationsPage.Address, "collaboration") { Within = Places.InPeople }];

    public override IEnumerable<Tool> Tools => [CollaborationsTools.All];

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        CollaborationsPage.Map(pages);
        CollaborationPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api) => CollaborationsApi.Map(api);

    public override IEnumerable<Command> Commands(Shell shell) => [CollaborationsCli.Command(shell)];
}
