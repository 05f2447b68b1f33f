using Mainstay.Web;

namespace Mainstay.Mcp;

/// <summary>Today, for assistants.</summary>
internal static class TodayTools
{
    public static Tool Today => new("today", "Mcp.Today", Read)
    {
        Inputs = [new("on", InputKind.Day, "Mcp.TodayOn")],
    };

    private static async Task<object> Read(ToolCall call)
    {
        var (day, sources) = (call.Day("on") ?? call.Today, call.Services.GetRequiredService<TodaySources>());
        var cards = day == call.Today ? await call.Store.DealToday(sources, day, call.Stop) : await call.Store.CardsOn(sources, day, call.Stop);
        return TodayAnswer.Of(day, cards.Where(c => !c.IsConfidential));
    }
}
