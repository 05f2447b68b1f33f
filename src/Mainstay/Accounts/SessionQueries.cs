using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

public static class SessionQueries
{
    /// <summary>Who shows this: a program its token, a browser the secret of its session.</summary>
    public static Task<(Guest Guest, bool IsStale)?> FindGuest(this Store store, string? token, string? session, DateTime now) =>
        token is not null ? store.FindProgram(token, now) : session is not null ? store.FindBrowser(session, now) : Task.FromResult<(Guest, bool)?>(null);

    /// <summary>Who shows this session's secret. A session that is over, whose account may not come in or whose space is closed to it, is nobody's.</summary>
    private static async Task<(Guest Guest, bool IsStale)?> FindBrowser(this Store store, string secret, DateTime now)
    {
        if (await BySession.For(store)(store, Secrets.Hash(secret)) is not { } found) return null;
        if (now >= found.CreatedAt + Session.Longest || now >= found.LastSeenAt + Session.Idle) return null;
        return (found.ToGuest(), now >= found.LastSeenAt + Session.Step);
    }

    /// <summary>The sessions of an account, the latest first.</summary>
    public static async Task<IReadOnlyList<Session>> SessionsOf(this Store store, Guid account, DateTime now, CancellationToken stop)
    {
        var sessions = await store.Sessions.AsNoTracking().Where(s => s.AccountId == account).OrderByDescending(s => s.LastSeenAt).ThenByDescending(s => s.Id).ToListAsync(stop);
        return [.. sessions.Where(s => !s.IsOver(now))];
    }

    private static readonly Question<Func<Store, byte[], Task<Found?>>> BySession = new(() => EF.CompileAsyncQuery((Store store, byte[] hash) =>
        (from session in store.Set<Session>()
         where session.Hash == hash
         join account in store.Set<Account>() on session.AccountId equals account.Id
         where account.DisabledAt == null
         join access in store.Set<Access>() on new { session.AccountId, session.SpaceId } equals new { access.AccountId, access.SpaceId }
         join space in store.Set<Space>() on session.SpaceId equals space.Id
         select new Found(account.Id, account.Name, account.Locale, account.Theme, space.Id, space.TimeZone, session.Id, session.CreatedAt, session.LastSeenAt)).SingleOrDefault()));

    private sealed record Found(Guid AccountId, string Name, string Locale, Theme Theme, Guid SpaceId, string TimeZone, Guid SessionId, DateTime CreatedAt, DateTime LastSeenAt)
    {
        public Guest ToGuest() => new(AccountId, SessionId, Owner.Of(SpaceId, TimeZone, Locale), Scope.Write) { Name = Name, Theme = Theme };
    }
}
