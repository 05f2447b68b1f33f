using System.CommandLine;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Introductions;
using Mainstay.Mail;
using Mainstay.People;
using Mainstay.Search;
using Mainstay.Web;

namespace Mainstay.Outreach;

public sealed class OutreachRoom : Room
{
    public override IEnumerable<NavItem> Adds => [new("Outreach.AddOne", "/candidates/new", "candidate")];

    public override IEnumerable<NavItem> Shortcuts => [new("Outreach.Candidates", CandidatesPage.Address, "candidate") { Within = Places.InPeople }, new("Outreach.Templates", TemplatesPage.Address, "mail") { Within = Places.InPeople }];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<SerendipityQueries>()
        .AddSingleton<IPlacesAhead, CommunitiesAheadQueries>()
        .AddSingleton<IPathTargets, CandidateTargetQueries>()
        .AddSingleton<ITodayCard, CandidateCard>()
        .AddSingleton<ITodayCard, SerendipityCard>()
        .AddSingleton<IPersonPanel, OutreachPanel.Hook>()
        .AddSingleton<ISearchResults, FoundCandidatesSource>()
        .AddSingleton<IPutBack, CandidateActions.Back>()
        .AddSingleton<ITodayCard, InVainCard>()
        .AddSingleton<ICalendarSource, CandidatesCalendar>()
        .AddSingleton<IPutBack, CandidateMoveActions.Back>()
        .AddSingleton<ILetterFates, UnreachedActions>()
        .AddSingleton<IPutBack, DraftActions.Back>()
        .AddSingleton<IPutBack, CameBackActions.Back>()
        .AddSingleton<IPutBack, RemovalActions.Back<Template>>()
        .AddSingleton<IArchiveSection, CandidatesArchive>()
        .AddSingleton<IArchiveSection, TemplatesArchive>()
        .AddSingleton<IArchiveSection, DraftsArchive>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        CandidatePage.Map(pages);
        NewCandidatePage.Map(pages);
        DraftPage.Map(pages);
        TemplatesPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api)
    {
        CandidatesApi.Map(api);
        DraftsApi.Map(api);
    }

    public override IEnumerable<Command> Commands(Shell shell) => [CandidatesCli.Command(shell), DraftCli.Command(shell)];
}
