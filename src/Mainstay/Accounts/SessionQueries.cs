using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

public static class SessionQueries
{
    /// <summary>Who shows this session's secret, and until when. A session whose account may not come in or whose space is closed to it is nobody's.</summary>
    internal static async Task<Recognised?> FindBrowser(this Store store, string secret) => (await BySession.For(store)(store, Secrets.Hash(secret)))?.ToGuest();

    /// <summary>The sessions of an account, the latest first.</summary>
    public static async Task<IReadOnlyList<Session>> SessionsOf(this Store store, Guid account, DateTime now, CancellationToken stop)
    {
        var sessions = await store.Sessions.AsNoTracking().Where(s => s.AccountId == account).OrderByDescending(s => s.LastSeenAt).ThenByDescending(s => s.Id).ToListAsync(stop);
        return [.. sessions.Where(s => !s.IsOver(now))];
    }

    /// <summary>What somebody who was let in may do in their space, or in the circle that they are in, at this moment; null when they would not be let in any more, or look at another network now.</summary>
    public static async Task<SpaceRole?> RoleNow(this Store store, Guest guest, DateTime now, CancellationToken stop)
    {
        var (account, space, network) = (guest.AccountId, guest.Owner.SpaceId, guest.IsInCircle ? guest.NetworkId : guest.Owner.SpaceId);
        var isGood = guest.TokenId is { } token
            ? await store.ApiTokens.AsNoTracking().SingleOrDefaultAsync(t => t.Id == token && t.SpaceId == network, stop) is { } shown && shown.IsGood(now)
            : await store.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == guest.SessionId && s.SpaceId == network, stop) is { } session && !session.IsOver(now);
        if (!isGood) return null;
        var roles = await store.Accesses.Where(a => a.AccountId == account && (a.SpaceId == space || a.SpaceId == network))
            .Join(store.Accounts.Where(a => a.DisabledAt == null), a => a.AccountId, a => a.Id, (a, _) => new { a.SpaceId, a.Role }).ToDictionaryAsync(a => a.SpaceId, a => a.Role, stop);
        return roles.ContainsKey(network) && roles.TryGetValue(space, out var role) ? role : null;
    }

    private static readonly Question<Func<Store, byte[], Task<Found?>>> BySession = new(() => EF.CompileAsyncQuery((Store store, byte[] hash) =>
        (from session in store.Set<Session>()
         where session.Hash == hash
         join account in store.Set<Account>() on session.AccountId equals account.Id
         where account.DisabledAt == null
         join access in store.Set<Access>() on new { session.AccountId, session.SpaceId } equals new { access.AccountId, access.SpaceId }
         join space in store.Set<Space>() on session.SpaceId equals space.Id
         select new Found(account.Id, account.Name, account.Locale, account.Theme, space.Id, space.TimeZone, session.Id, session.CreatedAt, session.LastSeenAt, access.Role,
             access.Role == SpaceRole.Owner ? null : store.Set<Access>().Where(a => a.SpaceId == space.Id && a.Role == SpaceRole.Owner).OrderBy(a => a.Since).Join(store.Set<Account>(), a => a.AccountId, a => a.Id, (_, a) => a.Name).FirstOrDefault())).SingleOrDefault()));

    private sealed record Found(Guid AccountId, string Name, string Locale, Theme Theme, Guid SpaceId, string TimeZone, Guid SessionId, DateTime CreatedAt, DateTime LastSeenAt, SpaceRole Role, string? OwnersName)
    {
        private DateTime Until => LastSeenAt + Session.Idle < CreatedAt + Session.Longest ? LastSeenAt + Session.Idle : CreatedAt + Session.Longest;

        public Recognised ToGuest() => new(new(AccountId, SessionId, Owner.Of(SpaceId, TimeZone, Locale), Scope.Write) { Name = Name, Theme = Theme, Role = Role, OwnersName = OwnersName }, Until, LastSeenAt + Session.Step);
    }
}
