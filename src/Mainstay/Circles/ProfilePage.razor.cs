using Mainstay.Web;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Circles.CircleDoorPage;

namespace Mainstay.Circles;

/// <summary><c>/circles/{circle}/profile</c>: how one is shown in this circle, and whom one keeps apart from.</summary>
public sealed partial class ProfilePage
{
    internal const string Path = "/profile";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        Get(pages, Path, call => Show(call, null));
        Post(pages, Path, "profile", async call =>
        {
            await call.Store.ChangeProfile(call.Me, WelcomePage.Read(call.Form), call.Clock, call.Stop);
            return call.Done(Path, "Circles.SaidKept");
        }, Show).WithMetadata(new OfAccountAttribute());
    }

    private static async Task<IResult> Show(Call call, Typed? typed)
    {
        var blocked = await call.Store.BlockedBy(call.Me, call.Stop);
        return Answers.Page<ProfilePage>(new { call.Place, Profile = MemberProfile.Of(call.Seat.Me), Blocked = await call.Store.Members.AsNoTracking().Where(m => blocked.Contains(m.Id) && m.LeftAt == null).OrderBy(m => m.SortKey).ToListAsync(call.Stop), call.Said, Typed = typed }, typed);
    }
}
