using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Capture;

/// <summary><c>/capture</c>: a line, its reading, and what is changed of it before it is kept.</summary>
public sealed partial class CapturePage
{
    internal const string Address = "/capture", Keeping = "/capture/keep";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (HttpContext http, Visit visit) => Answers.Page<CapturePage>(new { On = WrittenDay.TryRead(http.Request.Query["on"], out var on) && on < visit.Today ? on : visit.Today, Line = http.Request.Query["line"].ToString(), Said = Said.From(http.Request.Query) }));
        pages.Post(Address, Read);
        pages.Post(Keeping, Keep);
    }

    private static async Task<IResult> Read(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var on = ChangedQueries.OnOf(form, visit.Today);
        var reading = await store.ReadLine(form["line"], on, visit.Owner.Culture, stop);
        var typed = reading.Problems.Any ? new Typed("capture", form, reading.Problems) : null;
        return Answers.Page<CapturePage>(new { On = on, Line = form["line"].ToString(), Reading = typed is null ? reading : null, Typed = typed }, typed);
    }

    private static async Task<IResult> Keep(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var on = ChangedQueries.OnOf(form, visit.Today);
        var reading = await store.ReadLine(form["line"], on, visit.Owner.Culture, stop);
        try
        {
            Mistaken.ThrowIf(reading.Problems);
            var kept = await store.Keep(await store.AsChanged(reading, form, stop), visit.Today, visit.Clock, stop, form.Once());
            return Answers.Done(http, form, Address, ("said", "Capture.SaidKept"), ChangesPage.Undo(kept.Change));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            var typed = new Typed("read", form, mistaken.Problems);
            return Answers.Page<CapturePage>(new { On = on, Line = form["line"].ToString(), Reading = reading.Problems.Any ? null : reading, Kept = typed, Typed = reading.Problems.Any ? typed : null }, typed);
        }
    }
}
