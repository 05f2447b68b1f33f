using Mainstay.Accounts;
using Mainstay.Live;
using Mainstay.Storage;
using Mainstay.Web;
using static Mainstay.Circles.CircleDoorPage;

namespace Mainstay.Circles;

/// <summary><c>/circles/{circle}</c>: what is asked for and offered there. Pages that are open are told of what is new.</summary>
public sealed partial class CirclePage
{
    private const string Live = "/posts/live";

    private const int Most = 30, MostForMe = 5;

    internal static void Map(IEndpointRouteBuilder pages)
    {
        Get(pages, "", async call =>
        {
            var (asked, before) = (Which(call.Http), Guid.TryParse(call.Asked("before"), out var id) ? id : (Guid?)null);
            var lines = await Listing(call.Store, call.Seat, asked, before, call.Today, call.Stop);
            return Answers.Page<CirclePage>(new
            {
                call.Place,
                call.Today,
                Lines = lines.Take(Most).ToList(),
                ForMe = asked == "" && before is null ? await call.Store.AsksForMe(call.Seat, call.Today, MostForMe, call.Stop) : [],
                Asked = asked,
                IsLater = before is not null,
                Version = before is null ? PostLiveQueries.VersionOf(lines) : null,
                Last = lines.Count > Most ? lines[Most - 1].Post.Id : (Guid?)null,
                call.Said,
            });
        });
        pages.Get(InCircleAttribute.Pattern + Live, (HttpContext http, Visit visit, LiveParts live) =>
            live.Follow(http, visit.Guest!, PostLiveQueries.List, async (store, stop) =>
                await store.FindSeat(visit.Guest!.AccountId, stop) is { } seat ? PostLiveQueries.VersionOf(await Listing(store, seat, Which(http), null, visit.Today, stop)) : null)).WithMetadata(new InCircleAttribute());
    }

    /// <summary>Which posts are asked for.</summary>
    private static string Which(HttpContext http) => http.Request.Query["show"].ToString() is var asked && asked is "asks" or "offers" or "mine" or "all" ? asked : "";

    private static Task<IReadOnlyList<PostLine>> Listing(Store store, CircleSeat seat, string asked, Guid? before, DateOnly today, CancellationToken stop) => store.PostsHere(seat, new()
    {
        Kinds = asked switch { "asks" => [PostKind.Ask], "offers" => [PostKind.Offer], "mine" => [PostKind.Ask, PostKind.Offer, PostKind.Lesson, PostKind.Resource], _ => [PostKind.Ask, PostKind.Offer] },
        AuthorId = asked == "mine" ? seat.Id : null,
        IsAll = asked is "mine" or "all",
        Before = before,
    }, today, Most + 1, stop);
}
