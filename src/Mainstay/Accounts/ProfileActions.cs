using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

/// <summary>What somebody says of themselves.</summary>
public sealed record NewProfile(string Name, string TimeZone, string Locale, Theme Theme)
{
    public Problems Check() => new Problems().Name(Name).Zone(TimeZone).Locale(Locale).When(!Enum.IsDefined(Theme), "theme", "Accounts.NotATheme");
}

public static class ProfileActions
{
    /// <summary>Keeps what somebody says of themselves. Days in their own networks are counted in their zone, and told in their language, from now on.</summary>
    public static Task ChangeProfile(this Store store, Guid account, NewProfile profile, CancellationToken stop)
    {
        Mistaken.ThrowIf(profile.Check());
        return store.ChangeAccounts(async () =>
        {
            var found = await store.AccountOf(account, stop);
            (found.Name, found.Locale, found.Theme) = (profile.Name.Kept(), profile.Locale, profile.Theme);
            await store.SaveChangesAsync(stop);
            var own = store.Accesses.Where(a => a.AccountId == account && a.Role == SpaceRole.Owner).Select(a => a.SpaceId);
            await store.Spaces.Where(s => own.Contains(s.Id)).ExecuteUpdateAsync(set => set.SetProperty(s => s.TimeZone, profile.TimeZone).SetProperty(s => s.Locale, profile.Locale), stop);
            return found;
        }, stop);
    }

    /// <summary>Signs in with another address from now on; who knows the password may change it.</summary>
    public static async Task ChangeMail(this Store store, UserManager<Account> identity, Guid account, string mail, Proof proof, TimeProvider clock, CancellationToken stop)
    {
        Mistaken.ThrowIf(new Problems().Mail(mail));
        await store.Prove(identity, account, proof, clock, stop);
        await store.ChangeAccounts(async () =>
        {
            (await identity.SetEmailAsync(await store.AccountOf(account, stop), mail.Kept())).ThrowIfRefused();
            return 0;
        }, stop);
    }

    /// <summary>A new password; every other browser is signed out.</summary>
    public static async Task ChangePassword(this Store store, UserManager<Account> identity, Guid account, string password, Proof proof, TimeProvider clock, CancellationToken stop)
    {
        await store.Prove(identity, account, proof, clock, stop);
        await store.SetPassword(identity, await store.AccountOf(account, stop), password, proof.Session, stop);
    }

    /// <summary>Whoever sits at a browser that was left open cannot take the account over: they have to know its password, where it has one. Guessing is slowed down as at the door.</summary>
    internal static async Task Prove(this Store store, UserManager<Account> identity, Guid account, Proof proof, TimeProvider clock, CancellationToken stop)
    {
        var found = await store.AccountOf(account, stop);
        if (found.PasswordHash is null) return;
        var typed = new SignInTry(found.Mail, proof.Password, proof.From);
        await store.CountTry(typed, clock, stop);
        if (proof.Password.Length > PasswordRules.Longest || !await identity.CheckPasswordAsync(await store.AccountOf(account, stop), proof.Password)) throw new Mistaken(new Problems().When(true, "current", "Accounts.PasswordWrong"));
        await store.ForgetTries(typed, stop);
    }
}

/// <summary>That it is really them who asks.</summary>
/// <param name="Password">The password they have.</param>
/// <param name="Session">The browser that asks.</param>
/// <param name="From">The network address it came from.</param>
public sealed record Proof(string Password, Guid? Session, string From);
