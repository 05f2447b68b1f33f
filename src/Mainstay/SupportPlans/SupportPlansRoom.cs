using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Challenges;
using Mainstay.Cli;
using Mainstay.Entrance;
using Mainstay.Hosting;
using Mainstay.People;

namespace Mainstay.SupportPlans;

/// <summary>Support plans of hard times. Like those they hang on no search, no card of Today, no calendar, no letter and no assistant: only their own pages, the owner's programs and archive, and the links of those who are invited show them. What a helper puts into a calendar of their own is theirs, and stays there when the plan is over.</summary>
[OwnersOnly]
public sealed class SupportPlansRoom : Room
{
    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IChallengePanel, SupportPlanPanel.Hook>()
        .AddSingleton<IChallengeEnd, SupportPlanActions.End>()
        .AddSingleton<IPersonLeaves, SupportPlansTables.HelpersLeave>()
        .AddSingleton<ILinkPurpose, SupportLinkPage.Hook>()
        .AddSingleton<IArchiveSection, SupportPlansArchive>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        SupportPlanPage.Map(pages);
        SupportHelperPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api) => SupportPlansApi.Map(api);

    public override void ExtendCommands(RootCommand root, Shell shell) => SupportPlanCli.ExtendCommands(root, shell);
}
