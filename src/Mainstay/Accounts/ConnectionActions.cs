using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

public static class ConnectionActions
{
    /// <summary>By whom at which provider an account is let in, the newest first.</summary>
    public static async Task<IReadOnlyList<ProviderConnection>> ConnectionsOf(this Store store, Guid account, CancellationToken stop) =>
        await store.ProviderConnections.AsNoTracking().Where(c => c.AccountId == account).OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).ToListAsync(stop);

    /// <summary>Signs in whoever a provider says it is, or halfway where a code is asked for; null when nobody here is connected with them. A mail address alone lets nobody in: it can change hands, and not every provider looks whose it is.</summary>
    public static async Task<Entry?> SignInByProvider(this Store store, ProvedElsewhere proved, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await store.Connected(proved).Join(store.Accounts, c => c.AccountId, a => a.Id, (_, a) => a).SingleOrDefaultAsync(a => a.DisabledAt == null, stop);
        if (found is null) return null;
        await store.Connected(proved).ExecuteUpdateAsync(set => set.SetProperty(c => c.LastUsedAt, now), stop);
        return new(found, await store.SecondFactorOf(found.Id, stop) is null ? null : Halfway.Of(found, false, now));
    }

    /// <summary>Why somebody is not let in by a provider, and what to do: whether they have an account is said only to who was proved to own its address.</summary>
    public static async Task<Reason> WhyNotConnected(this Store store, ProvedElsewhere proved, string provider, CancellationToken stop)
    {
        var mail = proved is { IsMailVerified: true, Mail: { } said } ? MailNormalizer.MailNormal(said) : null;
        return new(mail is not null && await store.Accounts.AnyAsync(a => a.MailNormal == mail, stop) ? "Accounts.ConnectFirst" : "Accounts.NotConnected", provider);
    }

    /// <summary>From now on an account is let in by whom its owner is at a provider. Who is another's there is not taken from them.</summary>
    public static Task Connect(this Store store, Guid account, ProvedElsewhere proved, TimeProvider clock, CancellationToken stop) => store.ChangeAccounts(async () =>
    {
        if (await store.Connected(proved).Select(c => (Guid?)c.AccountId).SingleOrDefaultAsync(stop) is { } owner) return owner == account ? 0 : throw new Conflict("Accounts.ConnectedElsewhere");
        store.AddConnection(account, proved, clock);
        return await store.SaveChangesAsync(stop);
    }, stop);

    /// <summary>Lets an account be entered that way no more, but not if it were the last way in.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="account">Whose.</param>
    /// <param name="connection">Which.</param>
    /// <param name="issuer">The provider that is asked now: no other one lets anybody in.</param>
    /// <param name="stop">Breaks off.</param>
    public static Task Disconnect(this Store store, Guid account, Guid connection, string? issuer, CancellationToken stop) => store.ChangeAccounts(async () =>
    {
        var theirs = store.ProviderConnections.Where(c => c.AccountId == account);
        if (!await theirs.AnyAsync(c => c.Id == connection, stop)) throw new NotFound("Accounts.NoSuchConnection");
        var hasOther = (await store.AccountOf(account, stop)).PasswordHash is not null || await store.Passkeys.AnyAsync(p => p.AccountId == account, stop) || await theirs.AnyAsync(c => c.Id != connection && c.Issuer == issuer, stop);
        if (!hasOther) throw new Mistaken(new Problems().When(true, "provider", "Accounts.LastWayIn"));
        return await theirs.Where(c => c.Id == connection).ExecuteDeleteAsync(stop);
    }, stop);

    /// <summary>The one who runs the server ends all of an account's; a link lets its owner in.</summary>
    public static async Task<int> RemoveConnections(this Store store, Account account, CancellationToken stop) =>
        await store.ProviderConnections.Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(stop) is > 0 and var removed ? removed : throw new NotFound("Accounts.NoConnections", account.Name);

    internal static void AddConnection(this Store store, Guid account, ProvedElsewhere proved, TimeProvider clock) =>
        store.Add(new ProviderConnection { AccountId = account, Issuer = proved.Issuer, Subject = proved.Subject, Name = proved.Called.Kept(), CreatedAt = clock.GetUtcNow().UtcDateTime });

    internal static IQueryable<ProviderConnection> Connected(this Store store, ProvedElsewhere proved) =>
        store.ProviderConnections.Where(c => c.Issuer == proved.Issuer && c.Subject == proved.Subject);
}
