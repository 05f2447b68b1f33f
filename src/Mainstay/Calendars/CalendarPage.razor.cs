using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Calendars;

/// <summary><c>/gatherings/calendars/{id}</c>: one calendar, how it is, and what it announces.</summary>
public sealed partial class CalendarPage
{
    private const string Route = CalendarsPage.Address + "/{id:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Route, (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) => Show(http, store, visit, id, null, stop));
        pages.Post(Route + "/look", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) => await Look(http, store, visit, id, stop));
        pages.Post(Route + "/edit", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                await store.AllOrNothing(async () => await store.ChangeCalendar(id, await CalendarsPage.Read(store, form, visit.Clock, stop), visit.Clock, stop), stop);
                return form.Filled("address") is null ? Answers.Done(http, form, CalendarWords.Href(id), ("said", "Gatherings.SaidChanged")) : await Look(http, store, visit, id, stop);
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Show(http, store, visit, id, new("calendar", form, mistaken.Problems), stop);
            }
        });
        pages.Post(Route + "/remove", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, FormCollection.Empty, CalendarsPage.Address, ("said", "Calendars.SaidRemoved"), ChangesPage.Undo(await store.RemoveCalendar(id, visit.Clock, stop))));
    }

    /// <summary>Looks at once, and says how it went.</summary>
    internal static async Task<IResult> Look(HttpContext http, Store store, Visit visit, Guid id, CancellationToken stop)
    {
        store.ChangeTracker.Clear();
        var form = await http.Request.ReadFormAsync(stop);
        var said = "Calendars.SaidBeingLookedAt";
        try
        {
            said = (await store.Look(id, LookActions.Looking.With(http.RequestServices, visit.Owner, visit.Clock), stop)).Trouble is null ? "Calendars.SaidRead" : "Calendars.SaidTrouble";
        }
        catch (Conflict)
        {
            // somebody else looks already: the page shows what comes of it
        }
        return Answers.Done(http, form, CalendarWords.Href(id), ("said", said));
    }

    private static async Task<IResult> Show(HttpContext http, Store store, Visit visit, Guid id, Typed? typed, CancellationToken stop)
    {
        var it = await store.CalendarOf(id, stop);
        return Answers.Page<CalendarPage>(new
        {
            It = it,
            Organization = await store.HolderOf(it, stop),
            Lines = (IReadOnlyList<AnnouncedLine>)await store.AnnouncedAhead(visit.Today, stop, id),
            Now = visit.Clock.GetUtcNow().UtcDateTime,
            visit.Owner.Zone,
            Typed = typed,
            Said = Said.From(http.Request.Query),
        }, typed);
    }
}
