using System.CommandLine;
using Mainstay.Api;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Web;

namespace Mainstay.Matching;

public sealed class MatchingRoom : Room
{
    public override IEnumerable<NavItem> Shortcuts => [new("Matching.Title", MatchPage.Address, "people") { Within = Places.InPeople }];

    public override void MapPages(IEndpointRouteBuilder pages) => MatchPage.Map(pages);

    public override void MapApi(ApiRoutes api) => MatchingApi.Map(api);

    public override IEnumerable<Command> Commands(Shell shell) => [MatchCli.Command(shell)];
}
