using Mainstay.Api;
using Mainstay.Mail;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Reminders;

/// <summary>Reminders and what became of them, for programs.</summary>
internal static class RemindersApi
{
    private const string Chapter = "Reminders";

    private static readonly ReminderAnswer Sample = new(true, 7, ["monday", "tuesday", "wednesday", "thursday", "friday"], null, false, true, new(2026, 5, 4, 6, 0, 0, DateTimeKind.Utc), new(2026, 5, 1));

    private static readonly LetterAnswer Letter = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a77"), "the day's reminder", "mail", "ada@example.org", "Friday, May 1: 3 things", "sent", null, 1,
        new(2026, 5, 1, 6, 0, 0, DateTimeKind.Utc), new(2026, 5, 1, 6, 0, 1, DateTimeKind.Utc), null, "<019a0f3c6a407c529d0e5b1f6f1d2a77@mainstay.example>");

    public static void Map(ApiRoutes api)
    {
        api.Get("/reminders", async call => ApiAnswer.Of(await Read(call)), new("readReminders", "How you are reminded, and when next") { Chapter = Chapter, Answer = AnswerShape.Of<ReminderAnswer>("As you said it.", Sample), IsTagged = true });
        api.Patch("/reminders", Change, new("changeReminders", "Say how to be reminded")
        {
            Chapter = Chapter,
            About = "The day's cards come at your hour of your zone: by mail where the server can send it, and to an address of the web if you name one. A day without cards brings nothing.",
            Body = BodyShape.PatchOf<ReminderFields>("What changes.", new { ByMail = true, Hour = 7, Sample.Weekdays }),
            Answer = AnswerShape.Of<ReminderAnswer>("As it is now.", Sample),
            IsTagged = true,
            Current = Read,
        });
        api.Post("/reminders/now", Now, new("remindNow", "Send today's reminder now") { Chapter = Chapter, About = "The one at your hour comes all the same.", Answer = AnswerShape.PageOf("What is on its way; nothing when the day has no cards.", Letter with { State = "waiting" }) });
        api.Post("/reminders/calendar", Feed, new("makeCalendar", "Make an address that calendars can subscribe to") { Chapter = Chapter, About = "The one before leads nowhere any more.", Answer = AnswerShape.Of<FeedAnswer>("The address.", new FeedAnswer("https://mainstay.example/calendar/….ics")), HasSecret = true });
        api.Delete("/reminders/calendar", async call =>
        {
            await call.Store.EndFeed(call.Clock, call.Stop);
            return ApiAnswer.Done;
        }, new("endCalendar", "End the address for calendars") { Chapter = Chapter });
        api.Get("/letters", async call => ApiAnswer.Of(new Page<LetterAnswer> { Items = [.. (await call.Store.LetterLog(Paging.Most, call.Stop)).Select(LetterAnswer.Of)] }), new("listLetters", "What was sent for you, failed, waits or is held") { Chapter = Chapter, Answer = AnswerShape.PageOf("The last first.", Letter) });
        api.Get("/letters/{id:guid}", async call => ApiAnswer.Of(LetterAnswer.Of(await call.Store.LetterOf(call.Id(), call.Stop))), new("readLetter", "One letter") { Chapter = Chapter, Parameters = [Which], Answer = AnswerShape.Of<LetterAnswer>("What became of it.", Letter) });
        api.Post("/letters/{id:guid}/again", async call => ApiAnswer.Of(LetterAnswer.Of(await call.Store.SendAgain(call.Id(), call.Clock, call.Stop, call.Services.GetServices<ILetterSubjects>()))), new("sendLetterAgain", "Send again what failed, was held or may not have arrived")
        {
            Chapter = Chapter,
            About = "The same letter with the same Message-ID. Nothing that may have arrived is ever sent again by itself.",
            Parameters = [Which],
            Answer = AnswerShape.Of<LetterAnswer>("It waits.", Letter with { State = "waiting" }),
            Conflicts = "It was sent already, or is on its way.",
        });
        MapBounced(api);
    }

    private static void MapBounced(ApiRoutes api) => api.Post("/letters/{id:guid}/bounced", async call => ChangesApi.Of(await call.Store.SayCameBack(call.Id(), call.Clock, call.Stop)), new("sayLetterCameBack", "Say that a letter that was sent came back")
    {
        Chapter = Chapter,
        About = "The letter says so from then on. When it is a message of yours, Today names the address, and it does not count as sent: its touch goes, and nobody is asked to follow it up.",
        Parameters = [Which],
        Answer = ChangesApi.Shape,
        Conflicts = "It was not sent, or is known to have come back.",
    });

    private static Parameter Which => Parameter.Id("The letter.");

    private static async Task<object> Read(ApiCall call)
    {
        var plan = await call.Store.Plan(call.Stop);
        return ReminderAnswer.Of(plan, await call.Store.HasFeed(call.Clock, call.Stop), plan is null ? null : DigestClock.Next(plan, call.Clock.GetUtcNow().UtcDateTime, call.Visit.Owner.Zone)) with { OnlyHereAt = Reached.OnlyHere(Settings(call)) };
    }

    private static async Task<ApiAnswer> Change(ApiCall call)
    {
        var said = ApiJson.Patched(ReminderFields.Of(await call.Store.Plan(call.Stop)), await call.Json());
        await call.Store.SetReminders((said.Webhook is null ? said with { WebhookToken = null } : said).ToWishes(), call.Visit.Owner, Settings(call), call.Clock, call.Stop);
        return ApiAnswer.Of(await Read(call));
    }

    private static async Task<ApiAnswer> Now(ApiCall call) =>
        ApiAnswer.Of(new Page<LetterAnswer> { Items = [.. (await call.Store.PostDigestNow(DigestActions.Desk.At(call.Services, call.Visit.Owner, call.Clock), call.Stop)).Select(LetterAnswer.Of)] });

    private static async Task<ApiAnswer> Feed(ApiCall call) => ApiAnswer.Of(new FeedAnswer(FeedCalendar.At(Reached.At(Settings(call)), await call.Store.MakeFeed(call.Clock, call.Stop))));

    private static Settings Settings(ApiCall call) => call.Services.GetRequiredService<Settings>();
}
