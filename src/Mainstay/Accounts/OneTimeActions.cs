using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

public static class OneTimeActions
{
    private static readonly TimeSpan Good = TimeSpan.FromHours(24);

    /// <summary>The secret of a link that signs somebody in once. Earlier links of theirs end.</summary>
    public static async Task<string> MakeSignInLink(this Store store, Guid account, TimeProvider clock, CancellationToken stop)
    {
        await store.OneTimeKeys.Where(k => k.AccountId == account && k.Kind == OneTimeKind.Link).ExecuteDeleteAsync(stop);
        return await store.MakeKey(OneTimeKind.Link, account, Good, clock, stop);
    }

    /// <summary>Whom a link would sign in.</summary>
    public static async Task<Account> AccountOfLink(this Store store, string secret, TimeProvider clock, CancellationToken stop)
    {
        var key = await store.FindKey(OneTimeKind.Link, secret, clock, stop);
        return await store.Accounts.SingleOrDefaultAsync(a => a.Id == key.AccountId && a.DisabledAt == null, stop) ?? throw new Gone("Accounts.LinkIsOver");
    }

    /// <summary>Uses a link up, and gives the account a new password where one is wanted; an account that has none needs one.</summary>
    public static async Task<Account> SignInByLink(this Store store, UserManager<Account> identity, string secret, string? password, TimeProvider clock, CancellationToken stop)
    {
        var account = await store.AccountOfLink(secret, clock, stop);
        if (password is null && account.PasswordHash is null) throw new Mistaken(new Problems { { "password", "Accounts.PasswordShort", PasswordRules.Shortest } });
        return await store.ChangeAccounts(async () =>
        {
            var hash = Secrets.Hash(secret);
            if (await store.OneTimeKeys.Where(k => k.Hash == hash && k.Kind == OneTimeKind.Link).ExecuteDeleteAsync(stop) == 0) throw new Gone("Accounts.LinkIsOver");
            if (password is not null) await store.SetPassword(identity, account, password, null, stop);
            return account;
        }, stop);
    }

    internal static async Task<string> MakeKey(this Store store, OneTimeKind kind, Guid? account, TimeSpan good, TimeProvider clock, CancellationToken stop)
    {
        var (secret, now) = (Secrets.Make(), clock.GetUtcNow().UtcDateTime);
        await store.OneTimeKeys.Where(k => k.ExpiresAt < now).ExecuteDeleteAsync(stop);
        store.Add(new OneTimeKey { Hash = Secrets.Hash(secret), Kind = kind, AccountId = account, ExpiresAt = now + good });
        await store.SaveChangesAsync(stop);
        return secret;
    }

    internal static async Task<OneTimeKey> FindKey(this Store store, OneTimeKind kind, string secret, TimeProvider clock, CancellationToken stop)
    {
        var (hash, now) = (Secrets.Hash(secret), clock.GetUtcNow().UtcDateTime);
        return await store.OneTimeKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Hash == hash && k.Kind == kind && k.ExpiresAt > now, stop) ?? throw new Gone("Accounts.LinkIsOver");
    }
}

/// <summary>A link that opens nothing any more.</summary>
public sealed class Gone(string key) : Refusal(410, new(key));
