using Mainstay.Accounts;
using Mainstay.Web;
using static Mainstay.Circles.CircleDoorPage;

namespace Mainstay.Circles;

/// <summary><c>/circles/{circle}/members/{id}</c>: a member as they choose to be shown; keeping apart from them; what hosts may do.</summary>
public sealed partial class MemberPage
{
    private const string One = MembersPage.Path + "/{id:guid}";

    private const int MostPosts = 10;

    internal static void Map(IEndpointRouteBuilder pages)
    {
        Get(pages, One, call => Show(call, null));
        Post(pages, One + "/block", async call =>
        {
            await call.Store.Block(call.Me, call.Id(), call.Stop);
            return call.Done($"{MembersPage.Path}/{call.Id()}", "Circles.SaidBlocked");
        }).WithMetadata(new OfAccountAttribute());
        Post(pages, One + "/unblock", async call =>
        {
            await call.Store.Unblock(call.Me, call.Id(), call.Stop);
            return call.Done($"{MembersPage.Path}/{call.Id()}", "Circles.SaidUnblocked");
        }).WithMetadata(new OfAccountAttribute());
        Post(pages, One + "/role", "role", async call =>
        {
            await call.Store.ChangeMemberRole(call.Me, call.Id(), Enum.TryParse<SpaceRole>(call.Form["role"], out var role) ? role : (SpaceRole)(-1), call.Clock, call.Stop);
            return call.Done($"{MembersPage.Path}/{call.Id()}", "Circles.SaidRole");
        }, Show).WithMetadata(new HostsOnlyAttribute());
        Post(pages, One + "/employer", async call =>
        {
            await call.Store.SayForEmployer(call.Me, call.Id(), call.Form["is"] != "no", call.Clock, call.Stop);
            return call.Done($"{MembersPage.Path}/{call.Id()}", "Circles.SaidKept");
        }).WithMetadata(new HostsOnlyAttribute());
        Post(pages, One + "/remove", async call =>
        {
            await call.Store.TakeOutOfCircle(call.Me, call.Id(), call.Clock, call.Stop);
            return call.Done(MembersPage.Path, "Circles.SaidTakenOut");
        }).WithMetadata(new HostsOnlyAttribute());
    }

    private static async Task<IResult> Show(Call call, Typed? typed)
    {
        var line = await call.Store.MemberShown(call.Seat, call.Id(), call.Stop);
        return Answers.Page<MemberPage>(new
        {
            call.Place,
            Line = line,
            call.Today,
            Answering = PostWords.Answering(await call.Store.ReplyTimeOf(line.Member.Id, call.Stop)),
            Clock = line.Member.TimeZone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var there) ? TimeZoneInfo.ConvertTime(call.Clock.GetUtcNow(), there).ToString("t", System.Globalization.CultureInfo.CurrentCulture) : null,
            Posts = await call.Store.PostsHere(call.Seat, new() { Kinds = Enum.GetValues<PostKind>(), AuthorId = line.Member.Id }, call.Today, MostPosts, call.Stop),
            IsBlocked = (await call.Store.BlockedBy(call.Me, call.Stop)).Contains(line.Member.Id),
            call.Said,
            Typed = typed,
        }, typed);
    }
}
