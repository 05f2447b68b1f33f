using Mainstay.Web;
using static Mainstay.Circles.CircleDoorPage;

namespace Mainstay.Circles;

/// <summary><c>/circles/{circle}/report</c>: telling the hosts of something that should not be.</summary>
public sealed partial class ReportPage
{
    internal const string Path = "/report";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        Get(pages, Path, call => Show(call, Read(n => call.Asked(n)), null));
        Post(pages, Path, "report", async call =>
        {
            await call.Store.Report(call.Me, Read(n => call.Form[n]), call.Form["why"].ToString(), call.Clock, call.Stop);
            return call.Done("", "Circles.SaidReported");
        }, (call, typed) => Show(call, Read(n => call.Form[n]), typed)).WithMetadata(new OfAccountAttribute());
    }

    private static ReportedThing Read(Func<string, string?> asked) => new(Id(asked("member")), Id(asked("post")), Id(asked("reply")));

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static async Task<IResult> Show(Call call, ReportedThing thing, Typed? typed)
    {
        var about = thing.PostId is { } id ? (await call.Store.PostShown(call.Seat, id, call.Stop)).Post : null;
        var what = thing switch
        {
            { ReplyId: { } reply, PostId: { } post } => (await call.Store.RepliesTo(call.Seat, post, call.Stop)).FirstOrDefault(r => r.Reply.Id == reply)?.Reply.Text,
            { PostId: not null } => about!.Title,
            { MemberId: { } member } => (await call.Store.MemberShown(call.Seat, member, call.Stop)).Member.Name,
            _ => null,
        };
        return Answers.Page<ReportPage>(new { call.Place, Thing = thing, What = what, Typed = typed }, typed);
    }
}
