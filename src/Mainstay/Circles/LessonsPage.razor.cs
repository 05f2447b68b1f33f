using Mainstay.Web;
using static Mainstay.Circles.CircleDoorPage;

namespace Mainstay.Circles;

/// <summary><c>/circles/{circle}/lessons</c>: what members learned and where to look, found by any of its words.</summary>
public sealed partial class LessonsPage
{
    internal const string Path = "/lessons";

    private const int Most = 30;

    internal static void Map(IEndpointRouteBuilder pages) => Get(pages, Path, async call =>
    {
        var (about, before) = (call.Asked("q"), Guid.TryParse(call.Asked("before"), out var id) ? id : (Guid?)null);
        var lines = await call.Store.PostsHere(call.Seat, new() { Kinds = [PostKind.Lesson, PostKind.Resource], About = about, Before = before }, call.Today, Most + 1, call.Stop);
        return Answers.Page<LessonsPage>(new { call.Place, call.Today, Lines = lines.Take(Most).ToList(), About = about, IsLater = before is not null, Last = lines.Count > Most ? lines[Most - 1].Post.Id : (Guid?)null, call.Said });
    });
}
