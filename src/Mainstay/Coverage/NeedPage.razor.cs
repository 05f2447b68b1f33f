using Mainstay.Accounts;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Coverage;

/// <summary><c>/map/needs/{id}</c>: one need, who helps with it, who could, and what was agreed.</summary>
public sealed partial class NeedPage
{
    internal static void MapAddresses(IEndpointRouteBuilder pages)
    {
        var need = pages.MapGroup("/map/needs/{id:guid}");
        need.Get("", (HttpContext http, Guid id, CancellationToken stop) => Show(http, id, null, null, stop));
        need.Post("/edit", Form("need", "Coverage.SaidChanged", (store, id, form, _, stop) => store.ChangeNeed(id, NewNeedPage.Read(form), stop)));
        need.Post("/close", Form("need", "Coverage.SaidClosed", (store, id, _, visit, stop) => store.CloseNeed(id, visit.Today, stop), "reopen/undo"));
        need.Post("/reopen", Form("need", "Coverage.SaidReopened", (store, id, _, _, stop) => store.ReopenNeed(id, stop)));
        need.Post("/reopen/undo", Form("need", "Coverage.SaidReopened", (store, id, _, _, stop) => store.ReopenNeed(id, stop)));
        need.Post("/remove", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, FormCollection.Empty, "/map", ("said", "Needs.SaidRemovedNeed"), ChangesPage.Undo(await store.RemoveNeed(id, visit.Clock, stop))));
        need.Post("/supporters", AddSupporter);
        need.Post("/supporters/{person:guid}", Person("Coverage.SaidSupport", (store, id, person, form, visit, stop) => store.SaySupport(id, person, AbilityOf(form), visit.Today, stop)));
        need.Post("/supporters/{person:guid}/unsay", async (HttpContext http, Guid id, Guid person, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, FormCollection.Empty, $"/map/needs/{id}", await store.UnsaySupport(id, person, visit.Clock, stop) is { } change ? [("said", "Coverage.SaidUnsaid"), ChangesPage.Undo(change)] : [("said", "Coverage.SaidUnsaid")]));
        need.Post("/supporters/{person:guid}/agree", Person("Coverage.SaidAgreed", async (store, id, person, form, visit, stop) =>
            form.Filled("ended") is not null ? await store.EndAgreement(id, person, stop) : await store.Agree(id, person, new(form.Day("until"), form.Filled("scope")), visit.Today, stop)));
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, Typed? typed, WhoMeant? meant, CancellationToken stop)
    {
        var (store, maps, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<MapQueries>(), http.RequestServices.GetRequiredService<Visit>());
        var need = await store.NeedOf(id, stop);
        var map = need.ClosedOn is null ? await maps.Map(store, visit.Today, stop) : null;
        var goals = await store.GoalsToReach(stop);
        return Answers.Page<NeedPage>(new
        {
            Cover = map?.Needs.FirstOrDefault(c => c.Need.Id == id) ?? new NeedCover(need, []),
            Candidates = map?.Candidates.GetValueOrDefault(id, []) ?? [],
            Goals = goals,
            Goal = need.GoalId is { } goal ? (await store.GoalOf(goal, stop)).Goal.Text : null,
            Panels = await http.RequestServices.GetServices<INeedPanel>().SeenBy(store).Hung(p => p.Component, p => p.Load(new(store, need, visit.Today), stop)),
            visit.Today,
            Typed = typed,
            Meant = meant,
            Said = Said.From(http.Request.Query),
        }, typed);
    }

    private static Delegate Form(string name, string said, Func<Store, Guid, IFormCollection, Visit, CancellationToken, Task<Need>> act, string? undo = null) => async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            await act(store, id, form, visit, stop);
            (string, string)[] told = undo is null ? [("said", said)] : [("said", said), ("undo", $"/map/needs/{id}/{undo}")];
            return Answers.Done(http, FormCollection.Empty, $"/map/needs/{id}", told);
        }
        catch (Mistaken mistaken)
        {
            return await Show(http, id, new Typed(name, form, mistaken.Problems), null, stop);
        }
    };

    private static Delegate Person<T>(string said, Func<Store, Guid, Guid, IFormCollection, Visit, CancellationToken, Task<T>> act) => async (HttpContext http, Guid id, Guid person, Store store, Visit visit, CancellationToken stop) =>
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            await act(store, id, person, form, visit, stop);
            return Answers.Done(http, form, $"/map/needs/{id}", ("said", said));
        }
        catch (Mistaken mistaken)
        {
            return await Show(http, id, new Typed($"agree-{person.ToString("N")[^8..]}", form, mistaken.Problems), null, stop);
        }
    };

    private static async Task<IResult> AddSupporter(HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var meant = await store.Meant(form.Filled("person") ?? form.Filled("who")?.Replace(',', ' '), stop) is [var one, ..] ? one : null;
        if (meant is { IsSure: true, People: [var person] })
        {
            await store.SaySupport(id, person.Id, AbilityOf(form), visit.Today, stop);
            return Answers.Done(http, FormCollection.Empty, $"/map/needs/{id}", ("said", "Coverage.SaidSupport"));
        }
        var problems = new Problems().When(meant is null, "who", "Coverage.WhoMissing").When(meant is not null, "who", meant?.People.Count == 0 ? "People.NobodyCalled" : "Coverage.WhoIsUnclear", meant?.Typed);
        return await Show(http, id, new Typed("supporter", form, problems), meant, stop);
    }

    private static Ability AbilityOf(IFormCollection form) => Enum.TryParse<Ability>(form["ability"], true, out var ability) && !int.TryParse(form["ability"], out _) ? ability : (Ability)(-1);
}
