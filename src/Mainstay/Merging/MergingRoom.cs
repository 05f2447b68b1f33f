using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.People;
using Mainstay.Web;

namespace Mainstay.Merging;

/// <summary>People who are in the network twice: found, looked at side by side, brought together, and taken apart again.</summary>
[OwnersOnly]
public sealed class MergingRoom : Room
{
    public override IEnumerable<NavItem> Shortcuts => [new("Merging.Title", DuplicatesPage.Address, "people") { Within = Places.InPeople }];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IPutBack, MergeActions.Back>()
        .AddSingleton<IArchiveSection, KnownApartArchive>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        DuplicatesPage.Map(pages);
        MergePage.Map(pages);
    }

    public override void MapApi(ApiRoutes api) => MergingApi.Map(api);

    public override void ExtendCommands(RootCommand root, Shell shell) => MergingCli.ExtendCommands(root, shell);
}
