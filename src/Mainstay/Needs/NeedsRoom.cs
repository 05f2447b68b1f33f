using System.CommandLine;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.People;

namespace Mainstay.Needs;

public sealed class NeedsRoom : Room
{
    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<ISupportHints, SupportHintsQueries>()
        .AddSingleton<SupportersQueries>()
        .AddSingleton<IPutBack, GoalActions.Back>()
        .AddSingleton<IPutBack, NeedsActions.Back>()
        .AddSingleton<IPutBack, SupporterActions.Back>()
        .AddSingleton<IPutBack, RemovalActions.Back<Offer>>()
        .AddSingleton<IArchiveSection, GoalsArchive>()
        .AddSingleton<IArchiveSection, NeedsArchive>()
        .AddSingleton<IArchiveSection, OffersArchive>()
        .AddSingleton<IArchiveSection, SupportersArchive>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        NewNeedPage.MapAddresses(pages);
        GoalsPage.MapAddresses(pages);
        InterviewPage.MapAddresses(pages);
    }

    public override void MapApi(ApiRoutes api)
    {
        NeedsApi.Map(api);
        GoalsApi.Map(api);
    }

    public override IEnumerable<Command> Commands(Shell shell) => [NeedsCli.Command(shell), GoalsCli.Goals(shell), GoalsCli.Offers(shell)];
}
