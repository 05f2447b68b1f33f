using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Exchange;
using Mainstay.Hosting;
using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Challenges;

/// <summary>Hard times. It hangs on no search, no calendar, no letter and no assistant: only its own pages, the owner's programs and their archive show it.</summary>
[OwnersOnly]
public sealed class ChallengesRoom : Room
{
    public override IEnumerable<NavItem> Shortcuts => [new("Challenges.Title", ChallengesPage.Address, "challenge") { Within = Places.InGrowth, Purpose = "Challenges.Purpose" }];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<CrisisLinesSource>()
        .AddSingleton<ProposalQueries>()
        .AddSingleton<IAskPlace, ChallengeQueries.Asked>()
        .AddSingleton<IArchiveSection, ChallengesArchive>()
        .AddSingleton<IArchiveSection, ChallengeAsksArchive>()
        .AddSingleton<IArchiveSection, ThanksDueArchive>()
        .AddSingleton<IArchiveSection, CrisisCountryArchive>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        ChallengesPage.Map(pages);
        ChallengePage.Map(pages);
        ChallengeHelpPage.Map(pages);
        AskForHelpPage.Map(pages);
        ThanksPage.Map(pages);
        HelpNowPage.Map(pages);
    }

    public override Task EachDay(IServiceProvider services, DateOnly today, CancellationToken stop) => services.GetRequiredService<Store>().TendHardTimes(today, stop);

    public override void MapApi(ApiRoutes api) => ChallengesApi.Map(api);

    public override IEnumerable<Command> Commands(Shell shell) => [ChallengeCli.Command(shell)];
}
