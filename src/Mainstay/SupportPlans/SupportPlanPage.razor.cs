using Mainstay.Accounts;
using Mainstay.Challenges;
using Mainstay.Feedback;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.SupportPlans;

/// <summary><c>/challenges/{id}/plan</c>: what is to be done and by whom, who helps, how things are, and until when.</summary>
public sealed partial class SupportPlanPage
{
    internal const string Here = ChallengesPage.Address + "/{id:guid}/plan";

    private const string OneTask = Here + "/tasks/{task:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Here, (HttpContext http, Guid id, CancellationToken stop) => Show(http, id, null, null, stop));
        Turn(pages, Here + "/begin", "plan", "SupportPlans.SaidBegun", (call, id, stop) => call.Store.BeginSupportPlan(id, Read(call.Form), call.Visit.Today, call.Visit.Clock, stop));
        Turn(pages, Here + "/edit", "plan", "SupportPlans.SaidKept", (call, id, stop) => call.Store.ChangeSupportPlan(id, Read(call.Form), call.Visit.Today, call.Visit.Clock, stop));
        Turn(pages, Here + "/end", "end", "SupportPlans.SaidEnded", (call, id, stop) => call.Store.EndSupportPlan(id, call.Visit.Today, stop));
        Turn(pages, Here + "/tasks", "add", "SupportPlans.SaidAdded", (call, id, stop) => call.Store.AddSupportTask(id, SupportTaskFieldsPanel.Read(call.Form), call.Visit.Today, call.Visit.Clock, stop));
        Turn(pages, Here + "/helpers", "invite", "SupportPlans.SaidInvited", async (call, id, stop) =>
        {
            var problems = new Problems();
            var people = await FeedbackPage.Meant(call.Store, call.Form, problems, stop);
            Mistaken.ThrowIf(problems);
            await call.Store.InviteHelpers(id, people, call.Visit.Today, stop);
        });
        Turn(pages, Here + "/updates", "update", "SupportPlans.SaidWritten", (call, id, stop) => call.Store.WriteSupportUpdate(id, call.Form["text"], call.Visit.Today, call.Visit.Clock, stop, call.Form.Once()));
        OnTask(pages, "", "SupportPlans.SaidKept", (call, task, stop) => call.Store.ChangeSupportTask(task, SupportTaskFieldsPanel.Read(call.Form), call.Visit.Today, stop));
        OnTask(pages, "/done", "SupportPlans.SaidDone", (call, task, stop) => call.Store.FinishSupportTask(task, call.Visit.Today, stop));
        OnTask(pages, "/free", "SupportPlans.SaidFree", (call, task, stop) => call.Store.FreeSupportTask(task, SupportLinkTaskPanel.From(call.Form), stop));
        OnTask(pages, "/remove", "SupportPlans.SaidRemoved", (call, task, stop) => call.Store.RemoveSupportTask(task, stop));
        pages.Post(Here + "/updates/{update:guid}/remove", async (HttpContext http, Guid id, Guid update, Store store, CancellationToken stop) =>
        {
            await store.RemoveSupportUpdate(update, stop);
            return Answers.Done(http, FormCollection.Empty, SupportPlanWords.Href(id), ("said", "SupportPlans.SaidRemoved"));
        });
    }

    private sealed record Turning(Store Store, Visit Visit, IFormCollection Form);

    private static void Turn(IEndpointRouteBuilder pages, string address, string name, string said, Func<Turning, Guid, CancellationToken, Task> act) =>
        pages.Post(address, (HttpContext http, Guid id, CancellationToken stop) => Do(http, id, name, said, call => act(call, id, stop), stop));

    private static void OnTask(IEndpointRouteBuilder pages, string step, string said, Func<Turning, Guid, CancellationToken, Task> act) =>
        pages.Post(OneTask + step, (HttpContext http, Guid id, Guid task, CancellationToken stop) => Do(http, id, SupportLinkTaskPanel.Form(task), said, call => act(call, task, stop), stop));

    private static async Task<IResult> Do(HttpContext http, Guid id, string name, string said, Func<Turning, Task> act, CancellationToken stop)
    {
        var (store, form) = (http.RequestServices.GetRequiredService<Store>(), await http.Request.ReadFormAsync(stop));
        try
        {
            await act(new(store, http.RequestServices.GetRequiredService<Visit>(), form));
            return Answers.Done(http, FormCollection.Empty, SupportPlanWords.Href(id), ("said", said));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await Show(http, id, new(name, form, mistaken.Problems), null, stop);
        }
        catch (Refusal refusal) when (refusal is Conflict || (refusal is NotFound && HoldsWords(form)))
        {
            store.ChangeTracker.Clear();
            return await Show(http, id, HoldsWords(form) ? new(name, form, new()) : null, refusal.Reason, stop);
        }
    }

    /// <summary>Something was typed that is not to be lost.</summary>
    private static bool HoldsWords(IFormCollection form) => SupportRefusedPanel.Fields.Any(f => form.Filled(f) is not null);

    /// <summary>The fields of <see cref="SupportPlanFieldsPanel"/>.</summary>
    private static NewSupportPlan Read(IFormCollection form) => new((form.Filled("opening") ?? "").ReplaceLineEndings("\n"), form.Day("endsOn")) { Id = form.Once() };

    private static async Task<IResult> Show(HttpContext http, Guid id, Typed? typed, Reason? refused, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        return Answers.Page<SupportPlanPage>(new
        {
            Challenge = await store.ChallengeOf(id, stop),
            visit.Today,
            Line = await store.SupportPlanOf(id, stop),
            From = await store.OwnersName(stop) ?? Speech.Say("SupportPlans.You"),
            Refused = refused,
            Typed = typed,
            Said = Said.From(http.Request.Query),
        }, typed is not null ? StatusCodes.Status422UnprocessableEntity : refused is not null ? StatusCodes.Status409Conflict : StatusCodes.Status200OK);
    }
}
