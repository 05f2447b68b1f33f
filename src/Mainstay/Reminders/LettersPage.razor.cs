using Mainstay.Mail;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Reminders;

/// <summary><c>/reminders</c>: everything that was sent, failed, waits or is held, and why; sending again by hand.</summary>
public sealed partial class LettersPage
{
    public const string Address = "/reminders";

    private const int Most = 200;

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var next = await store.Plan(stop) is { } plan ? DigestClock.Next(plan, visit.Clock.GetUtcNow().UtcDateTime, visit.Owner.Zone) : null;
            var letters = await store.LetterLog(Most, stop);
            var again = await store.ToSendAgain(letters, [.. http.RequestServices.GetServices<ILetterSubjects>()], visit.Clock, stop);
            return Answers.Page<LettersPage>(new { Letters = letters, Again = again, Visit = visit, Next = next is { } at ? TimeZoneInfo.ConvertTimeFromUtc(at, visit.Owner.Zone) : (DateTime?)null, Said = Said.From(http.Request.Query) });
        });
        pages.Post(Address + "/{id:guid}/again", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.SendAgain(id, visit.Clock, stop, http.RequestServices.GetServices<ILetterSubjects>());
            return Answers.Done(http, FormCollection.Empty, Address, ("said", "Reminders.SaidAgain"));
        });
        pages.Post(Address + "/{id:guid}/bounced", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var change = await store.SayCameBack(id, visit.Clock, stop);
            var isMessage = await store.Drafts.AnyAsync(d => d.Id == id, stop);
            return Answers.Done(http, FormCollection.Empty, Address, ("said", isMessage ? "Outreach.SaidCameBack" : "Reminders.SaidCameBack"), ChangesPage.Undo(change));
        });
    }
}
