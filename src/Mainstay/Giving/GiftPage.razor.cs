using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Giving;

/// <summary><c>/giving/{id}</c>: something given back, for whom, and what became of it.</summary>
public sealed partial class GiftPage
{
    private const string Here = GivingPage.Address + "/{id:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Here, (HttpContext http, Guid id, CancellationToken stop) => Show(http, id, null, stop));
        Turn(pages, "/edit", "gift", "Giving.SaidKept", async (store, visit, id, form, stop) =>
        {
            var was = await store.GiftOf(id, stop);
            return await store.ChangeGift(id, await GivingPage.Read(store, form, was.It.PersonId, was.Name, stop), visit.Today, visit.Clock, stop);
        });
        Turn(pages, "/became", "became", "Giving.SaidKept", (store, visit, id, form, stop) => store.SayGiftBecame(id, form["became"], visit.Clock, stop));
        Turn(pages, "/end", "end", "Giving.SaidEnded", (store, visit, id, _, stop) => store.EndGift(id, null, visit.Today, visit.Clock, stop));
        pages.Post(Here + "/remove", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, FormCollection.Empty, GivingPage.Address, ("said", "Giving.SaidRemoved"), ChangesPage.Undo(await store.RemoveGift(id, visit.Clock, stop))));
    }

    private static void Turn(IEndpointRouteBuilder pages, string step, string name, string said, Func<Store, Visit, Guid, IFormCollection, CancellationToken, Task<Guid>> act) =>
        pages.Post(Here + step, async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                return Answers.Done(http, form, GiftWords.Href(id), ("said", said), ChangesPage.Undo(await act(store, visit, id, form, stop)));
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Show(http, id, new(name, form, mistaken.Problems), stop);
            }
        });

    private static async Task<IResult> Show(HttpContext http, Guid id, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        return Answers.Page<GiftPage>(new { Line = await store.GiftOf(id, stop), visit.Today, Typed = typed, Said = Said.From(http.Request.Query) }, typed);
    }
}
