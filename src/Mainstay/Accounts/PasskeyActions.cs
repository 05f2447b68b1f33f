using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

public static class PasskeyActions
{
    /// <summary>The passkeys of an account, the newest first.</summary>
    public static async Task<IReadOnlyList<Passkey>> PasskeysOf(this Store store, Guid account, CancellationToken stop) =>
        await store.Passkeys.AsNoTracking().Where(p => p.AccountId == account).OrderByDescending(p => p.Id).ToListAsync(stop);

    /// <summary>Keeps a passkey that a device has made and proved. One that is known already is not another's.</summary>
    public static async Task AddPasskey(this Store store, Guid account, UserPasskeyInfo made, string name, TimeProvider clock, CancellationToken stop)
    {
        Mistaken.ThrowIf(new Problems().When(name.Length > Passkey.LongestName, "name", "Accounts.NameLong", Passkey.LongestName));
        if (await store.Passkeys.AnyAsync(p => p.CredentialId == made.CredentialId, stop)) throw new Conflict("Accounts.PasskeyKnown");
        var passkey = Passkey.Of(account, made);
        (passkey.Name, passkey.CreatedAt) = (name.Kept(), clock.GetUtcNow().UtcDateTime);
        store.Add(passkey);
        await store.SaveChangesAsync(stop);
    }

    /// <summary>Signs in with a passkey that has proved itself.</summary>
    public static async Task SignInByPasskey(this Store store, Account account, UserPasskeyInfo proved, TimeProvider clock, CancellationToken stop)
    {
        if (account.DisabledAt is not null) throw new Mistaken(new Problems().When(true, "passkey", "Accounts.PasskeyUnknown"));
        var now = clock.GetUtcNow().UtcDateTime;
        await store.Passkeys.Where(p => p.AccountId == account.Id && p.CredentialId == proved.CredentialId).ExecuteUpdateAsync(set => set
            .SetProperty(p => p.SignCount, (long)proved.SignCount).SetProperty(p => p.IsBackedUp, proved.IsBackedUp).SetProperty(p => p.IsUserVerified, proved.IsUserVerified).SetProperty(p => p.LastUsedAt, now), stop);
    }

    /// <summary>Lets a passkey open the door no more, but not if it were the last way in.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="account">Whose.</param>
    /// <param name="passkey">Which.</param>
    /// <param name="issuer">The provider that is asked now: no other one lets anybody in.</param>
    /// <param name="stop">Breaks off.</param>
    public static Task RemovePasskey(this Store store, Guid account, Guid passkey, string? issuer, CancellationToken stop) => store.ChangeAccounts(async () =>
    {
        var theirs = store.Passkeys.Where(p => p.AccountId == account);
        if (!await theirs.AnyAsync(p => p.Id == passkey, stop)) throw new NotFound("Accounts.NoSuchPasskey");
        var hasOther = (await store.AccountOf(account, stop)).PasswordHash is not null || await theirs.AnyAsync(p => p.Id != passkey, stop) || await store.ProviderConnections.AnyAsync(c => c.AccountId == account && c.Issuer == issuer, stop);
        if (!hasOther) throw new Mistaken(new Problems().When(true, "passkeys", "Accounts.LastWayIn"));
        return await theirs.Where(p => p.Id == passkey).ExecuteDeleteAsync(stop);
    }, stop);
}
