using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Circles;

/// <summary><c>/circles/lessons?q=</c>: what was left in any of one's circles about something.</summary>
public sealed partial class CircleLessonsPage
{
    public const string Address = CirclesPage.Address + "/lessons";

    internal static void Map(IEndpointRouteBuilder pages) => pages.Get(Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
    {
        var about = Texts.Filled(http.Request.Query["q"]);
        return Answers.Page<CircleLessonsPage>(new { About = about, Found = about is null ? [] : await store.LessonsInCircles(visit.Guest!.AccountId, about, CircleLessonsQueries.Most, stop) });
    }).WithMetadata(new OfAccountAttribute());
}
