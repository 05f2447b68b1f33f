using Mainstay.Mcp;
using Mainstay.Needs;

namespace Mainstay.Introductions;

/// <summary>Who could lead to somebody, for assistants.</summary>
internal static class PathsTools
{
    public static Tool Paths => new("paths_to", "Introductions.ToolPaths", Ask)
    {
        Inputs = [new("to", InputKind.Text, "Introductions.HelpPathsTo"), new("need", InputKind.Text, "Introductions.HelpPathsNeed"), new("topic", InputKind.Text, "Introductions.HelpPathsTopic")],
    };

    private static async Task<object> Ask(ToolCall call)
    {
        var paths = call.Services.GetRequiredService<PathQueries>();
        var target = call.Text("need") is { } which ? await call.Store.ForNeed(await call.Store.FindNeed(which, call.Stop), call.Stop)
            : call.Text("topic") is { } about ? await call.Store.AboutTopic(about, call.Stop)
            : await paths.Target(call.Store, call.Text("to"), call.Stop);
        return PathsAnswer.Of(await paths.To(call.Store, target, call.Today, call.Stop));
    }
}
