using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Challenges;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Jobs;
using Mainstay.Learnings;
using Mainstay.Mcp;
using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Circles;

public sealed class CirclesRoom : Room
{
    public override NavItem? Nav => new("Circles.Title", CirclesPage.Address, "circle");

    public override IEnumerable<NavItem> Shortcuts => [new("Circles.AllLessons", CircleLessonsPage.Address, "learning") { Within = Places.InCircles }];

    public override IEnumerable<Tool> Tools => [CircleTools.Circles];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<ITodayCard, CircleCard>()
        .AddSingleton<IChallengePanel, CircleLessonsPanel.Hook>()
        .AddSingleton<ILearningPanel, ShareLearningPanel.Hook>()
        .AddSingleton<IJob, HardTimesJob>()
        .AddScoped<IFollowRows, MembersFollowActions>()
        .AddSingleton<IAccountLeaves, CirclesHandOnActions>()
        .AddSingleton<IAccountFileSection, CirclesFileSource>()
        .AddSingleton(new CircleTab("", "Circles.TabPosts", 0))
        .AddSingleton(new CircleTab(LessonsPage.Path, "Circles.TabLessons", 10))
        .AddSingleton(new CircleTab(MembersPage.Path, "Circles.TabMembers", 20))
        .AddSingleton(new CircleTab(CircleIntroductionsPage.Path, "Circles.TabIntroductions", 25))
        .AddSingleton(new CircleTab(CharterPage.Path, "Circles.TabCharter", 80))
        .AddSingleton(new CircleTab(ReportsPage.Path, "Circles.TabReports", 90, IsForHosts: true));

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        CirclesPage.Map(pages);
        CircleLessonsPage.Map(pages);
        WelcomePage.Map(pages);
        CirclePage.Map(pages);
        PostPage.Map(pages);
        LessonsPage.Map(pages);
        MembersPage.Map(pages);
        MemberPage.Map(pages);
        ProfilePage.Map(pages);
        CircleIntroductionsPage.Map(pages);
        CharterPage.Map(pages);
        CircleInvitationsPage.Map(pages);
        ReportPage.Map(pages);
        ReportsPage.Map(pages);
        LogPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api)
    {
        CirclesApi.Map(api);
        PostsApi.Map(api);
        CircleIntroductionsApi.Map(api);
    }

    public override IEnumerable<Command> Commands(Shell shell) => [CircleCli.Command(shell)];
}
