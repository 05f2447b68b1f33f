using Mainstay.Accounts;
using Mainstay.Mcp;
using Mainstay.Words;

namespace Mainstay.Circles;

/// <summary>Circles, for assistants: to read. What is said to others there, its member says; what is asked in hard times no assistant reads.</summary>
internal static class CircleTools
{
    private const int Most = 30;

    public static Tool Circles => new("circles", "Circles.ToolCircles", Read)
    {
        Inputs = [new("circle", InputKind.Text, "Circles.ToolCircle"), new("about", InputKind.Text, "Circles.ToolAbout"), new("kind", InputKind.Text, "Circles.ToolKind")],
    };

    private static async Task<object> Read(ToolCall call)
    {
        if (await call.Store.NetworkOwner(call.Stop) is not { } me) return new { Circles = Array.Empty<object>() };
        if (call.Text("circle") is null && call.Text("about") is { } about) return new { Lessons = (await call.Store.LessonsInCircles(me, about, Most, call.Stop)).Select(CircleLessonAnswer.Of) };
        var mine = await call.Store.MyCircles(me, call.Today, call.Stop);
        if (call.Text("circle") is not { } named) return new { Circles = mine.Select(CircleAnswer.Of) };
        var circle = mine.FirstOrDefault(c => c.Name.Equals(named, StringComparison.OrdinalIgnoreCase) || c.Id.ToString() == named) ?? throw new NotFound("Accounts.NoSuchCircle");
        call.Store.SpaceId = circle.Id;
        var seat = await call.Store.SeatOf(me, call.Stop, SpaceRole.Guest);
        var kinds = Enum.TryParse<PostKind>(call.Text("kind"), true, out var kind) ? [kind] : Enum.GetValues<PostKind>();
        var lines = await call.Store.PostsHere(seat, new() { Kinds = kinds, About = call.Text("about") }, call.Today, Most, call.Stop);
        return new { circle.Name, circle.Purpose, Posts = lines.Where(l => !l.Post.IsForHardTimes).Select(PostAnswer.Of) };
    }
}
