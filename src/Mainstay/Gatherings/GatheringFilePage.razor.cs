using System.Text.Json;
using Mainstay.Hosting;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary><c>/gatherings/file</c>: gatherings out of a calendar file. One becomes a gathering at once; of several the owner chooses.</summary>
public sealed partial class GatheringFilePage
{
    private const int Few = 5;

    /// <summary>What is too large is heard out all the same, so that the browser stays to read the answer.</summary>
    private const long MostHeard = 2L << 30;

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, () => Answers.Page<GatheringFilePage>(new { }));
        pages.Post(Address, [TakesFiles(MostHeard)] async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                Mistaken.ThrowIf(new Problems().When(form.Files is not [{ Length: > 0 }], "file", "Gatherings.FileMissing").When(form.Files is [{ Length: > GatheringFileSource.MostBytes }], "file", "Gatherings.FileTooLarge", MostMegabytes));
                await using var file = form.Files[0].OpenReadStream();
                var read = await GatheringFileSource.Read(file, visit.Owner.Zone, visit.Today, stop);
                return read is { Events: [_], Unread: 0 } ? await Keep(http, store, visit, read.Events, stop) : await Choose(store, read, null, stop);
            }
            catch (Mistaken mistaken)
            {
                return Answers.Page<GatheringFilePage>(new { Typed = new Typed("file", form, mistaken.Problems) }, StatusCodes.Status422UnprocessableEntity);
            }
        });
        pages.Post(Address + "/keep", async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            var events = Read(form["read"]);
            try
            {
                return await Keep(http, store, visit, [.. events.Where(e => form["key"].Contains(e.Key))], stop);
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Choose(store, new(events, false, []), new("file", form, mistaken.Problems), stop);
            }
        });
    }

    private static async Task<IResult> Keep(HttpContext http, Store store, Visit visit, IReadOnlyList<FileEvent> events, CancellationToken stop)
    {
        var filed = await store.FileGatherings(events, visit.Clock, stop);
        Mistaken.ThrowIf(new Problems().When(filed.All.Count == 0, "file", "Gatherings.AllCalledOff"));
        var (at, said) = filed.All is [var one] ? ($"/gatherings/{one.It.Id}", $"Gatherings.Said{one.Fate}") : (GatheringsPage.Address, "Gatherings.SaidFiled");
        return Answers.Done(http, FormCollection.Empty, at, filed.Change is { } change ? [("said", said), ChangesPage.Undo(change)] : [("said", said)]);
    }

    /// <summary>What was called off and is not written down is nothing to choose.</summary>
    private static async Task<IResult> Choose(Store store, GatheringFile file, Typed? typed, CancellationToken stop)
    {
        var known = (await store.FiledAlready(file.Events, stop)).ToHashSet();
        var open = file.Events.Where(e => !e.IsCalledOff || known.Contains(e.Key)).ToList();
        Mistaken.ThrowIf(new Problems().When(open.Count == 0, "file", "Gatherings.AllCalledOff"));
        var off = file.Events.Count - open.Count;
        var remarks = off == 0 ? file.Remarks : file.Remarks.Append(new("Gatherings.FileCalledOff", off));
        return Answers.Page<GatheringFilePage>(new { Events = (IReadOnlyList<FileEvent>)open, file.IsCut, Remarks = remarks, Wrong = file.Wrong(GatheringFile.MostOnPage), Known = (IReadOnlySet<string>)known, Typed = typed }, typed);
    }

    /// <summary>What was read of the file goes with the form, so that nothing of it is kept before it is chosen.</summary>
    private static string Write(IReadOnlyList<FileEvent> events) => JsonSerializer.Serialize(events, Json.OneLine);

    /// <summary>It comes back from the browser as it was written; what did not, is no form of ours.</summary>
    private static List<FileEvent> Read(string? sent)
    {
        try
        {
            var events = JsonSerializer.Deserialize<List<FileEvent>>(sent ?? "", Json.OneLine);
            if (events is { Count: > 0 and <= FileEvent.Most } && events.TrueForAll(IsOurs)) return events;
        }
        catch (JsonException)
        {
            // said below
        }
        throw new Turned(StatusCodes.Status400BadRequest, "Hosting.StaleForm");
    }

    private static bool IsOurs(FileEvent one) => one is { Key.Length: > 0 and <= FileEvent.LongestKey, It: not null } && !one.Key.Any(char.IsControl);
}
