using Mainstay.Web;
using static Mainstay.Circles.CircleDoorPage;

namespace Mainstay.Circles;

/// <summary><c>/circles/{circle}/members</c>: who is in the circle, found by name or by what they can help with.</summary>
public sealed partial class MembersPage
{
    internal const string Path = "/members";

    private const int Most = 50;

    internal static void Map(IEndpointRouteBuilder pages) => Get(pages, Path, async call =>
    {
        var (about, after) = (call.Asked("q"), Guid.TryParse(call.Asked("after"), out var id) ? id : (Guid?)null);
        var lines = await call.Store.MembersHere(call.Seat, about, after, Most + 1, call.Stop);
        return Answers.Page<MembersPage>(new { call.Place, call.Today, Lines = lines.Take(Most).ToList(), Count = await call.Store.CountMembers(call.Stop), About = about, IsLater = after is not null, Last = lines.Count > Most ? lines[Most - 1].Member.Id : (Guid?)null, call.Said });
    });
}
