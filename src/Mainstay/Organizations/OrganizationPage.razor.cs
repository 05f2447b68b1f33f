using Mainstay.Accounts;
using System.Globalization;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Organizations;

/// <summary><c>/organizations/{id}</c>: who is there and was, edited in place, merged, removed.</summary>
public sealed partial class OrganizationPage
{
    private const int MostFound = 8;

    internal static void Map(IEndpointRouteBuilder pages)
    {
        var page = pages.MapGroup("/organizations/{id:guid}");
        page.Get("", (HttpContext http, Guid id, CancellationToken stop) => Show(http, id, new(), stop));
        page.Post("/edit", Edit);
        page.Post("/people", Join);
        page.Post("/merge", Merge);
        page.Post("/remove", async (HttpContext http, Guid id, Store store, Visit visit, IEnumerable<IOrganizationRows> rooms, CancellationToken stop) =>
            Answers.Done(http, FormCollection.Empty, "/organizations", ("said", "Organizations.SaidRemoved"), ChangesPage.Undo(await store.RemoveOrganization(id, rooms, visit.Clock, stop))));
    }

    /// <summary>What has to be looked at again.</summary>
    private sealed record Again(EditForm? Form = null, Typed? Typed = null, WhoMeant? Meant = null, IReadOnlyList<ListedOrganization>? Found = null);

    private static async Task<IResult> Show(HttpContext http, Guid id, Again again, CancellationToken stop)
    {
        var (store, query) = (http.RequestServices.GetRequiredService<Store>(), http.Request.Query);
        var visit = http.RequestServices.GetRequiredService<Visit>();
        var organization = await store.OrganizationOf(id, stop);
        var from = int.TryParse(query["from"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var editing = again.Typed?.Form ?? query["edit"].ToString();
        return Answers.Page<OrganizationPage>(new
        {
            Organization = organization,
            There = await store.PeopleOfOrganization(id, from, OnAPage, stop),
            From = from,
            Editing = editing,
            Form = again.Form ?? (editing == OrganizationFields.Section.Name ? EditForm.Of(OrganizationFields.Section, OrganizationActions.Details(organization)) : null),
            again.Typed,
            again.Meant,
            Found = again.Found ?? [],
            Panels = await Hung(http, new(store, organization, visit, query), stop),
            Said = Said.From(query),
        }, again == new Again() ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IReadOnlyList<PersonPage.Panel>> Hung(HttpContext http, IOrganizationPanel.Call call, CancellationToken stop)
    {
        var panels = new List<PersonPage.Panel>();
        foreach (var panel in http.RequestServices.GetServices<IOrganizationPanel>().SeenBy(call.Store).OrderBy(p => p.Order))
            if (await panel.Load(call, stop) is { } found) panels.Add(new(panel.Order, panel.Component, found));
        return panels;
    }

    private static async Task<IResult> Edit(HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        return await EditPage.Send(http, form, OrganizationFields.Section, OrganizationActions.Details(await store.OrganizationOf(id, stop)), new()
        {
            Nothing = new(""),
            Write = edit => store.EditOrganization(id, edit, visit.Clock, stop),
            Show = again => Show(http, id, new(again), stop),
            Back = $"/organizations/{id}",
        });
    }

    private static async Task<IResult> Join(HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var meant = await store.Meant(form.Filled("person") ?? form.Filled("who")?.Replace(',', ' '), stop) is [var one, ..] ? one : null;
        if (meant is { IsSure: true, People: [var person] })
        {
            var undo = await store.Join(id, person.Id, form.Filled("title"), visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, $"/organizations/{id}", ("said", "Organizations.SaidJoined"), ChangesPage.Undo(undo));
        }
        await store.OrganizationOf(id, stop);
        var problems = new Problems().When(meant is null, "who", "Organizations.WhoMissing").When(meant is not null, "who", meant?.People.Count == 0 ? "People.NobodyCalled" : "Organizations.WhoIsUnclear", meant?.Typed);
        return await Show(http, id, new(null, new Typed("join", form, problems), meant), stop);
    }

    private static async Task<IResult> Merge(HttpContext http, Guid id, Store store, Visit visit, IEnumerable<IOrganizationRows> rooms, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var other = Guid.TryParse(form["id"], out var chosen) ? chosen : (await store.FindOrganization(form.Filled("other") ?? throw new Mistaken(new Problems().When(true, "other", "Organizations.NameMissing")), stop)).Id;
            var undo = await store.MergeOrganizations(id, other, rooms, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, $"/organizations/{id}", ("said", "Organizations.SaidMerged"), ChangesPage.Undo(undo));
        }
        catch (Refusal refusal) when (refusal is Mistaken or NotFound or Conflict)
        {
            await store.OrganizationOf(id, stop);
            var problems = (refusal as Mistaken)?.Problems ?? new Problems { { "other", refusal.Reason.Key, refusal.Reason.Inputs } };
            var found = (await store.OrganizationsNamed(form["other"].ToString(), 0, MostFound, stop)).Organizations.Where(o => o.Id != id).ToList();
            return await Show(http, id, new(null, new Typed("merge", form, problems), null, found), stop);
        }
    }
}
