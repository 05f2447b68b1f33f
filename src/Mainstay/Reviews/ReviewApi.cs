using Mainstay.Api;
using Mainstay.Coverage;
using Mainstay.People;

namespace Mainstay.Reviews;

/// <summary>The quarterly review, for programs.</summary>
internal static class ReviewApi
{
    private const string Chapter = "Reviews";

    public static void Map(ApiRoutes api)
    {
        api.Get("/review", async call => ApiAnswer.Of(QuarterAnswer.Of(await call.Services.GetRequiredService<ReviewQueries>().Quarter(call.Store, call.Today, call.Stop))), new("readQuarter", "What there is to look at in a quarterly review")
        {
            Chapter = Chapter,
            About = "What changed since the last one, or in the last three months; what you need; seats to fill; ties that fade or could rest.",
            Answer = AnswerShape.Of<QuarterAnswer>("As it stands today."),
        });
        api.Get("/reviews", async call => ApiAnswer.Of(new Page<ReviewAnswer> { Items = [.. (await call.Store.AllReviews(call.Stop)).Select(ReviewAnswer.Of)] }), new("listReviews", "Reviews that were kept, the latest first")
        {
            Chapter = Chapter,
            Answer = AnswerShape.PageOf("All of them.", ReviewExamples.Review),
        });
        api.Post("/reviews", Keep, new("keepReview", "Keep today's review, with what you decided in it")
        {
            Chapter = Chapter,
            About = "All of it is done, or nothing. There is one review a day: a second changes the first.",
            Body = BodyShape.Of<ReviewFields>("What you decided.", new { ReviewExamples.Review.Note, Needs = new[] { new { Id = Needs.NeedsExamples.Need.Id, Importance = 5 } }, Ties = new[] { new { Rhythm.RhythmExamples.Grace.Id, Choice = "rest" } } }),
            Answer = AnswerShape.Made<KeptReviewAnswer>("The review."),
        });
        api.Get("/reviews/{id:guid}", async call => ApiAnswer.Of(await Read(call)), new("readReview", "One review") { Chapter = Chapter, Parameters = [Which], Answer = AnswerShape.Of<ReviewAnswer>("The review.", ReviewExamples.Review), IsTagged = true });
        api.Delete("/reviews/{id:guid}", async call =>
            ChangesApi.Of(await call.Store.RemoveReview(call.Id(), call.Clock, call.Stop)), new("removeReview", "Remove a review; what you decided in it stays") { Chapter = Chapter, Parameters = [Which], Answer = ChangesApi.Shape, Current = Read });
    }

    private static Parameter Which => Parameter.Id("The review.");

    private static async Task<ApiAnswer> Keep(ApiCall call)
    {
        var kept = await call.Store.KeepReview((await call.Body<ReviewFields>()).ToReview(), call.Services.GetRequiredService<MapQueries>(), call.Today, call.Clock, call.Stop);
        return ApiAnswer.Made(KeptReviewAnswer.Of(kept), $"{ApiRoutes.Root}/reviews/{kept.Review.Id}");
    }

    private static async Task<object> Read(ApiCall call) => ReviewAnswer.Of(await call.Store.ReviewOf(call.Id(), call.Stop));
}
