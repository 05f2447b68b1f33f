using Mainstay.Accounts;
using Mainstay.Web;
using static Mainstay.Circles.CircleDoorPage;

namespace Mainstay.Circles;

/// <summary><c>/circles/{circle}/reports</c>: what waits for the hosts.</summary>
public sealed partial class ReportsPage
{
    internal const string Path = "/reports";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        Get(pages, Path, async call => Answers.Page<ReportsPage>(new { call.Place, call.Today, call.Visit.Owner.Zone, Lines = await call.Store.ReportsHere(call.Seat, call.Stop), call.Said })).WithMetadata(new HostsOnlyAttribute());
        Post(pages, Path + "/{id:guid}", async call =>
        {
            await call.Store.HandleReport(call.Me, call.Id(), Enum.TryParse<ReportState>(call.Form["outcome"], out var outcome) ? outcome : ReportState.Open, call.Clock, call.Stop);
            return call.Done(Path, "Circles.SaidHandled");
        }).WithMetadata(new HostsOnlyAttribute());
    }
}
