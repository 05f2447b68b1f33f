using Mainstay.Api;
using Mainstay.Gatherings;

namespace Mainstay.Calendars;

/// <summary>Which gatherings to go to, for programs.</summary>
internal static class WhichApi
{
    private static readonly FittingGathering Fitting = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a72"), null, "Pricing night", new(2026, 5, 12), new(2026, 5, 12)) { From = "18:00", To = "20:00", Place = "Lisbon", Calendar = "Founders Lisbon", Reasons = ["You need Pricing; it is about “pricing”.", "It is in Lisbon, where you went to a gathering twice."] };

    public static void Map(ApiRoutes api) => api.Get("/gatherings/which", async call => ApiAnswer.Of(FittingGatherings.Of(await call.Services.GetRequiredService<WhichQueries>().Which(call.Store, call.Today, call.Stop), await call.Store.AttendingOn(call.Today, call.Stop))), new("whichGatherings", "Which of the announced and noticed gatherings fit best, and why")
    {
        Chapter = GatheringsApi.Chapter,
        About = $"By what you need, where you go, and who of yours or of your candidates is named in them: a simple sum. At most {WhichQueries.MostNamed}, and none for which nothing speaks.",
        Answer = AnswerShape.Of<FittingGatherings>("Those that fit.", new FittingGatherings([Fitting], 12, 5) { Rhythm = "2 gatherings a month is what you meant; this month you were at one." }),
    });
}
