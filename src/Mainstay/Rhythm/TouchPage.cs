using System.Globalization;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary>Where forms log touches, and do and undo tasks.</summary>
internal static class TouchPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.Post("/people/{id:guid}/touches", Log);
        pages.Post("/touches/{id:guid}/undo", async (HttpContext http, Guid id, Store store, CancellationToken stop) =>
        {
            var touch = await store.RemoveTouch(id, stop);
            return Answers.Done(http, await http.Request.ReadFormAsync(stop), $"/people/{touch.People[0]}", ("said", "Rhythm.SaidTakenBack"));
        });
        pages.Post("/tasks/{id:guid}/done", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.Finish(id, visit.Today, stop);
            return Answers.Done(http, await http.Request.ReadFormAsync(stop), "/", ("said", "Rhythm.SaidDone"), ("undo", $"/tasks/{id}/undo"));
        });
        pages.Post("/tasks/{id:guid}/undo", async (HttpContext http, Guid id, Store store, CancellationToken stop) =>
        {
            await store.Reopen(id, stop);
            return Answers.Done(http, await http.Request.ReadFormAsync(stop), "/", ("said", "Rhythm.SaidTakenBack"));
        });
        pages.Post("/tasks/{id:guid}/later", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            await store.Postpone(id, visit.Today.AddDays(TiePage.Days(form)), stop);
            return Answers.Done(http, form, "/", ("said", "Rhythm.SaidLater"));
        });
    }

    private static async Task<IResult> Log(HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var touch = await store.Record(Read(form, [id], visit.Today), visit.Today, visit.Clock, stop);
            return Answers.Done(http, form, $"/people/{id}", ("said", $"Rhythm.SaidLogged{touch.Kind}"), ("undo", $"/touches/{touch.Id}/undo"));
        }
        catch (Mistaken mistaken)
        {
            return await PersonPage.Show(http, id, new Typed("touch", form, mistaken.Problems), stop);
        }
    }

    internal static NewTouch Read(IFormCollection form, IReadOnlyList<Guid> people, DateOnly today)
    {
        var problems = new Problems();
        var kind = Enum.TryParse<TouchKind>(form["kind"], true, out var known) ? known : (TouchKind)(-1);
        var direction = form.Filled("direction") is not { } said ? Direction.Both : Enum.TryParse<Direction>(said, true, out var way) ? way : (Direction)(-1);
        var on = form.Day("on", problems) ?? today;
        var minutes = 0;
        if (form.Filled("minutes") is { } number) problems.When(!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out minutes), "minutes", "Rhythm.OddMinutes");
        Mistaken.ThrowIf(problems);
        return new() { Id = form.Once(), People = people, On = on, Kind = kind, Direction = direction, Minutes = form.Filled("minutes") is null ? null : minutes, Note = form.Filled("note") };
    }
}
