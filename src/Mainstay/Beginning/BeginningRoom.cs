using Mainstay.Accounts;
using Mainstay.Hosting;
using Mainstay.Web;

namespace Mainstay.Beginning;

/// <summary>The first minutes: who you are, who is there, and the five you would not want to lose.</summary>
[OwnersOnly]
public sealed class BeginningRoom : Room
{
    public override IEnumerable<NavItem> Shortcuts => [new("Beginning.Title", "/welcome", "setup") { Within = Places.InToday }];

    public override void MapPages(IEndpointRouteBuilder pages)
    {
        WelcomePage.Map(pages);
        FivePage.Map(pages);
    }
}
