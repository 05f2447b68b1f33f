using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary><c>/paths?to=&amp;person=&amp;need=</c>: who could lead to somebody, and why.</summary>
public sealed partial class PathsPage
{
    internal static void Map(IEndpointRouteBuilder pages) => pages.Get(Address, async (HttpContext http, Store store, Visit visit, PathQueries paths, CancellationToken stop) =>
    {
        var asked = http.Request.Query;
        var to = Texts.Filled(asked["to"].ToString());
        var (need, person) = (Id(asked, "need", "Needs.NeedNotThere"), Id(asked, "person", "People.NotThere"));
        if (to is null && need is null && person is null) return Answers.Page<PathsPage>(new { });
        if (to is not null && await paths.Several(store, to, stop) is { Count: > 0 } which) return Answers.Page<PathsPage>(new { To = to, Which = which });
        var target = need is { } n ? await store.ForNeed(await store.NeedOf(n, stop), stop) : person is { } p ? PathTargetQueries.ToPerson(await store.PersonOf(p, stop)) : await paths.Target(store, to, stop);
        return Answers.Page<PathsPage>(new { Answer = await paths.To(store, target, visit.Today, stop), To = to });
    });

    private static Guid? Id(IQueryCollection asked, string name, string nobody) => asked[name].ToString() is not { Length: > 0 } text ? null : Guid.TryParse(text, out var id) ? id : throw new NotFound(nobody);
}
