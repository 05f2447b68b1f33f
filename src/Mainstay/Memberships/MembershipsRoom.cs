using System.CommandLine;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Coverage;
using Mainstay.Hosting;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Search;
using Mainstay.Web;

namespace Mainstay.Memberships;

public sealed class MembershipsRoom : Room
{
    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<BroughtQueries>()
        .AddSingleton<ITodayCard, MembershipCard>()
        .AddSingleton<ICalendarSource, MembershipsCalendar>()
        .AddSingleton<IOrganizationPanel, MembershipPanel.Hook>()
        .AddSingleton<IOrganizationRows, MembershipsMerge>()
        .AddSingleton<INeedPanel, NeedMembershipsPanel.Hook>()
        .AddSingleton<ISearchResults, FoundMembershipsSource>()
        .AddSingleton<IPutBack, MembershipChangesActions.Back>()
        .AddSingleton<IPutBack, MembershipChangesActions.BackAgain>()
        .AddSingleton<IArchiveSection, MembershipsArchive>()
        .AddSingleton<IArchiveSection, MembershipNeedsArchive>();

    public override IEnumerable<NavItem> Adds => [new("Memberships.AddOne", MembershipsPage.Address + "/new", "membership")];

    public override IEnumerable<NavItem> Shortcuts => [new("Memberships.Title", MembershipsPage.Address, "membership") { Within = Places.InPeople }];

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        MembershipsPage.Map(pages);
        MembershipPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api) => MembershipsApi.Map(api);

    public override void ExtendCommands(RootCommand root, Shell shell) => MembershipsCli.ExtendCommands(root, shell);
}
