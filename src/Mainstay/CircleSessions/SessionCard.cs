using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.CircleSessions;

/// <summary>Today: a session of one of my circles begins today; and a week and a month after a ring, what became of my request.</summary>
[OwnersOnly]
public sealed class SessionCard : ITodayCard
{
    internal const string Kind = "session";

    private const int LongestSaid = 100;

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop)
    {
        // What somebody does in their circles is no business of another who owns the network with them.
        if (await store.NetworkOwner(stop) is not { } me) return [];
        var circles = (await store.CirclesOf(me, stop)).ToDictionary(c => c.SpaceId, c => c.Name);
        if (circles.Count == 0) return [];
        var space = store.SpaceId;
        var zone = Owner.Of(await store.Spaces.AsNoTracking().SingleAsync(s => s.Id == space, stop)).Zone;
        var from = SessionsPage.Moment(today.ToDateTime(TimeOnly.MinValue), zone);
        var begin = await store.MySessionsBetween(me, from, SessionsPage.Moment(today.AddDays(1).ToDateTime(TimeOnly.MinValue), zone), stop);
        var follow = (await store.RequestsToFollow(me, from, stop)).Select(f => (f.Session, f.Request, Days: FollowingUp.DueOn(f.Request, DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(new SessionStand(f.Session, [], me, false, from).EndedAt, zone)), today)));
        return [.. begin.Select(s => Begins(s, circles[s.SpaceId], TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(s.StartsAt, zone)))), .. follow.Where(f => f.Days is not null).Select(f => Asks(f.Session, f.Request, circles[f.Session.SpaceId], f.Days!.Value))];
    }

    private static TodayItem Begins(CircleSession session, string circle, TimeOnly at) => new()
    {
        Kind = Kind,
        Subject = session.Id,
        Sentence = new(session.Kind == SessionKind.Peer ? "CircleSessions.CardConversation" : "CircleSessions.CardBegins", circle, at),
        Reasons = session.Kind == SessionKind.Peer ? [] : [SessionWords.Title(session), new("CircleSessions.CardYouAreIn")],
        Href = Href(session),
        Action = new("CircleSessions.CardOpen"),
        ActionHref = Href(session),
        IsConfidential = session.Kind == SessionKind.Peer,
        Priority = 5.2,
    };

    private static TodayItem Asks(CircleSession session, SessionEntry request, string circle, int days) => new()
    {
        Kind = Kind,
        Subject = request.Id,
        Sentence = new("CircleSessions.CardBecame", circle),
        Reasons = [new("CircleSessions.CardRequest", Texts.Shortened(request.Text, LongestSaid)), new("CircleSessions.CardDays", days)],
        Href = Href(session),
        Action = new("CircleSessions.CardSay"),
        ActionHref = Href(session),
        Priority = 2.6,
    };

    private static string Href(CircleSession session) => $"{CirclePlace.Of(session.SpaceId)}{SessionsPage.Path}/{session.Id}";
}
