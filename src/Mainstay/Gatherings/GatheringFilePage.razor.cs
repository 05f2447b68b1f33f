using System.Text.Json;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary><c>/gatherings/file</c>: gatherings out of a calendar file. One becomes a gathering at once; of several the owner chooses.</summary>
public sealed partial class GatheringFilePage
{
    private const int WebMost = 25_000_000, Few = 5;

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, () => Answers.Page<GatheringFilePage>(new { }));
        pages.MapPost(Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                Mistaken.ThrowIf(new Problems().When(form.Files is not [{ Length: > 0 }], "file", "Gatherings.FileMissing").When(form.Files is [{ Length: > WebMost }], "file", "Gatherings.FileTooLarge", MostMegabytes));
                await using var file = form.Files[0].OpenReadStream();
                var (events, isCut) = await GatheringFileSource.Read(file, visit.Owner.Zone, visit.Today, stop);
                return events.Count == 1 ? await Keep(http, store, visit, events, stop) : await Choose(store, events, isCut, stop);
            }
            catch (Mistaken mistaken)
            {
                return Answers.Page<GatheringFilePage>(new { Typed = new Typed("file", form, mistaken.Problems) }, StatusCodes.Status422UnprocessableEntity);
            }
        });
        pages.MapPost(Address + "/keep", async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                return await Keep(http, store, visit, [.. form["event"].Select(Read)], stop);
            }
            catch (Mistaken mistaken)
            {
                return Answers.Page<GatheringFilePage>(new { Typed = new Typed("file", form, mistaken.Problems) }, StatusCodes.Status422UnprocessableEntity);
            }
        });
    }

    private static async Task<IResult> Keep(HttpContext http, Store store, Visit visit, IReadOnlyList<FileEvent> events, CancellationToken stop)
    {
        var filed = await store.FileGatherings(events, visit.Clock, stop);
        Mistaken.ThrowIf(new Problems().When(filed.Count == 0, "file", "Gatherings.AllCalledOff"));
        if (filed is not [var one]) return Answers.Done(http, FormCollection.Empty, GatheringsPage.Address, ("said", "Gatherings.SaidFiled"));
        return Answers.Done(http, FormCollection.Empty, $"/gatherings/{one.It.Id}", one.Fate == FileFate.Added ? [("said", "Gatherings.SaidAdded"), ("undo", $"/gatherings/{one.It.Id}/undo")] : [("said", $"Gatherings.Said{one.Fate}")]);
    }

    /// <summary>What was called off and is not written down is nothing to choose.</summary>
    private static async Task<IResult> Choose(Store store, IReadOnlyList<FileEvent> events, bool isCut, CancellationToken stop)
    {
        var known = (await store.FiledAlready(events, stop)).ToHashSet();
        var open = events.Where(e => !e.IsCalledOff || known.Contains(e.Key)).ToList();
        Mistaken.ThrowIf(new Problems().When(open.Count == 0, "file", "Gatherings.AllCalledOff"));
        return Answers.Page<GatheringFilePage>(new { Events = (IReadOnlyList<FileEvent>)open, IsCut = isCut, Known = (IReadOnlySet<string>)known });
    }

    /// <summary>What was read of the file goes with the form, so that nothing of it is kept before it is chosen.</summary>
    private static string Write(FileEvent one) => JsonSerializer.Serialize(one, Json.OneLine);

    private static FileEvent Read(string? sent)
    {
        try
        {
            return JsonSerializer.Deserialize<FileEvent>(sent ?? "", Json.OneLine) is { Key.Length: > 0 and <= 1_000, It: not null } one ? one : throw NotOurs();
        }
        catch (JsonException)
        {
            throw NotOurs();
        }
    }

    private static Mistaken NotOurs() => new(new Problems().When(true, "file", "Gatherings.NoCalendar"));
}
