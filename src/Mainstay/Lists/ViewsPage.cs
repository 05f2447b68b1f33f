using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Lists;

/// <summary>Where the list's forms keep it under a name.</summary>
internal static class ViewsPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.Post("/people/views", (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
            Kept(http, "view", form => store.SaveView(form["name"].ToString(), PeopleWanted.OfText(form["wanted"].ToString()), visit.Clock, stop, form.Once()), stop));
        pages.Post("/people/views/{id:guid}", (HttpContext http, Guid id, Store store, CancellationToken stop) =>
            Kept(http, "view", form => store.ChangeView(id, PeopleWanted.OfText(form["wanted"].ToString()), stop), stop));
        pages.Post("/people/views/{id:guid}/name", (HttpContext http, Guid id, Store store, CancellationToken stop) =>
            Kept(http, "rename", form => store.RenameView(id, form["name"].ToString(), stop), stop));
        pages.Post("/people/views/{id:guid}/delete", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.DeleteView(id, visit.Clock, stop);
            return Answers.Done(http, await http.Request.ReadFormAsync(stop), "/people", ("said", "Lists.SaidViewDeleted"), ("undo", $"/people/views/{id}/undo"));
        });
        pages.Post("/people/views/{id:guid}/undo", (HttpContext http, Guid id, Store store, CancellationToken stop) => Kept(http, "view", _ => store.RestoreView(id, stop), stop));
    }

    /// <summary>Leads to the view as it is now; with a problem the list comes again, and what was typed.</summary>
    private static async Task<IResult> Kept(HttpContext http, string name, Func<IFormCollection, Task<SavedView>> act, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var view = await act(form);
            http.Response.Headers.Location = PeopleShown.With(PeopleShown.At(view.People, view), "said", "Lists.SaidViewKept");
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }
        catch (Mistaken mistaken)
        {
            return await PeoplePage.Show(http, PeopleWanted.OfText(form["wanted"].ToString()), new Typed(name, form, mistaken.Problems), stop);
        }
    }
}
