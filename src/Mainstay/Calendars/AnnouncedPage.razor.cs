using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Calendars;

/// <summary><c>/gatherings/announced</c>: what the calendars announce, the next first. The owner keeps some, and puts others aside.</summary>
public sealed partial class AnnouncedPage
{
    private const string One = "/announced/{id:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var aside = http.Request.Query["aside"] == "1";
            return Answers.Page<AnnouncedPage>(new { Lines = (IReadOnlyList<AnnouncedLine>)await store.AnnouncedAhead(visit.Today, stop, aside: aside), visit.Owner.Zone, IsAside = aside, Said = Said.From(http.Request.Query) });
        });
        Turn(pages, "/keep", async (store, id, visit, stop) => (await store.KeepAnnounced(id, visit.Clock, stop)).Change is { } change ? [("said", "Calendars.SaidKept"), ChangesPage.Undo(change)] : [("said", "Calendars.SaidKept")]);
        Turn(pages, "/aside", async (store, id, visit, stop) => [("said", "Calendars.SaidAside"), ChangesPage.Undo(await store.PutAside(id, visit.Clock, stop))]);
        Turn(pages, "/back", async (store, id, _, stop) =>
        {
            await store.BringBack(id, stop);
            return [("said", "Calendars.SaidBack")];
        });
        Turn(pages, "/seen", async (store, id, _, stop) =>
        {
            await store.SeeNews(id, stop);
            return [("said", "Calendars.SaidSeen")];
        });
    }

    private static void Turn(IEndpointRouteBuilder pages, string what, Func<Store, Guid, Visit, CancellationToken, Task<(string, string)[]>> act) =>
        pages.Post(One + what, async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, await http.Request.ReadFormAsync(stop), Address, await act(store, id, visit, stop)));
}
