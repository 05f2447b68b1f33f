using System.Globalization;
using Mainstay.Accounts;
using Mainstay.Mail;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Reminders;

/// <summary><c>/settings/reminders</c>: when and how to be reminded, and the address for calendars.</summary>
public sealed partial class RemindersPage
{
    public const string Address = "/settings/reminders";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (HttpContext http, Store store, Visit visit, CancellationToken stop) => Show(http, store, visit, stop));
        pages.Post(Address, Keep);
        pages.Post(Address + "/now", async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var letters = await store.PostDigestNow(DigestActions.Desk.At(http.RequestServices, visit.Owner, visit.Clock), stop);
            return Answers.Done(http, FormCollection.Empty, Address, ("said", letters.Count > 0 ? "Reminders.SaidPosted" : "Reminders.SaidNothingToSay"));
        });
        pages.Post(Address + "/calendar", async (HttpContext http, Store store, Visit visit, Settings settings, CancellationToken stop) =>
            await Show(http, store, visit, stop, feed: FeedCalendar.At(Reached.At(settings), await store.MakeFeed(visit.Clock, stop))));
        pages.Post(Address + "/calendar/end", async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.EndFeed(visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, Address, ("said", "Reminders.SaidFeedEnded"));
        });
    }

    private static async Task<IResult> Keep(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var before = await store.Plan(stop);
            var webhook = form.Filled("webhook");
            await store.SetReminders(new()
            {
                ByMail = form["byMail"].Count > 0,
                Hour = int.TryParse(form["hour"], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) ? hour : -1,
                Weekdays = ReminderWishes.Of(form["weekdays"].Select(d => Enum.TryParse<DayOfWeek>(d, out var day) ? (DayOfWeek?)day : null).OfType<DayOfWeek>().Distinct()),
                Webhook = webhook,
                // It is not shown again, so nothing typed means the one there is, for the same address.
                WebhookToken = form.Filled("webhookToken") ?? (webhook is not null && webhook == before?.Webhook ? before.WebhookToken : null),
            }, visit.Owner, http.RequestServices.GetRequiredService<Settings>(), visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, Address, ("said", "Reminders.SaidKept"));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await Show(http, store, visit, stop, new("reminders", form, mistaken.Problems));
        }
    }

    private static async Task<IResult> Show(HttpContext http, Store store, Visit visit, CancellationToken stop, Typed? typed = null, string? feed = null)
    {
        var plan = await store.Plan(stop);
        var settings = http.RequestServices.GetRequiredService<Settings>();
        var next = plan is null ? null : DigestClock.Next(plan, visit.Clock.GetUtcNow().UtcDateTime, visit.Owner.Zone);
        return Answers.Page<RemindersPage>(new
        {
            Wishes = ReminderWishes.Of(plan),
            Visit = visit,
            CanMail = MailSettings.CanSend(settings),
            Mail = await store.OwnersMail(stop),
            Next = next is { } at ? TimeZoneInfo.ConvertTimeFromUtc(at, visit.Owner.Zone) : (DateTime?)null,
            IsOn = plan?.IsOn == true,
            OnlyHereAt = plan?.IsOn == true ? Reached.OnlyHere(settings) : null,
            HasFeed = await store.HasFeed(visit.Clock, stop),
            Feed = feed,
            Said = Said.From(http.Request.Query),
            Typed = typed,
        }, typed);
    }
}
