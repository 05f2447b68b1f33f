using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

public static class TokenQueries
{
    /// <summary>The keys of an account that open something, the newest first.</summary>
    public static async Task<IReadOnlyList<ApiToken>> TokensOf(this Store store, Guid account, DateTime now, CancellationToken stop) =>
        [.. (await store.ApiTokens.AsNoTracking().Where(t => t.AccountId == account).OrderByDescending(t => t.Id).ToListAsync(stop)).Where(t => t.IsGood(now))];

    /// <summary>A key by its id, or the end of it.</summary>
    public static async Task<ApiToken> TokenOf(this Store store, string named, CancellationToken stop)
    {
        var found = (await store.ApiTokens.AsNoTracking().ToListAsync(stop)).Where(t => named.Length >= ApiToken.ShortestEnd && t.Id.ToString().EndsWith(named, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count == 1 ? found[0] : throw new NotFound("Accounts.NoSuchToken");
    }

    /// <summary>Who shows this key, and until when. One that was revoked, whose account may not come in or whose space is closed to it, is nobody's.</summary>
    internal static async Task<Recognised?> FindProgram(this Store store, string secret) =>
        secret.StartsWith(ApiToken.Prefix, StringComparison.Ordinal) && await ByToken.For(store)(store, Secrets.Hash(secret)) is { Token.RevokedAt: null } found ? found.ToGuest() : null;

    private static readonly Question<Func<Store, byte[], Task<Found?>>> ByToken = new(() => EF.CompileAsyncQuery((Store store, byte[] hash) =>
        (from token in store.Set<ApiToken>()
         where token.Hash == hash
         join account in store.Set<Account>() on token.AccountId equals account.Id
         where account.DisabledAt == null
         join access in store.Set<Access>() on new { token.AccountId, token.SpaceId } equals new { access.AccountId, access.SpaceId }
         join space in store.Set<Space>() on token.SpaceId equals space.Id
         select new Found(token, account, space, access.Role)).AsNoTracking().SingleOrDefault()));

    private sealed record Found(ApiToken Token, Account Account, Space Space, SpaceRole Role)
    {
        public Recognised ToGuest() => new(new(Account.Id, null, Owner.Of(Space.Id, Space.TimeZone, Account.Locale), Token.Scope) { Name = Account.Name, Role = Role, TokenId = Token.Id },
            Token.ExpiresAt ?? DateTime.MaxValue, Token.LastUsedAt + Session.Step ?? DateTime.MinValue);
    }

    /// <summary>The network that is an account's own, or the first it may enter.</summary>
    internal static async Task<Guid> HomeOf(this Store store, Guid account, CancellationToken stop) =>
        await store.Accesses.Where(a => a.AccountId == account && store.Set<Space>().Any(s => s.Id == a.SpaceId && s.Kind == SpaceKind.Network)).OrderByDescending(a => a.Role).ThenBy(a => a.Since).Select(a => (Guid?)a.SpaceId).FirstOrDefaultAsync(stop)
        ?? throw new NotFound("Accounts.NoSuchSpace", "");
}
