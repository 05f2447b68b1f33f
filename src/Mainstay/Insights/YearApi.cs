using Mainstay.Api;

namespace Mainstay.Insights;

/// <summary>The year in the life of the owner's support system, for programs.</summary>
internal static class YearApi
{
    public static void Map(ApiRoutes api) => api.Get("/year", Read, new("readYear", "A year in the life of your support system")
    {
        Chapter = "Network",
        About = "Who came in and who faded, what help flowed each way, what was asked and answered, how needs and their cover moved, and what was learned, as far as it is noted. Hard times are not in it, and neither is how you felt.",
        Parameters = [new("year", typeof(int), "Which; the one that runs when not said.") { Example = 2025 }],
        Answer = AnswerShape.Of<YearAnswer>("In words and numbers."),
    });

    private static async Task<ApiAnswer> Read(ApiCall call)
    {
        var year = call.Asked("year") is not { } asked ? call.Today.Year : Year.Read(asked, call.Today) ?? throw ApiCall.Wrong("year", "Insights.YearNone", Year.Earliest, call.Today.Year);
        return ApiAnswer.Of(YearAnswer.Of(await call.Services.GetRequiredService<YearQueries>().Year(call.Store, year, call.Visit.Owner, call.Today, call.Stop)));
    }
}
