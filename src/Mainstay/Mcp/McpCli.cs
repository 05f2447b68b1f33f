using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Words;

namespace Mainstay.Mcp;

/// <summary><c>mainstay mcp</c>: a door for assistants, over standard input and output.</summary>
public static class McpCli
{
    public static Command Command(Shell shell, IEnumerable<Tool> rooms)
    {
        var write = new Option<bool>("--write") { Description = "Mcp.HelpWrite" };
        var mcp = new Command("mcp", "Mcp.HelpMcp") { write };
        mcp.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            if (desk.Around.CanAsk) desk.Paper.Aside(Speech.Say("Mcp.Waiting"));
            Tool[] tools = [TodayTools.Today, .. rooms];
            var assistant = new Assistant([.. tools.Where(t => !t.Writes || typed.GetValue(write))], desk.Services, desk.Settings.Space, desk.Clock, desk.Around.Error);
            await assistant.Serve(desk.Around.OpenIn(), desk.Around.OpenOut(), stop);
            return Shell.Fine;
        }, stop));
        return mcp;
    }
}
