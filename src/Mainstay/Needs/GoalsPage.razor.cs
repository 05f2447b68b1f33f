using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Needs;

/// <summary><c>/map/goals</c>: what the owner wants to reach, and what they can give.</summary>
public sealed partial class GoalsPage
{
    internal static void MapAddresses(IEndpointRouteBuilder pages)
    {
        pages.Get("/map/goals", (HttpContext http, Store store, CancellationToken stop) => Show(http, store, null, stop));
        pages.Post("/map/goals", Form("goal", "Needs.SaidGoal", (store, form, visit, stop) => store.AddGoal(new(form["text"].ToString(), form.Day("dueOn")) { Id = form.Once() }, visit.Clock, stop)));
        pages.Post("/map/offers", Form("offer", "Needs.SaidOffer", (store, form, visit, stop) => store.AddOffer(new(form["text"].ToString(), form.Filled("forWhom")) { Id = form.Once() }, visit.Clock, stop)));
        pages.Post("/map/goals/{id:guid}/edit", Edit((store, id, form, stop) => store.ChangeGoal(id, new(form["text"].ToString(), form.Day("dueOn")), stop)));
        pages.Post("/map/offers/{id:guid}/edit", Edit((store, id, form, stop) => store.ChangeOffer(id, new(form["text"].ToString(), form.Filled("forWhom")), stop)));
        pages.Post("/map/goals/{id:guid}/done", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.ReachGoal(id, visit.Today, stop);
            return Answers.Done(http, FormCollection.Empty, "/map/goals", ("said", "Needs.SaidReached"), ("undo", $"/map/goals/{id}/undo"));
        });
        pages.Post("/map/goals/{id:guid}/undo", async (HttpContext http, Guid id, Store store, CancellationToken stop) =>
        {
            await store.ReopenGoal(id, stop);
            return Answers.Done(http, FormCollection.Empty, "/map/goals");
        });
        pages.Post("/map/goals/{id:guid}/remove", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, FormCollection.Empty, "/map/goals", ("said", "Needs.SaidRemovedGoal"), ChangesPage.Undo(await store.RemoveGoal(id, visit.Clock, stop))));
        pages.Post("/map/offers/{id:guid}/remove", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, FormCollection.Empty, "/map/goals", ("said", "Needs.SaidRemovedOffer"), ChangesPage.Undo(await store.RemoveOffer(id, visit.Clock, stop))));
    }

    private static Delegate Form<T>(string name, string said, Func<Store, IFormCollection, Visit, CancellationToken, Task<T>> act) => async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            await act(store, form, visit, stop);
            return Answers.Done(http, form, "/map/goals", ("said", said));
        }
        catch (Mistaken mistaken)
        {
            return await Show(http, store, new Typed(name, form, mistaken.Problems), stop);
        }
    };

    private static Delegate Edit<T>(Func<Store, Guid, IFormCollection, CancellationToken, Task<T>> act) => async (HttpContext http, Guid id, Store store, CancellationToken stop) =>
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            await act(store, id, form, stop);
            return Answers.Done(http, form, "/map/goals", ("said", "Needs.SaidChanged"));
        }
        catch (Mistaken mistaken)
        {
            return await Show(http, store, new Typed("edit", form, mistaken.Problems), stop, id);
        }
    };

    private static async Task<IResult> Show(HttpContext http, Store store, Typed? typed, CancellationToken stop, Guid? editing = null)
    {
        var page = new { Goals = await store.AllGoals(stop), Offers = await store.AllOffers(stop), Editing = editing ?? (Guid.TryParse(http.Request.Query["edit"], out var asked) ? asked : null), Typed = typed, Said = Said.From(http.Request.Query) };
        return Answers.Page<GoalsPage>(page, typed);
    }
}
