using System.CommandLine;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Coverage;
using Mainstay.Gatherings;
using Mainstay.Hosting;
using Mainstay.Mcp;
using Mainstay.Memberships;
using Mainstay.People;
using Mainstay.Search;
using Mainstay.Web;

namespace Mainstay.Learnings;

public sealed class LearningsRoom : Room
{
    /// <summary>Of the rooms that share the place, this is the one everybody finds who was let in.</summary>
    public override NavItem Nav => Places.Growth;

    public override IEnumerable<NavItem> Adds => [new("Learnings.AddOne", LearningsPage.Address + "/new", "learning")];

    public override IEnumerable<NavItem> Shortcuts => [new("Learnings.Title", LearningsPage.Address, "learning") { Within = Places.InGrowth, Purpose = "Learnings.Purpose" }];

    public override IEnumerable<Tool> Tools => [LearningTools.Learnings, LearningTools.Note];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<ITodayCard, LearningCard>()
        .AddSingleton<IPersonPanel, LearningsPanel.Hook>()
        .AddSingleton<INeedPanel, NeedLearningsPanel.Hook>()
        .AddSingleton<IBringsMore, BroughtLearningsSource>()
        .AddSingleton<IGatheringPanel, GatheringLearningsPanel.Hook>()
        .AddSingleton<IPersonLeaves, LearningsTables.LearningsLeave>()
        .AddSingleton<ISearchResults, FoundLearningsSource>()
        .AddSingleton<IPutBack, LearningActions.Back>()
        .AddSingleton<IPutBack, LearningActions.BackAgain>()
        .AddSingleton<IArchiveSection, LearningsArchive>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        LearningsPage.Map(pages);
        LearningPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api) => LearningsApi.Map(api);

    public override IEnumerable<Command> Commands(Shell shell) => LearningsCli.Commands(shell);
}
