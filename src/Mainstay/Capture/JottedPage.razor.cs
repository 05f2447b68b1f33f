using Mainstay.Gatherings;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Capture;

/// <summary><c>/capture/jotted</c>: what was jotted down without a network, one after the other.</summary>
public sealed partial class JottedPage
{
    internal const string Address = "/capture/jotted";
    private const string One = Address + "/{id:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, async (HttpContext http, Store store, CancellationToken stop) => await Show(http, (await store.WaitingJottings(stop)).FirstOrDefault(), null, null, stop));
        pages.Get(One, async (HttpContext http, Guid id, Store store, CancellationToken stop) => await Show(http, await store.JottingOf(id, stop), null, null, stop));
        pages.Post(One, async (HttpContext http, Guid id, Store store, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            return await Show(http, await store.JottingOf(id, stop), form["line"], null, stop);
        });
        pages.Post(One + "/keep", (HttpContext http, Guid id, CancellationToken stop) => Turn(http, id, KeepLine, stop));
        pages.Post(One + "/met", (HttpContext http, Guid id, CancellationToken stop) => Turn(http, id, KeepMet, stop));
        pages.Post(One + "/drop", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, await http.Request.ReadFormAsync(stop), Address, ("said", "Capture.SaidDropped"), ChangesPage.Undo(await store.DropJotting(id, visit.Clock, stop))));
    }

    private static async Task<(string, string)> KeepLine(Store store, JottingLine line, IFormCollection form, Visit visit, CancellationToken stop)
    {
        var reading = await store.ReadLine(form.Filled("line") ?? line.LineNow(), await store.ReadingDay(line, visit.Today, stop), visit.Owner.Culture, stop);
        Mistaken.ThrowIf(reading.Problems);
        return ChangesPage.Undo((await store.KeepJotted(line.Jotting.Id, await store.AsChanged(reading, form, stop), visit.Today, visit.Clock, stop)).Change);
    }

    /// <summary>Keeps a line whose reading was looked at before the network was gone, as its form said. False when that cannot be: then it waits, with what was changed.</summary>
    internal static async Task<bool> KeepAsChanged(Store store, JottingLine line, Visit visit, CancellationToken stop)
    {
        if (line.ChangesOf() is null) return false;
        try
        {
            await store.UnlessRefused(() => store.Settle(line, new(null, [], visit.Owner.Culture, visit.Today, visit.Clock), stop), stop);
            return true;
        }
        catch (Refusal refusal) when (refusal is Mistaken or NotFound or Conflict)
        {
            store.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Whom the owner met, with what they changed of it.</summary>
    private static async Task<(string, string)> KeepMet(Store store, JottingLine line, IFormCollection form, Visit visit, CancellationToken stop)
    {
        var at = line.At ?? throw new NotFound("Gatherings.NotThere");
        var met = (await GatheringPage.Read(store, at.Id, form, stop)) with { On = at.On(await store.DayOf(line.Jotting, visit.Today, stop), visit.Today) };
        return ("undo", $"/encounters/{(await store.MeetJotted(line.Jotting.Id, met, visit.Today, visit.Clock, stop)).Id}/undo");
    }

    /// <summary>Does what a form asks and leads on to the next, or shows what is wrong about it.</summary>
    private static async Task<IResult> Turn(HttpContext http, Guid id, Func<Store, JottingLine, IFormCollection, Visit, CancellationToken, Task<(string, string)>> keep, CancellationToken stop)
    {
        var (store, visit, form) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>(), await http.Request.ReadFormAsync(stop));
        var line = await store.JottingOf(id, stop);
        try
        {
            return Answers.Done(http, form, Address, ("said", "Capture.SaidKept"), await keep(store, line, form, visit, stop));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await Show(http, line, form.Filled("line"), new(line.IsMet ? "met" : "read", form, mistaken.Problems), stop);
        }
    }

    private static async Task<IResult> Show(HttpContext http, JottingLine? line, string? said, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var on = line is null ? visit.Today : await store.ReadingDay(line, visit.Today, stop);
        var reading = line is { IsMet: false } ? await store.ReadLine(said ?? line.LineNow(), on, visit.Owner.Culture, stop) : null;
        var changed = typed is null && said is null && reading is not null && line?.ChangesOf() is { } form ? new Typed("read", form, new()) : null;
        return Answers.Page<JottedPage>(new
        {
            It = line,
            On = on,
            Line = said ?? (line is { IsMet: false } ? line.LineNow() : null),
            Reading = reading,
            Near = line is { IsMet: true } ? await store.ToldApart((await store.MeantBy(typed?.Value("who") ?? line.Jotting.Who, stop))?.People ?? [], stop) : [],
            Others = (IReadOnlyList<JottingLine>)[.. (await store.WaitingJottings(stop)).Where(l => l.Jotting.Id != line?.Jotting.Id)],
            Said = Said.From(http.Request.Query),
            Typed = typed ?? changed,
        }, typed);
    }
}
