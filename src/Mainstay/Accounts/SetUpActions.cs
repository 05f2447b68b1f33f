using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

public static class SetUpActions
{
    private static readonly TimeSpan Good = TimeSpan.FromDays(7);

    /// <summary>The secret of a link by which the first account is made; null once there is one.</summary>
    public static async Task<string?> MakeSetUpKey(this Store store, TimeProvider clock, CancellationToken stop)
    {
        if (await store.HasAccounts(stop)) return null;
        return await store.MakeKey(OneTimeKind.SetUp, null, Good, clock, stop);
    }

    /// <summary>Refuses a link that makes no account any more.</summary>
    public static async Task CheckSetUpKey(this Store store, string secret, TimeProvider clock, CancellationToken stop)
    {
        if (await store.HasAccounts(stop)) throw new Gone("Accounts.SetUpIsOver");
        _ = await store.FindKey(OneTimeKind.SetUp, secret, clock, stop);
    }

    /// <summary>Makes the first account. It takes over the network that the command line made. Of two at once, one comes too late.</summary>
    public static async Task<Account> SetUp(this Store store, UserManager<Account> identity, string secret, NewAccount details, TimeProvider clock, CancellationToken stop)
    {
        await store.CheckSetUpKey(secret, clock, stop); // first of all, so that nobody learns the rules without it
        Mistaken.ThrowIf(details.Check().When(string.IsNullOrEmpty(details.Password) && details.Passkey is null, "password", "Accounts.PasswordShort", PasswordRules.Shortest));
        return await store.ChangeAccounts(async () =>
        {
            await store.CheckSetUpKey(secret, clock, stop);
            var account = await store.AddAccount(identity, details, clock, stop);
            await store.OneTimeKeys.Where(k => k.Kind == OneTimeKind.SetUp).ExecuteDeleteAsync(stop);
            return account;
        }, stop);
    }
}
