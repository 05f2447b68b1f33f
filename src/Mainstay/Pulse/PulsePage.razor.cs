using System.Globalization;
using Mainstay.Board;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Pulse;

/// <summary><c>/pulse</c>: three taps, which way they go, what happened beside, and how often to ask.</summary>
public sealed partial class PulsePage
{
    internal const string Address = "/pulse", Later = Address + "/later", Skipped = "";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (HttpContext http, Visit visit, CancellationToken stop) =>
            Show(http, WrittenDay.TryRead(http.Request.Query["on"], out var on) && on <= visit.Today ? on : visit.Today, null, stop));
        pages.Post(Address, Keep);
        pages.Post(Address + "/{id:guid}/remove", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, FormCollection.Empty, Address, ("said", "Pulse.SaidRemoved"), ChangesPage.Undo(await store.RemovePulse(id, visit.Clock, stop))));
        Ask(pages, "/plan", "plan", "Pulse.SaidPlan", (store, visit, form, stop) => store.SetPulsePlan(new(Read<PulseEvery>(form, "every"), Read<DayOfWeek>(form, "weekday")), visit.Today, stop));
        Ask(pages, "/pause", "pause", "Pulse.SaidPaused", (store, visit, form, stop) => store.PausePulse(Until(form), visit.Today, stop));
        Ask(pages, "/go-on", "pause", "Pulse.SaidGoesOn", (store, visit, _, stop) => store.PausePulse(null, visit.Today, stop));
        Ask(pages, "/later", "later", "Pulse.SaidLater", (store, visit, form, stop) => store.PausePulse(SeatPage.Later(form, visit.Today), visit.Today, stop), Later + "/undo");
        Ask(pages, "/later/undo", "later", "People.SaidTakenBack", (store, visit, _, stop) => store.PausePulse(null, visit.Today, stop));
    }

    private static void Ask(IEndpointRouteBuilder pages, string step, string name, string said, Func<Store, Visit, IFormCollection, CancellationToken, Task> act, string? undo = null) =>
        pages.Post(Address + step, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                await act(store, visit, form, stop);
                return Answers.Done(http, form, Address, [("said", said), .. undo is null ? Array.Empty<(string, string)>() : [("undo", undo)]]);
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Show(http, visit.Today, new(name, form, mistaken.Problems), stop);
            }
        });

    private static async Task<IResult> Keep(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var on = visit.Today;
        try
        {
            on = form.Day("on") ?? visit.Today;
            var kept = await store.KeepPulse(new() { On = on, Confidence = Value(form, "confidence"), Energy = Value(form, "energy"), Supported = Value(form, "supported"), Note = form["note"].ToString().ReplaceLineEndings("\n") }, visit.Today, visit.Clock, stop);
            return Answers.Done(http, form, Address, [("said", "Pulse.SaidKept"), .. kept.Change is { } change ? [ChangesPage.Undo(change)] : Array.Empty<(string, string)>()]);
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await Show(http, on, new("pulse", form, mistaken.Problems), stop);
        }
    }

    private static async Task<IResult> Show(HttpContext http, DateOnly on, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        return Answers.Page<PulsePage>(new { View = await store.PulseView(visit.Today, stop), On = on, visit.Today, Before = WrittenDay.TryRead(http.Request.Query["before"], out var before) ? before : (DateOnly?)null, Typed = typed, Said = Said.From(http.Request.Query) }, typed);
    }

    private static DateOnly Until(IFormCollection form)
    {
        var until = form.Day("pausedUntil");
        Mistaken.ThrowIf(new Problems().When(until is null, "pausedUntil", "Pulse.UntilMissing"));
        return until!.Value;
    }

    /// <summary>What is on no scale stays wrong, and is told so.</summary>
    private static int? Value(IFormCollection form, string name) =>
        form.Filled(name) is not { } typed ? null : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;

    private static T Read<T>(IFormCollection form, string name) where T : struct, Enum => Enum.TryParse<T>(form[name], out var value) ? value : (T)(object)-1;
}
