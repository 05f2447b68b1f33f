using System.Text.Json;
using Mainstay.Intake;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mainstay.Deliveries;

/// <summary><c>/import</c>: where files are handed in, and all imports so far.</summary>
public sealed partial class ImportPage
{
    private const int Few = 10;

    /// <summary>What is done at once is not waited for on another page.</summary>
    internal static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(700);

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get("/import", (HttpContext http, CancellationToken stop) => Show(http, null, stop));
        pages.Post("/import", HandIn);
    }

    [ReadsItself]
    private static async Task<IResult> HandIn(HttpContext http, DeliverySource source, ImportJob job, IAntiforgery forms, CancellationToken stop)
    {
        var (visit, store) = (http.RequestServices.GetRequiredService<Visit>(), http.RequestServices.GetRequiredService<Store>());
        var (space, id) = (visit.Owner.SpaceId, Guid.CreateVersion7());
        try
        {
            using var held = source.Hold(space, id)!;
            var isKept = false;
            try
            {
                var upload = await new UploadSource(http, held, forms).Take(stop);
                if (upload.IsTooLarge) return await Show(http, TooLarge, stop, StatusCodes.Status413PayloadTooLarge);
                if (upload.Names.Count == 0) return await Show(http, new("Deliveries.NoFile"), stop);
                await store.HandIn(Delivered(id, visit, upload.Names), held.Files(upload.Names), stop);
                isKept = true;
            }
            finally
            {
                if (!isKept) held.Remove();
            }
        }
        catch (CannotBeDone no)
        {
            return await Show(http, no.Reason is { Key: "Intake.FileUnknown", Inputs: [var name, ..] } ? new("Deliveries.Unknown", name) : no.Reason, stop);
        }
        await Task.WhenAny(job.Wake(space, id), Task.Delay(Moment, stop));
        return Answers.Done(http, FormCollection.Empty, $"/import/{id}");
    }

    private static Delivery Delivered(Guid id, Visit visit, IReadOnlyList<string> names) => new()
    {
        Id = id,
        At = visit.Clock.GetUtcNow().UtcDateTime,
        Files = JsonSerializer.Serialize(names, Json.OneLine),
        TimeZone = visit.Owner.Zone.Id,
        Locale = visit.Owner.Culture.Name,
    };

    private static async Task<IResult> Show(HttpContext http, Reason? problem, CancellationToken stop, int status = StatusCodes.Status422UnprocessableEntity)
    {
        var (visit, store) = (http.RequestServices.GetRequiredService<Visit>(), http.RequestServices.GetRequiredService<Store>());
        var imports = await store.AllImports(stop);
        var shown = http.Request.Query.ContainsKey("all") ? imports : [.. imports.Take(Few)];
        Func<DateTime, DateOnly> dayAt = moment => visit.Owner.DayAt(new(moment, TimeSpan.Zero));
        return new RazorComponentResult<ImportPage>(new { Waiting = await store.AllDeliveries(stop), Imports = shown, More = imports.Count > shown.Count, visit.Today, DayAt = dayAt, Problem = problem, Said = Web.Said.From(http.Request.Query) })
        {
            PreventStreamingRendering = true,
            StatusCode = problem is null ? StatusCodes.Status200OK : status,
        };
    }
}
