using Mainstay.Web;
using static Mainstay.Circles.CircleDoorPage;

namespace Mainstay.Circles;

/// <summary><c>/circles/{circle}</c>: what is asked for and offered there.</summary>
public sealed partial class CirclePage
{
    private const int Most = 30, MostForMe = 5;

    internal static void Map(IEndpointRouteBuilder pages) => Get(pages, "", async call =>
    {
        var asked = call.Asked("show") is "asks" or "offers" or "mine" or "all" ? call.Asked("show")! : "";
        var before = Guid.TryParse(call.Asked("before"), out var id) ? id : (Guid?)null;
        var lines = await call.Store.PostsHere(call.Seat, new()
        {
            Kinds = asked switch { "asks" => [PostKind.Ask], "offers" => [PostKind.Offer], "mine" => [PostKind.Ask, PostKind.Offer, PostKind.Lesson, PostKind.Resource], _ => [PostKind.Ask, PostKind.Offer] },
            AuthorId = asked == "mine" ? call.Me : null,
            IsAll = asked is "mine" or "all",
            Before = before,
        }, call.Today, Most + 1, call.Stop);
        return Answers.Page<CirclePage>(new
        {
            call.Place,
            call.Today,
            Lines = lines.Take(Most).ToList(),
            ForMe = asked == "" && before is null ? await call.Store.AsksForMe(call.Seat, call.Today, MostForMe, call.Stop) : [],
            Asked = asked,
            IsLater = before is not null,
            Last = lines.Count > Most ? lines[Most - 1].Post.Id : (Guid?)null,
            call.Said,
        });
    });
}
