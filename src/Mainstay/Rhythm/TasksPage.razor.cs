using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary><c>/tasks</c>: what was promised, by me and to me, and what was done of it lately.</summary>
public sealed partial class TasksPage
{
    private const int DaysBack = 14;

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (HttpContext http, CancellationToken stop) => Show(http, null, stop));
        pages.Post(Address, Add);
        pages.Post("/tasks/{id:guid}/due", async (HttpContext http, Guid id, Store store, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            await store.Postpone(id, form.Day("due"), stop);
            return Answers.Done(http, form, Address, ("said", "Rhythm.SaidAnotherDay"));
        });
        pages.Post("/tasks/{id:guid}/remove", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, await http.Request.ReadFormAsync(stop), Address, ("said", "Rhythm.SaidTaskRemoved"), ChangesPage.Undo(await store.RemoveTask(id, visit.Clock, stop))));
    }

    private static async Task<IResult> Add(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var who = await store.Meant(form["who"], stop) is [var first, ..] ? first : null;
            Mistaken.ThrowIf(new Problems().When(who is { IsSure: false }, "who", "Rhythm.WhoIsUnclear"));
            await store.Promise(new() { Id = form.Once(), Text = form["text"].ToString(), DueOn = form.Day("due"), PersonId = who?.People[0].Id, PromisedToMe = form["way"] == "theirs" }, visit.Clock, stop);
            return Answers.Done(http, form, Address, ("said", "Rhythm.SaidTaskAdded"));
        }
        catch (Mistaken mistaken)
        {
            return await Show(http, new Typed("task", form, mistaken.Problems), stop);
        }
    }

    private static async Task<IResult> Show(HttpContext http, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        return Answers.Page<TasksPage>(new { visit.Today, Open = await store.OpenTasks(stop), Done = await store.TasksDoneSince(visit.Today.AddDays(-DaysBack), stop), Typed = typed, Said = Said.From(http.Request.Query) }, typed);
    }
}
