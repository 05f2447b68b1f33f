using Mainstay.Mcp;

namespace Mainstay.Calendars;

/// <summary>Which gatherings to go to, for assistants.</summary>
internal static class WhichTools
{
    public static Tool Which => new("which_gatherings", "Calendars.ToolWhich", async call => FittingGatherings.Of(await call.Services.GetRequiredService<WhichQueries>().Which(call.Store, call.Today, call.Stop), await call.Store.AttendingOn(call.Today, call.Stop)));
}
