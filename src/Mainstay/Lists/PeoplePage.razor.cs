using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Lists;

/// <summary><c>/people</c>: everybody, or those who are wanted; narrowed, sorted, kept under names, changed together.</summary>
public sealed partial class PeoplePage
{
    private const int OnAPage = 50;

    internal static void Map(IEndpointRouteBuilder pages) => pages.Get("/people", (HttpContext http, CancellationToken stop) =>
        Show(http, PeopleWanted.Read(http.Request.Query.SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)))), null, stop));

    /// <summary>The list; after a form with problems, with what was typed.</summary>
    internal static async Task<IResult> Show(HttpContext http, PeopleWanted wanted, Typed? typed, CancellationToken stop)
    {
        var (services, asked) = (http.RequestServices, http.Request.Query);
        var (store, visit) = (services.GetRequiredService<Store>(), services.GetRequiredService<Visit>());
        var found = await store.List(wanted, new(OnAPage, ListPoint.Of(asked["after"]), ListPoint.Of(asked["before"])), visit.Clock, visit.Today, stop);
        var views = await store.AllViews(stop);
        var view = Guid.TryParse(typed?.Value("view") ?? asked["view"].ToString(), out var id) ? views.Find(v => v.Id == id) : null;
        var shown = new PeopleShown
        {
            Wanted = wanted,
            Found = found,
            People = await store.WithFacts(found.People, services.GetServices<IPersonFacts>(), visit.Today, stop),
            Views = views,
            Today = visit.Today,
            View = view,
            IsChoosing = typed?.Form == "many" || asked.ContainsKey("choose"),
            IsTicked = asked["choose"] == "all",
        };
        return Answers.Page<PeoplePage>(new { Shown = shown, Said = await Done(store, asked, stop) ?? Said.From(asked), Typed = typed }, typed);
    }

    /// <summary>What was done to many, or taken back.</summary>
    private static async Task<Said?> Done(Store store, IQueryCollection asked, CancellationToken stop)
    {
        if (Guid.TryParse(asked["did"], out var did))
        {
            var change = await store.ChangeOf(did, stop);
            var said = change.SaidOfOthers is { } others ? new Reason("Lists.Both", change.Said, others) : change.Said;
            return new(said.InWords(), change is { UndoneAt: null, People: > 0 } ? $"/people/many/{did}/undo" : null, []);
        }
        if (!Guid.TryParse(asked["undone"], out var undone)) return null;
        var taken = await store.ChangeOf(undone, stop);
        var (stayed, back) = (await store.NamesOfStayed(taken, stop), new Reason("Lists.Undone", taken.People - taken.WhoStayed.Count));
        return new((taken.WhoStayed.Count == 0 ? back : new("Lists.Both", back, new Reason("Lists.Stayed", taken.WhoStayed.Count, stayed.Select(p => p.Name)))).InWords(), null, []);
    }
}
