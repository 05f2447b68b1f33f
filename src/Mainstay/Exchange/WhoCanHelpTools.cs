using Mainstay.Mcp;
using Mainstay.Needs;

namespace Mainstay.Exchange;

/// <summary>Who can help, for assistants.</summary>
internal static class WhoCanHelpTools
{
    public static Tool Who => new("who_can_help", "Exchange.ToolWho", Ask)
    {
        Inputs =
        [
            new("question", InputKind.Text, "Exchange.HelpWhoQuestion"),
            new("need", InputKind.Text, "Exchange.HelpWhoNeed"),
            new("limit", InputKind.Number, "Exchange.HelpWhoLimit"),
        ],
    };

    private static async Task<object> Ask(ToolCall call)
    {
        var need = call.Text("need") is { } topic ? (await call.Store.FindNeed(topic, call.Stop)).Id : (Guid?)null;
        return HelpAnswers.Of(await call.Store.WhoCanHelp(call.Text("question"), need, call.Number("limit", 1, WhoCanHelpQueries.Most) ?? WhoCanHelpQueries.Usual, call.Today, call.Stop));
    }
}
