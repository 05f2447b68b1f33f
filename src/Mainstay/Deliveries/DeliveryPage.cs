using System.Globalization;
using System.Text.Json;
using Mainstay.Intake;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Deliveries;

/// <summary><c>/import/{id}</c>: what is handed in from the look ahead to the report, at one address; and what its forms do.</summary>
internal static class DeliveryPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        var import = pages.MapGroup("/import/{id:guid}");
        import.Get("", Show);
        import.Get("/columns", async (Guid id, Store store, CancellationToken stop) =>
            await store.DeliveryOf(id, stop) is { Stage: DeliveryStage.Asking or DeliveryStage.Ready } delivery && delivery.Seen() is { Tables.Count: > 0 } ? Columns(delivery, null) : throw new NotFound("Deliveries.NotThere"));
        import.Post("/columns", Explain);
        import.Post("/start", Start);
        import.Post("/stop", async (HttpContext http, Guid id, Store store, ImportJob job, CancellationToken stop) =>
        {
            await store.DeliveryOf(id, stop);
            await job.Stop(id);
            await store.Halt(id, null, stop);
            return Answers.Done(http, FormCollection.Empty, $"/import/{id}");
        });
        import.Post("/drop", async (HttpContext http, Guid id, Store store, Visit visit, ImportJob job, CancellationToken stop) =>
        {
            await store.DeliveryOf(id, stop);
            if (await store.Drop(id, stop) == 0) return Answers.Done(http, FormCollection.Empty, $"/import/{id}"); // it comes in already
            await Task.WhenAny(job.Wake(visit.Owner.SpaceId, id), Task.Delay(ImportPage.Moment, stop));
            return Answers.Done(http, FormCollection.Empty, "/import", ("said", "Deliveries.SaidDropped"));
        });
        import.Post("/undo", async (HttpContext http, Guid id, Store store, Visit visit, IEnumerable<IPersonLeaves> rooms, CancellationToken stop) =>
        {
            await store.UndoImport(id, rooms, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, $"/import/{id}");
        });
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, Store store, Visit visit, ImportJob job, CancellationToken stop)
    {
        if (await store.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, stop) is { } import) return Answers.Page<ReportPage>(new { Import = import, Report = Read<ReportInWords>(import.Report), Undone = import.UndoReport is { } undone ? Read<UndoneAnswer>(undone) : null, On = visit.Owner.DayAt(new(import.At, TimeSpan.Zero)), visit.Today });
        var delivery = await store.DeliveryOf(id, stop);
        if (delivery.Stage == DeliveryStage.Asking) return Columns(delivery, null);
        if (delivery.Stage is DeliveryStage.Ready or DeliveryStage.Broken) return Answers.Page<LookPage>(new { Delivery = delivery, Look = delivery.Seen() });
        http.Response.Headers["Refresh"] = "1"; // for who has no scripts; with them only what changes is fetched
        return Answers.Page<UnderwayPage>(new { Delivery = delivery, Step = job.StepOf(id) });
    }

    private static IResult Columns(Delivery delivery, Typed? typed) => Answers.Page<ColumnsPage>(new { Delivery = delivery, delivery.Seen()!.Tables, Explained = delivery.Explained(), Typed = typed }, typed);

    private static async Task<IResult> Explain(HttpContext http, Guid id, Store store, Visit visit, ImportJob job, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var delivery = await store.DeliveryOf(id, stop);
        var columns = (delivery.Seen()?.Tables ?? new Dictionary<int, UnknownTable>()).ToDictionary(t => t.Key, t => ColumnsPage.Read(form, t.Key, t.Value));
        try
        {
            await store.Explain(id, columns, stop);
        }
        catch (Mistaken mistaken)
        {
            return Columns(delivery, new("columns", form, mistaken.Problems));
        }
        await Task.WhenAny(job.Wake(visit.Owner.SpaceId, id), Task.Delay(ImportPage.Moment, stop));
        return Answers.Done(http, form, $"/import/{id}");
    }

    private static async Task<IResult> Start(HttpContext http, Guid id, Store store, Visit visit, ImportJob job, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        if (await store.Imports.AnyAsync(i => i.Id == id, stop)) return Answers.Done(http, form, $"/import/{id}"); // sent twice
        var delivery = await store.DeliveryOf(id, stop);
        await store.Start(id, Decided(form, delivery.Seen()?.Report), form["withText"] == "on", stop);
        await Task.WhenAny(job.Wake(visit.Owner.SpaceId, id), Task.Delay(ImportPage.Moment, stop));
        return Answers.Done(http, form, $"/import/{id}");
    }

    /// <summary>Only what was offered can be chosen: a doubt and a candidate, each by its place.</summary>
    private static Dictionary<string, string> Decided(IFormCollection form, ReportInWords? report)
    {
        var same = new Dictionary<string, string>();
        foreach (var (name, place) in form.Where(f => f.Key.StartsWith("same-", StringComparison.Ordinal)))
            if (name.Split('-') is [_, var file, var doubt] && Of(report?.Files, file)?.Doubtful is { } doubts && Of(doubts, doubt) is { Key: { } key, Candidates: { } candidates } && Of(candidates, place.ToString()) is { } candidate) same[key] = candidate.Key;
        return same;
    }

    private static T? Of<T>(IReadOnlyList<T>? list, string place) where T : class =>
        list is not null && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < list.Count ? list[at] : null;

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Json.OneLine)!;
}
