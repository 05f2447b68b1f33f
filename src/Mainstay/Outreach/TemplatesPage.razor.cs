using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Outreach;

/// <summary><c>/templates</c>: the words messages begin with.</summary>
public sealed partial class TemplatesPage
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (HttpContext http, Store store, CancellationToken stop) => Show(http, store, null, stop));
        pages.Post(Address, (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
            Keep(http, store, "new", form => store.AddTemplate(Read(form) with { Id = form.Once() }, visit.Clock, stop), stop));
        pages.Post(Address + "/{id:guid}", (HttpContext http, Guid id, Store store, CancellationToken stop) =>
            Keep(http, store, id.ToString(), form => store.ChangeTemplate(id, Read(form), stop), stop));
        pages.Post(Address + "/{id:guid}/remove", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, FormCollection.Empty, Address, ("said", "Outreach.SaidTemplateRemoved"), ChangesPage.Undo(await store.RemoveTemplate(id, visit.Clock, stop))));
    }

    private static async Task<IResult> Keep(HttpContext http, Store store, string name, Func<IFormCollection, Task> keep, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            await keep(form);
            return Answers.Done(http, form, Address, ("said", "Outreach.SaidKept"));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await Show(http, store, new(name, form, mistaken.Problems), stop);
        }
    }

    private static NewTemplate Read(IFormCollection form) => new(form["name"].ToString(), form["subject"].ToString(), form["text"].ToString());

    private static async Task<IResult> Show(HttpContext http, Store store, Typed? typed, CancellationToken stop) =>
        Answers.Page<TemplatesPage>(new { Openings = await store.Openings(stop), Said = Said.From(http.Request.Query), Typed = typed }, typed);
}
