using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.CircleSessions;

/// <summary>What somebody asked, gave and took on in sessions of their circles, and what was said when they had the hot seat, for the file of their account. What they wrote for another's hot seat is the other's.</summary>
internal sealed class SessionsFileSource : IAccountFileSection
{
    public string Name => "sessions";

    public async Task<object?> Of(Store store, Guid account, CancellationToken stop)
    {
        var (entries, sessions, seats, blocks) = (store.InCirclesOf<SessionEntry>(account), store.InCirclesOf<CircleSession>(account), store.InCirclesOf<SessionSeat>(account), store.InCirclesOf<MemberBlock>(account));
        var all = entries.Join(sessions, e => new { e.SpaceId, Id = e.SessionId }, s => new { s.SpaceId, s.Id }, (Entry, Session) => new { Entry, Session });
        var written = await all.Where(x => x.Entry.AuthorId == account && (x.Session.Kind == SessionKind.Ring || x.Session.Kind == SessionKind.HotSeat && x.Entry.Kind == EntryKind.Action))
            .OrderBy(x => x.Session.StartsAt).ThenBy(x => x.Entry.Id).Select(x => new { Session = x.Session.Title, x.Session.StartsAt, x.Entry.Kind, x.Entry.Text }).ToListAsync(stop);
        var told = await all.Where(x => x.Session.Kind == SessionKind.HotSeat && x.Session.State == SessionState.Over && x.Entry.Kind != EntryKind.Action && seats.Any(s => s.SpaceId == x.Session.SpaceId && s.SessionId == x.Session.Id && s.MemberId == account && s.Role == SessionRole.Presenter)
                && !blocks.Any(b => b.SpaceId == x.Entry.SpaceId && (b.ById == account && b.OfId == x.Entry.AuthorId || b.OfId == account && b.ById == x.Entry.AuthorId)))
            .OrderBy(x => x.Session.StartsAt).ThenBy(x => x.Entry.Id).Select(x => new { Session = x.Session.Title, x.Session.StartsAt, x.Entry.Kind, x.Entry.Text }).ToListAsync(stop);
        return written.Count + told.Count == 0 ? null : new { Written = written, OnMyHotSeats = told };
    }
}
