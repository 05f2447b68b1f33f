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

    public static async Task RemovePasskey(this Store store, Guid account, Guid passkey, CancellationToken stop)
    {
        if (await store.Passkeys.Where(p => p.AccountId == account && p.Id == passkey).ExecuteDeleteAsync(stop) == 0) throw new NotFound("Accounts.NoSuchPasskey");
    }
}
