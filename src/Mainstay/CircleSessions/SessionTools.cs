using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Mcp;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.CircleSessions;

/// <summary>Sessions, for assistants: they read which there are, and nothing of peer support.</summary>
internal static class SessionTools
{
    public static Tool Sessions => new("circle_sessions", "CircleSessions.ToolSessions", Read);

    private static async Task<object> Read(ToolCall call)
    {
        var (store, now, here) = (call.Store, call.Clock.GetUtcNow().UtcDateTime, call.Store.SpaceId);
        if (await store.NetworkOwners().ToListAsync(call.Stop) is not [var me]) return new { Sessions = Array.Empty<object>() };
        var found = new List<object>();
        foreach (var circle in await store.CirclesOf(me, call.Stop))
        {
            store.SpaceId = circle.SpaceId;
            if (await store.FindSeat(me, call.Stop) is not { } seat) continue;
            var zone = Owner.Of(await store.Spaces.AsNoTracking().SingleAsync(s => s.Id == circle.SpaceId, call.Stop)).Zone;
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone));
            found.AddRange((await store.SessionsHere(seat, now, call.Stop)).Where(s => !s.IsPeer).Select(s => new { Circle = circle.Name, Session = SessionAnswer.Of(s, zone, today) }));
        }
        store.SpaceId = here;
        return new { Sessions = found };
    }
}
