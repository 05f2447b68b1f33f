using Mainstay.Api;
using Mainstay.Gatherings;
using Mainstay.People;

namespace Mainstay.Calendars;

/// <summary>The rhythm of going to gatherings, for programs.</summary>
internal static class AttendingApi
{
    private const string Path = "/attending";

    private static readonly AttendingAnswer Sample = new("2 gatherings a month is what you meant; this month you were at one.") { HowMany = 2, Per = AttendingPer.Month, Places = "Lisbon, online", From = new(2026, 5, 1), Until = new(2026, 5, 31), Been = 1 };

    public static void Map(ApiRoutes api)
    {
        api.Get(Path, async call => ApiAnswer.Of(await Read(call)), new("readAttending", "How often you mean to go to gatherings, and how it stands")
        {
            Chapter = GatheringsApi.Chapter,
            About = "Counted are gatherings that begin in the running period on your days: those you were at, and those you go to.",
            Answer = AnswerShape.Of<AttendingAnswer>("How it stands.", Sample),
        });
        api.Put(Path, async call =>
        {
            await call.Store.SetAttending((await call.Body<AttendingFields>()).ToAttending(), call.Today, call.Stop);
            return ApiAnswer.Of(await Read(call));
        }, new("setAttending", "Say how often you mean to go to gatherings")
        {
            Chapter = GatheringsApi.Chapter,
            Body = BodyShape.Of<AttendingFields>("The rhythm; it takes the place of the one before.", new { Sample.HowMany, Per = "month", Sample.Places }),
            Answer = AnswerShape.Of<AttendingAnswer>("How it stands now.", Sample),
        });
        api.Delete(Path, async call => ChangesApi.Of(await call.Store.StopAttending(call.Clock, call.Stop)), new("stopAttending", "Have no rhythm of going to gatherings any more") { Chapter = GatheringsApi.Chapter, Answer = ChangesApi.Shape });
    }

    private static async Task<AttendingAnswer> Read(ApiCall call) => AttendingAnswer.Of(await call.Store.AttendingOn(call.Today, call.Stop));
}
