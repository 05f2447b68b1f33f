using Mainstay.Accounts;
using Mainstay.Web;
using static Mainstay.Circles.CircleDoorPage;

namespace Mainstay.Circles;

/// <summary><c>/circles/{circle}/log</c>: who did what to whom, for whoever owns the circle.</summary>
public sealed partial class LogPage
{
    internal const string Path = "/log";

    private const int Most = 100;

    internal static void Map(IEndpointRouteBuilder pages) => Get(pages, Path, async call =>
    {
        var before = Guid.TryParse(call.Asked("before"), out var id) ? id : (Guid?)null;
        var lines = await call.Store.AuditLog(before, Most + 1, call.Stop);
        return Answers.Page<LogPage>(new { call.Place, call.Visit.Owner.Zone, Lines = lines.Take(Most).ToList(), IsLater = before is not null, Last = lines.Count > Most ? lines[Most - 1].Entry.Id : (Guid?)null });
    }).WithMetadata(new OwnersOnlyAttribute());
}
