using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Insights;

/// <summary><c>/year</c>: a year in the life of the owner's support system, to read and to print.</summary>
public sealed partial class YearPage
{
    internal const string Address = "/year";

    internal static void Map(IEndpointRouteBuilder pages) => pages.Get(Address, async (HttpContext http, Store store, Visit visit, YearQueries years, CancellationToken stop) =>
        Answers.Page<YearPage>(new { It = await years.Year(store, Year.Read(http.Request.Query["year"], visit.Today) ?? visit.Today.Year, visit.Owner, visit.Today, stop), visit.Today }));
}
