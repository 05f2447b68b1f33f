using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Gatherings;
using Mainstay.People;

namespace Mainstay.Calendars;

/// <summary>Subscribed calendars and what they announce, for programs.</summary>
internal static class CalendarsApi
{
    private const string One = "/calendars/{id:guid}", OneAnnounced = "/announced/{id:guid}";

    private static readonly SubscribedCalendarAnswer Calendar = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a71"), "Founders Lisbon", "calendar.example.org", "founders, pricing")
    {
        Announces = 12, News = 2, ReadAt = new(2026, 5, 1, 9, 0, 0, DateTimeKind.Utc), NextAt = new(2026, 5, 1, 15, 20, 0, DateTimeKind.Utc), Sentence = "Looked at 3 hours ago: 12 gatherings lie ahead; 2 are new.",
    };

    private static readonly AnnouncedAnswer Announced = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a72"), Calendar.Id, Calendar.Name, "Pricing night", new(2026, 5, 12), new(2026, 5, 12)) { From = "18:00", To = "20:00", Place = "Lisbon", Topics = "founders, pricing", Sentence = "Tuesday, 12 May 2026, 18:00 to 20:00 · Lisbon" };

    public static void Map(ApiRoutes api)
    {
        MapCalendars(api);
        MapAnnounced(api);
    }

    private static void MapCalendars(ApiRoutes api)
    {
        api.Get("/calendars", async call => ApiAnswer.Of(new Page<SubscribedCalendarAnswer> { Items = [.. (await call.Store.CalendarsHere(call.Stop)).Select(c => Told(call, c))] }),
            new("listCalendars", "Subscribed calendars, and how each is") { Chapter = GatheringsApi.Chapter, Answer = AnswerShape.PageOf("All of them.", Calendar) });
        api.Post("/calendars", async call =>
        {
            var made = await call.Store.AddCalendar((await call.Body<SubscribedCalendarFields>()).ToCalendar(), call.Clock, call.Stop);
            return ApiAnswer.Made(Told(call, made), $"{ApiRoutes.Root}/calendars/{made.Id}");
        }, new("addCalendar", "Subscribe to a calendar")
        {
            Chapter = GatheringsApi.Chapter,
            About = "Its address is called from now on, a few times a day. It is a secret, and told to nobody again.",
            Body = BodyShape.Of<SubscribedCalendarFields>("The calendar.", new { Calendar.Name, Address = "https://calendar.example.org/founders.ics", Calendar.Topics }),
            Answer = AnswerShape.Made<SubscribedCalendarAnswer>("The calendar.", Calendar),
        });
        api.Get(One, async call => ApiAnswer.Of(await Read(call)), new("readCalendar", "One subscribed calendar") { Chapter = GatheringsApi.Chapter, Parameters = [Which], Answer = AnswerShape.Of<SubscribedCalendarAnswer>("The calendar.", Calendar) });
        api.Put(One, async call =>
        {
            await Read(call);
            return ApiAnswer.Of(Told(call, await call.Store.ChangeCalendar(call.Id(), (await call.Body<SubscribedCalendarFields>()).ToCalendar(), call.Clock, call.Stop)));
        }, new("changeCalendar", "Say anew what a calendar is called, and where it is")
        {
            Chapter = GatheringsApi.Chapter,
            Parameters = [Which],
            Body = BodyShape.Of<SubscribedCalendarFields>("All that is said of it; an address that is not given stays.", new { Calendar.Name, Calendar.Topics }),
            Answer = AnswerShape.Of<SubscribedCalendarAnswer>("The calendar as it is now.", Calendar),
        });
        api.Post($"{One}/look", async call => ApiAnswer.Of(Told(call, await call.Store.Look(call.Id(), LookActions.Looking.With(call.Services, call.Visit.Owner, call.Clock), call.Stop))), new("lookAtCalendar", "Look at a calendar now")
        {
            Chapter = GatheringsApi.Chapter,
            About = "It answers when the calendar was read, or could not be: `trouble` says why.",
            Parameters = [Which],
            Answer = AnswerShape.Of<SubscribedCalendarAnswer>("The calendar as it is now.", Calendar),
            Conflicts = "It is being looked at already, or was changed meanwhile.",
        });
        api.Delete(One, async call =>
        {
            await Read(call);
            return ChangesApi.Of(await call.Store.RemoveCalendar(call.Id(), call.Clock, call.Stop));
        }, new("removeCalendar", "Leave a calendar with what it announces; gatherings that you kept stay") { Chapter = GatheringsApi.Chapter, Parameters = [Which], Answer = ChangesApi.Shape });
    }

    private static void MapAnnounced(ApiRoutes api)
    {
        api.Get("/announced", async call => ApiAnswer.Of(new Page<AnnouncedAnswer> { Items = [.. (await call.Store.AnnouncedAhead(call.Today, call.Stop, OfCalendar(call), call.YesOrNo("aside") == true)).Select(l => AnnouncedAnswer.Of(l, call.Visit.Owner.Zone))] }), new("listAnnounced", "What your calendars announce and you neither keep nor put aside, the next first")
        {
            Chapter = GatheringsApi.Chapter,
            About = $"At most {CalendarsQueries.MostShown}.",
            Parameters = [new("calendar", typeof(Guid), "Only those of this calendar."), new("aside", typeof(bool), "Those that you put aside instead.")],
            Answer = AnswerShape.PageOf("All of them.", Announced),
        });
        api.Get(OneAnnounced, async call => ApiAnswer.Of(await ReadAnnounced(call)), new("readAnnounced", "One gathering that a calendar announces") { Chapter = GatheringsApi.Chapter, Parameters = [WhichAnnounced], Answer = AnswerShape.Of<AnnouncedAnswer>("It.", Announced) });
        api.Post($"{OneAnnounced}/keep", async call =>
        {
            var kept = await call.Store.KeepAnnounced(call.Id(), call.Clock, call.Stop);
            return ApiAnswer.Of(GatheringAnswer.Of(kept.All[0].It, await call.Store.OwnersZone(call.Stop)));
        }, new("keepAnnounced", "Think of going: it becomes a gathering of yours, which follows its calendar")
        {
            Chapter = GatheringsApi.Chapter,
            Parameters = [WhichAnnounced],
            Answer = AnswerShape.Of<GatheringAnswer>("The gathering.", GatheringsApi.Gathering),
            Conflicts = "It was called off, or is not in its calendar any more.",
        });
        api.Post($"{OneAnnounced}/aside", async call => ChangesApi.Of(await call.Store.PutAside(call.Id(), call.Clock, call.Stop)), new("putAnnouncedAside", "Not see it again") { Chapter = GatheringsApi.Chapter, Parameters = [WhichAnnounced], Answer = ChangesApi.Shape });
        api.Post($"{OneAnnounced}/back", async call =>
        {
            await call.Store.BringBack(call.Id(), call.Stop);
            return ApiAnswer.Of(await ReadAnnounced(call));
        }, new("bringAnnouncedBack", "See it after all") { Chapter = GatheringsApi.Chapter, Parameters = [WhichAnnounced], Answer = AnswerShape.Of<AnnouncedAnswer>("It.", Announced) });
    }

    private static Parameter Which => Parameter.Id("The calendar.") with { Example = Calendar.Id };

    private static Parameter WhichAnnounced => Parameter.Id("The announced gathering.") with { Example = Announced.Id };

    private static Guid? OfCalendar(ApiCall call) => call.Asked("calendar") is not { } text ? null : Guid.TryParse(text, out var id) ? id : throw ApiCall.Wrong("calendar", "Calendars.NotThere");

    private static SubscribedCalendarAnswer Told(ApiCall call, SubscribedCalendar it) => SubscribedCalendarAnswer.Of(it, call.Clock.GetUtcNow().UtcDateTime, call.Visit.Owner.Zone);

    private static async Task<object> Read(ApiCall call) => Told(call, await call.Store.CalendarOf(call.Id(), call.Stop));

    private static async Task<object> ReadAnnounced(ApiCall call) => AnnouncedAnswer.Of(await call.Store.AnnouncedOf(call.Id(), call.Stop), call.Visit.Owner.Zone);
}
