using System.CommandLine;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Search;
using Mainstay.Web;

namespace Mainstay.Giving;

/// <summary>Giving back: whom I mentor, where I volunteer, talks, what I share; and, from their rooms, favours given and introductions made.</summary>
public sealed class GivingRoom : Room
{
    public override IEnumerable<NavItem> Shortcuts => [new("Giving.Title", GivingPage.Address, "giving") { Within = Places.InGrowth, Purpose = "Giving.Purpose" }];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IPersonPanel, GivenPanel.Hook>()
        .AddSingleton<IPersonLeaves, GivingTables.GiftsLeave>()
        .AddSingleton<IOrganizationRows, GivingTables.GiftsMerge>()
        .AddSingleton<ISearchResults, FoundGiftsSource>()
        .AddSingleton<IPutBack, GiftActions.Back>()
        .AddSingleton<IPutBack, GiftActions.BackAgain>()
        .AddSingleton<IArchiveSection, GivingArchive>();

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        GivingPage.Map(pages);
        GiftPage.Map(pages);
    }

    public override void MapApi(ApiRoutes api) => GivingApi.Map(api);

    public override IEnumerable<Command> Commands(Shell shell) => [GivingCli.Command(shell)];
}
