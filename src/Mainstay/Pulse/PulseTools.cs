using Mainstay.Mcp;

namespace Mainstay.Pulse;

/// <summary>For assistants: which way the pulse goes, and nothing of what was tapped or written.</summary>
internal static class PulseTools
{
    public static Tool Trend => new("pulse_trend", "Pulse.ToolTrend", async call => new { Trends = (await call.Store.PulseTrends(call.Today, call.Stop)).Select(PulseTrendAnswer.Of) });
}
