using System.CommandLine;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.People;
using Mainstay.Search;
using Mainstay.Web;

namespace Mainstay.Organizations;

public sealed class OrganizationsRoom : Room
{
    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IPersonFacts, OrganizationFactsQueries>()
        .AddSingleton<ISearchSource, OrganizationsSearchSource>()
        .AddSingleton<ISearchResults, FoundOrganizationsSource>()
        .AddSingleton<IPersonParts, AffiliationPartsQueries>()
        .AddSingleton<IPersonPanel, AffiliationPanel>()
        .AddSingleton<IPutBack, AffiliationActions.Back>()
        .AddSingleton<IPutBack, OrganizationActions.Back>()
        .AddSingleton<IPutBack, OrganizationsMerge.Back>()
        .AddSingleton<IPersonOptions, AffiliationCli>()
        .AddSingleton<IArchiveSection, OrganizationsArchive>()
        .AddSingleton<IArchiveSection, AffiliationsArchive>()
        .AddSingleton<IExportFormat, CardsArchive>()
        .AddSingleton<IExportFormat, RowsArchive>();

    public override IEnumerable<NavItem> Adds => [new("Organizations.AddOne", "/organizations/new", "organization")];

    public override IEnumerable<NavItem> Shortcuts => [new("Organizations.Heading", "/organizations", "organization") { Within = Places.InPeople }];

    public override void MapApi(ApiRoutes api)
    {
        OrganizationsApi.Map(api);
        AffiliationsApi.Map(api);
    }

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        AffiliationPanel.Map(pages);
        OrganizationsPage.Map(pages);
        OrganizationPage.Map(pages);
    }

    public override IEnumerable<Command> Commands(Shell shell) => [OrganizationsCli.All(shell), OrganizationsCli.One(shell)];

    public override void ExtendCommands(RootCommand root) => AffiliationCli.ExtendCommands(root);
}
