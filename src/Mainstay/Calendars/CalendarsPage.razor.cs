using Mainstay.Organizations;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Calendars;

/// <summary><c>/gatherings/calendars</c>: the calendars that announce gatherings, and how they are.</summary>
public sealed partial class CalendarsPage
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (HttpContext http, Store store, Visit visit, CancellationToken stop) => Show(http, store, visit, null, stop));
        pages.Post(Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                var made = await store.AllOrNothing(async () => await store.AddCalendar(await Read(store, form, visit.Clock, stop) with { Id = form.Once() }, visit.Clock, stop), stop);
                return await CalendarPage.Look(http, store, visit, made.Id, stop);
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Show(http, store, visit, new("calendar", form, mistaken.Problems), stop);
            }
        });
    }

    /// <summary>The fields of <see cref="CalendarFieldsPanel"/>. An organization that nobody knows yet is added.</summary>
    internal static async Task<NewCalendar> Read(Store store, IFormCollection form, TimeProvider clock, CancellationToken stop) => new()
    {
        Name = form["name"].ToString(),
        Address = form.Filled("address"),
        Topics = form.Filled("topics"),
        OrganizationId = form.Filled("organization") is { } name ? await store.OrganizationCalled(name, clock, stop) : null,
    };

    private static async Task<IResult> Show(HttpContext http, Store store, Visit visit, Typed? typed, CancellationToken stop) => Answers.Page<CalendarsPage>(new
    {
        Organization = Guid.TryParse(http.Request.Query["organization"], out var id) ? (await store.OrganizationOf(id, stop)).Name : null,
        Calendars = (IReadOnlyList<SubscribedCalendar>)await store.CalendarsHere(stop),
        Now = visit.Clock.GetUtcNow().UtcDateTime,
        visit.Owner.Zone,
        Typed = typed,
        Said = Said.From(http.Request.Query),
    }, typed);
}
