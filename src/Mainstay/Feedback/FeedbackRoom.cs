using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Entrance;
using Mainstay.Hosting;
using Mainstay.People;
using Mainstay.Search;
using Mainstay.Web;

namespace Mainstay.Feedback;

[OwnersOnly]
public sealed class FeedbackRoom : Room
{
    public override IEnumerable<NavItem> Shortcuts => [new("Feedback.Title", FeedbackPage.Address, "feedback") { Within = Places.InGrowth, Purpose = "Feedback.Purpose" }];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<ILinkPurpose, FeedbackAnswerPage.Hook>()
        .AddSingleton<ICalendarSource, FeedbackCalendar>()
        .AddSingleton<ITodayCard, FeedbackCard>()
        .AddSingleton<IPersonPanel, FeedbackPanel.Hook>()
        .AddSingleton<IPersonLeaves, FeedbackTables.RepliesLeave>()
        .AddSingleton<ISearchResults, FoundFeedbackSource>()
        .AddSingleton<IPutBack, FeedbackRemovalActions.Back>()
        .AddSingleton<IPutBack, FeedbackRemovalActions.RhythmBack>()
        .AddSingleton<IArchiveSection, FeedbackArchive>()
        .AddSingleton<IArchiveSection, FeedbackInvitesArchive>()
        .AddSingleton<IArchiveSection, FeedbackRepliesArchive>()
        .AddSingleton<IArchiveSection, FeedbackPlanArchive>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        FeedbackPage.Map(pages);
        FeedbackRequestPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api) => FeedbackApi.Map(api);

    public override IEnumerable<Command> Commands(Shell shell) => [FeedbackCli.Command(shell)];
}
