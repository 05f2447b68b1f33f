using System.CommandLine;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.People;
using Mainstay.Web;

namespace Mainstay.Reviews;

/// <summary>The quarterly review. It stands behind the board, because it looks at all that comes before.</summary>
public sealed class ReviewsRoom : Room
{
    public override IEnumerable<NavItem> Shortcuts => [new("Reviews.Title", ReviewPage.Address, "review") { Within = Places.InMap }];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<ReviewQueries>()
        .AddSingleton<IPutBack, ReviewActions.Back>()
        .AddSingleton<ITodayCard, ReviewCard>()
        .AddSingleton<IArchiveSection, ReviewArchive>();

    public override void MapPages(IEndpointRouteBuilder pages) => ReviewPage.Map(pages);

    public override void MapApi(ApiRoutes api) => ReviewApi.Map(api);

    public override IEnumerable<Command> Commands(Shell shell) => [ReviewCli.Command(shell)];
}
