using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary><c>/people/{id}</c>: the letter, the facts, each edited where it is read, and what other rooms hang on it.</summary>
public sealed partial class PersonPage
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get("/people/{id:guid}", async (HttpContext http, Guid id, Store store, CancellationToken stop) =>
        {
            try
            {
                return await Show(http, id, null, stop);
            }
            catch (NotFound) when (!http.Response.HasStarted)
            {
                if (await store.MergedInto(id, stop) is not { } other) throw;
                return Results.Redirect($"/people/{other}"); // links of before lead to who they turned out to be
            }
        });
        pages.Post("/people/{id:guid}/trash", async (Guid id, HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.TrashPerson(id, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, "/people", ("said", "People.SaidTrashed"), ("undo", $"/people/{id}/trash/undo"));
        });
        pages.Post("/people/{id:guid}/trash/undo", async (Guid id, HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.RestorePerson(id, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, $"/people/{id}");
        });
    }

    /// <summary>The page; with a form of it that has to be looked at again, when there is one.</summary>
    public static async Task<IResult> Show(HttpContext http, Guid id, Typed? typed, CancellationToken stop, EditForm? form = null)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var record = await store.LetterOf(id, http.RequestServices, visit.Today, stop);
        var editing = form?.Name ?? http.Request.Query["edit"].ToString();
        var panels = await Hung(http, new(store, record, visit, http.Request.Query, typed) { Form = form }, stop);
        return Answers.Page<PersonPage>(new
        {
            Record = record,
            Facets = PersonFacets.Of(record.Details),
            Panels = panels,
            Now = visit.Clock.GetUtcNow(),
            visit.Today,
            Editing = editing,
            Form = form ?? (PersonEdits.Section(editing) is { } section ? EditForm.Of(section, record.Details with { MetThroughName = record.Through }) : null),
            Typed = typed,
            Said = Said.From(http.Request.Query),
        }, typed is null && form is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IReadOnlyList<Panel>> Hung(HttpContext http, IPersonPanel.Call call, CancellationToken stop)
    {
        var panels = new List<Panel>();
        foreach (var panel in http.RequestServices.GetServices<IPersonPanel>().SeenBy(call.Store).Where(p => p.IsAlwaysAsked || p.LooksFor.Any(call.Record.Kept.Contains)).OrderBy(p => p.Order))
            if (await panel.Load(call, stop) is { } found) panels.Add(new(panel.Order, panel.Component, found));
        return panels;
    }
}
