using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Mcp;

namespace Mainstay.CircleSessions;

/// <summary>Sessions, for assistants: they read which there are, and nothing of peer support.</summary>
internal static class SessionTools
{
    public static Tool Sessions => new("circle_sessions", "CircleSessions.ToolSessions", Read);

    private static async Task<object> Read(ToolCall call)
    {
        var (store, now) = (call.Store, call.Clock.GetUtcNow().UtcDateTime);
        if (await store.NetworkOwner(call.Stop) is not { } me) return new { Sessions = Array.Empty<object>() };
        var found = await store.InEachCircle(me, async (circle, seat) =>
        {
            var owner = Owner.Of(await store.SpaceHere(call.Stop));
            return (await store.SessionsHere(seat, now, call.Stop)).Where(s => !s.IsPeer).Select(s => new { Circle = circle.Name, Session = SessionAnswer.Of(s, owner.Zone, owner.DayAt(now)) });
        }, call.Stop);
        return new { Sessions = found.SelectMany(s => s) };
    }
}
