using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

/// <summary>A try to sign in.</summary>
/// <param name="Mail">As it was typed.</param>
/// <param name="Secret">The password, or a recovery code.</param>
/// <param name="From">The network address it came from.</param>
public sealed record SignInTry(string Mail, string Secret, string From);

public static class SignInActions
{
    private const int FreeOfMail = 5, FreeOfAddress = 20;

    /// <summary>What an unknown address is compared with, so that it takes as long as a wrong password.</summary>
    private static readonly Lazy<string> NobodysHash = new(() => AccountsIdentity.Hasher().HashPassword(null!, Secrets.Make()));

    /// <summary>Signs in by password, or halfway where a code is asked for beside it. Unknown address, wrong password and closed account are one answer, and take the same time.</summary>
    public static async Task<Entry> SignIn(this Store store, UserManager<Account> identity, SignInTry typed, TimeProvider clock, CancellationToken stop)
    {
        await store.CountTry(typed, clock, stop);
        var account = await identity.FindByEmailAsync(typed.Mail);
        var isRight = await IsRight(identity, account, typed.Secret);
        if (!isRight && !await store.UseRecoveryCode(account, typed.Secret, stop)) throw new Mistaken(new Problems().When(true, "password", "Accounts.WrongSignIn"));
        await store.ForgetTries(typed, stop);
        return new(account!, await store.SecondFactorOf(account!.Id, stop) is null ? null : Halfway.Of(account, !isRight, clock.GetUtcNow().UtcDateTime));
    }

    /// <summary>Counts it before it is looked at, so that many at once cannot slip through; a good one is forgotten afterwards.</summary>
    internal static async Task CountTry(this Store store, SignInTry typed, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var writing = await store.Database.BeginTransactionAsync(stop);
        if (store.IsPostgres) await store.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(5152)", stop);
        await store.FailedSignIns.Where(f => f.LastAt < now - FailedSignIn.Memory).ExecuteDeleteAsync(stop);
        var keys = Keys(typed);
        var failed = await store.FailedSignIns.Where(f => keys.Contains(f.KeyNormal)).ToDictionaryAsync(f => f.KeyNormal, stop);
        var wait = keys.Zip([FreeOfMail, FreeOfAddress], (key, free) => failed.GetValueOrDefault(key) is { } f ? f.LastAt + FailedSignIn.Delay(f.Count, free) - now : TimeSpan.Zero).Max();
        if (wait > TimeSpan.Zero) throw new TooSoon(wait);
        foreach (var key in keys)
        {
            var row = failed.GetValueOrDefault(key) ?? store.Add(new FailedSignIn { KeyNormal = key }).Entity;
            (row.Count, row.LastAt) = (row.Count + 1, now);
        }
        await store.SaveChangesAsync(stop);
        await writing.CommitAsync(stop);
    }

    /// <summary>The account's count ends; the place's goes back by one, or a guesser with an account of their own could clear it.</summary>
    internal static async Task ForgetTries(this Store store, SignInTry typed, CancellationToken stop)
    {
        var (mail, place) = (Keys(typed)[0], Keys(typed)[1]);
        store.ChangeTracker.Clear();
        await store.FailedSignIns.Where(f => f.KeyNormal == mail).ExecuteDeleteAsync(stop);
        await store.FailedSignIns.Where(f => f.KeyNormal == place && f.Count > 0).ExecuteUpdateAsync(set => set.SetProperty(f => f.Count, f => f.Count - 1), stop);
    }

    private static async Task<bool> IsRight(UserManager<Account> identity, Account? account, string password)
    {
        if (password.Length > PasswordRules.Longest) return false;
        if (account?.PasswordHash is not null) return await identity.CheckPasswordAsync(account, password) && account.DisabledAt is null;
        identity.PasswordHasher.VerifyHashedPassword(null!, NobodysHash.Value, password);
        return false;
    }

    private static string[] Keys(SignInTry typed) =>
        [Key("mail " + (MailNormalizer.MailNormal(typed.Mail) ?? typed.Mail)), Key("from " + typed.From)];

    private static string Key(string text) => Convert.ToHexStringLower(Secrets.Hash(text));
}

/// <summary>Too many tries: the next one may come after a while.</summary>
public sealed class TooSoon(TimeSpan wait) : Refusal(429, wait < TimeSpan.FromMinutes(1) ? new("Accounts.TooSoonSeconds", (int)Math.Ceiling(wait.TotalSeconds)) : new("Accounts.TooSoon", (int)Math.Ceiling(wait.TotalMinutes)))
{
    /// <summary>The same, beside the field that was guessed.</summary>
    public Problems At(string field) => new() { { field, Reason.Key, [.. Reason.Inputs] } };

    /// <summary>How long to wait.</summary>
    public int Seconds { get; } = (int)Math.Ceiling(wait.TotalSeconds);
}
