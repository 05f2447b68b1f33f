using System.CommandLine;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Coverage;
using Mainstay.Entrance;
using Mainstay.Hosting;
using Mainstay.Mail;
using Mainstay.Mcp;
using Mainstay.People;
using Mainstay.Web;

namespace Mainstay.Introductions;

public sealed class IntroductionsRoom : Room
{
    public override IEnumerable<NavItem> Adds => [new("Introductions.AskFor", "/introductions/new", "someone")];

    public override IEnumerable<NavItem> Shortcuts => [new("Introductions.Introductions", IntroductionsPage.Address, "someone") { Within = Places.InMap }, new("Introductions.PathsTitle", PathsPage.Address, "someone") { Within = Places.InMap }, new("Introductions.WhoKnowsWhom", AcquaintancesPage.Address, "someone") { Within = Places.InMap }];

    public override IEnumerable<Tool> Tools => [PathsTools.Paths, IntroductionTools.Draft];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<AcquaintanceQueries>()
        .AddSingleton<PathQueries>()
        .AddSingleton<ILinkPurpose, ConnectorPage.Hook>()
        .AddSingleton<ILinkPurpose>(new ConsentPage.Hook(LinkTo.First, Side.First))
        .AddSingleton<ILinkPurpose>(new ConsentPage.Hook(LinkTo.Second, Side.Second))
        .AddSingleton<ICalendarSource, IntroductionsCalendar>()
        .AddSingleton<ITodayCard, IntroductionCard>()
        .AddSingleton<ITodayCard, LetterInVainCard>()
        .AddSingleton<ILetterSubjects, IntroductionLettersQueries>()
        .AddSingleton<ILetterFates, IntroductionFatesActions>()
        .AddSingleton<ISpeaksFor, TieReasonsQueries>()
        .AddSingleton<IPersonPanel, AcquaintancePanel.Hook>()
        .AddSingleton<IPutBack, AcquaintanceActions.Back>()
        .AddSingleton<IPutBack, IntroductionRemovalActions.Back>()
        .AddSingleton<IArchiveSection, AcquaintancesArchive>()
        .AddSingleton<IArchiveSection, IntroductionsArchive>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        AcquaintancesPage.Map(pages);
        PathsPage.Map(pages);
        IntroductionPage.Map(pages);
        NewIntroductionPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api)
    {
        AcquaintancesApi.Map(api);
        IntroductionsApi.Map(api);
    }

    public override IEnumerable<Command> Commands(Shell shell) => [KnowsCli.Command(shell), PathsCli.Command(shell), IntroduceCli.Command(shell)];
}
