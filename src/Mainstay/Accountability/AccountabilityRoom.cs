using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Entrance;
using Mainstay.Hosting;
using Mainstay.Mcp;
using Mainstay.People;
using Mainstay.Search;
using Mainstay.Web;

namespace Mainstay.Accountability;

[OwnersOnly]
public sealed class AccountabilityRoom : Room
{
    public override IEnumerable<NavItem> Adds => [new("Accountability.AddOne", CommitmentsPage.Address + "/new", "commitment")];

    public override IEnumerable<NavItem> Shortcuts => [new("Accountability.Title", CommitmentsPage.Address, "commitment") { Within = Places.InGrowth, Purpose = "Accountability.Purpose" }];

    public override IEnumerable<Tool> Tools => [CommitmentTools.Commitments, CommitmentTools.CheckIn];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<ITodayCard, CommitmentCard>()
        .AddSingleton<IPersonPanel, WitnessedPanel.Hook>()
        .AddSingleton<IPersonLeaves, AccountabilityTables.WitnessesLeave>()
        .AddSingleton<ILinkPurpose, WitnessPage.Hook>()
        .AddSingleton<ILinkPurpose, CheckInPage.Hook>()
        .AddSingleton<ICalendarSource, CommitmentsCalendar>()
        .AddSingleton<ISearchResults, FoundCommitmentsSource>()
        .AddSingleton<IPutBack, CommitmentRemovalActions.Back>()
        .AddSingleton<IPutBack, CommitmentActions.BackAgain>()
        .AddSingleton<IArchiveSection, AccountabilityArchive>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        CommitmentsPage.Map(pages);
        CommitmentPage.Map(pages);
        CommitmentWitnessPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api) => CommitmentsApi.Map(api);

    public override IEnumerable<Command> Commands(Shell shell) => CommitmentsCli.Commands(shell);
}
