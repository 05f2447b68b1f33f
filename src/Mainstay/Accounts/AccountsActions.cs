using System.Globalization;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

public static class AccountsActions
{
    /// <summary>Makes an account with a network of its own. The first one takes over the network that the command line made; no later one gets what was somebody else's.</summary>
    public static Task<Account> AddAccount(this Store store, UserManager<Account> identity, NewAccount details, TimeProvider clock, CancellationToken stop) => store.ChangeAccounts(async () =>
    {
        Mistaken.ThrowIf(details.Check());
        if (details.By is { } by && await store.Connected(by).AnyAsync(stop)) throw new Conflict("Accounts.ConnectedElsewhere");
        var now = clock.GetUtcNow().UtcDateTime;
        var isFirst = !await store.HasAccounts(stop);
        var account = new Account { Id = details.Passkey?.Account ?? Guid.CreateVersion7(), Name = details.Name.Kept(), Mail = details.Mail.Kept(), Locale = details.Locale ?? SpokenHere(), CreatedAt = now };
        (details.Password is null ? await identity.CreateAsync(account) : await identity.CreateAsync(account, details.Password)).ThrowIfRefused();
        var space = (isFirst ? await store.Unclaimed(stop) : null) ?? NewNetwork(store, details.TimeZone ?? ZoneOf(clock), now);
        (space.Locale, space.TimeZone) = (account.Locale, details.TimeZone ?? space.TimeZone);
        store.Add(new Access { AccountId = account.Id, SpaceId = space.Id, Role = SpaceRole.Owner, Since = now });
        if (details.By is { } proved) store.AddConnection(account.Id, proved, clock);
        await store.SaveChangesAsync(stop);
        if (details.Passkey is { } made) await store.AddPasskey(account.Id, made.Info, made.Name, clock, stop);
        return account;
    }, stop);

    /// <summary>Ends an account: nobody comes in with it any more. Its network stays, for the command line, or for who is set up next when nobody is left; whoever was let into it is out.</summary>
    public static Task RemoveAccount(this Store store, Guid account, Leaving leaving, CancellationToken stop) => store.ChangeAccounts(async () =>
    {
        var circles = await store.CirclesOf(account, stop);
        foreach (var room in leaving.Accounts) await room.BeforeLeaving(store, account, leaving.Clock, stop);
        foreach (var circle in circles) await store.EraseIfEmpty(circle.SpaceId, leaving.Spaces, stop);
        await store.Accounts.Where(a => a.Id == account).ExecuteDeleteAsync(stop);
        var (accesses, spaces) = (store.Accesses, store.Spaces);
        var nobodys = spaces.Where(s => s.Kind == SpaceKind.Network && !accesses.Any(a => a.SpaceId == s.Id && a.Role == SpaceRole.Owner)).Select(s => s.Id);
        await store.Sessions.Where(s => nobodys.Contains(s.SpaceId)).ExecuteDeleteAsync(stop);
        await store.ApiTokens.Where(t => nobodys.Contains(t.SpaceId)).ExecuteDeleteAsync(stop);
        await store.Invitations.Where(i => i.SpaceId != null && nobodys.Contains(i.SpaceId.Value)).ExecuteDeleteAsync(stop);
        return await store.Accesses.Where(a => nobodys.Contains(a.SpaceId)).ExecuteDeleteAsync(stop);
    }, stop);

    /// <summary>Gives an account another password. Whoever is signed in with the old one is signed out, but for the browser that asked.</summary>
    public static Task SetPassword(this Store store, UserManager<Account> identity, Account account, string password, Guid? session, CancellationToken stop) => store.ChangeAccounts(async () =>
    {
        if (PasswordRules.Of(password, account.Mail, account.Name) is { } reason) throw new Mistaken(new Problems { { "password", reason.Key, [.. reason.Inputs] } });
        account.PasswordHash = identity.PasswordHasher.HashPassword(account, password);
        await store.SaveChangesAsync(stop);
        await store.EndSessions(account.Id, session, stop);
        await store.OneTimeKeys.Where(k => k.AccountId == account.Id && k.Kind == OneTimeKind.Link).ExecuteDeleteAsync(stop);
        return account;
    }, stop);

    /// <summary>Closes an account for a while, or opens it again. Whoever is signed in with it is out at the next request.</summary>
    public static async Task CloseAccount(this Store store, Account account, DateTime? since, CancellationToken stop)
    {
        account.DisabledAt = since;
        await store.SaveChangesAsync(stop);
        if (since is not null) await store.EndSessions(account.Id, null, stop);
    }

    /// <summary>Does it while nobody else makes or changes accounts: whether there is one, and whose an address is, stay true.</summary>
    internal static async Task<T> ChangeAccounts<T>(this Store store, Func<Task<T>> work, CancellationToken stop)
    {
        if (store.Database.CurrentTransaction is not null) return await work();
        await using var writing = await store.Database.BeginTransactionAsync(stop);
        if (store.IsPostgres) await store.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(5150)", stop);
        var done = await work();
        await writing.CommitAsync(stop);
        return done;
    }

    /// <summary>What Identity refuses is the user's mistake; the rules were checked before, so it can only be an address that is taken.</summary>
    internal static void ThrowIfRefused(this IdentityResult result)
    {
        if (result.Succeeded) return;
        var password = result.Errors.FirstOrDefault(e => e.Code.StartsWith("Accounts.", StringComparison.Ordinal));
        throw new Mistaken(new Problems().When(password is null, "mail", "Accounts.MailTaken").When(password is not null, "password", password?.Code ?? "", PasswordRules.Shortest));
    }

    internal static Space NewNetwork(Store store, string zone, DateTime now) =>
        store.Add(new Space { Name = "My network", TimeZone = zone, Locale = SpokenHere(), CreatedAt = now }).Entity;

    internal static string ZoneOf(TimeProvider clock) => clock.LocalTimeZone.HasIanaId ? clock.LocalTimeZone.Id : "UTC";

    /// <summary>The language in which the one who makes the network is spoken to.</summary>
    private static string SpokenHere() => Languages.All.Contains(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ? CultureInfo.CurrentUICulture.Name : Languages.All[0];

    private static Task<Space?> Unclaimed(this Store store, CancellationToken stop) =>
        store.Spaces.Where(s => s.Kind == SpaceKind.Network && !store.Set<Access>().Any(a => a.SpaceId == s.Id)).OrderBy(s => s.Id).FirstOrDefaultAsync(stop);
}
