using Mainstay.Coverage;
using Mainstay.Reviews;
using Mainstay.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Reviews;

/// <summary>Short words for what most tests of reviews begin with.</summary>
internal static class ReviewCast
{
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<Quarter> Quarter(this TestHouse house) => house.Services.GetRequiredService<ReviewQueries>().Quarter(house.Again(), house.Today, Stop);

    public static Task<KeptReview> Keep(this TestHouse house, NewReview review) => house.Keep(house.Again(), review);

    public static Task<KeptReview> Keep(this TestHouse house, Store store, NewReview review) => store.KeepReview(review, house.Services.GetRequiredService<MapQueries>(), house.Today, house.Clock, Stop);
}
