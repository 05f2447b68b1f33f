using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

/// <summary>An app that somebody wants to be asked for beside the password.</summary>
/// <param name="Sealed">What its codes are made of, as it was shown to them.</param>
/// <param name="Code">One that the app shows: it proves that it took the secret in.</param>
public sealed record NewSecondFactor(string Sealed, string Code);

/// <summary>The second thing that somebody shows.</summary>
/// <param name="Code">As it was typed.</param>
/// <param name="IsPaper">It is a recovery code, and not one of the app.</param>
/// <param name="From">The network address it came from.</param>
public sealed record CodeTry(string Code, bool IsPaper, string From);

/// <summary>With what it is checked who somebody is.</summary>
public sealed record Gate(UserManager<Account> Identity, Seals Seals, TimeProvider Clock)
{
    internal DateTime Now => Clock.GetUtcNow().UtcDateTime;
}

public static class SecondFactorActions
{
    /// <summary>The second factor of an account; null when it has none.</summary>
    public static Task<SecondFactor?> SecondFactorOf(this Store store, Guid account, CancellationToken stop) =>
        store.SecondFactors.AsNoTracking().SingleOrDefaultAsync(f => f.AccountId == account, stop);

    /// <summary>From now on a code is asked for beside the password.</summary>
    /// <returns>Recovery codes, for the day when the phone is lost; none when there are some already.</returns>
    public static async Task<IReadOnlyList<string>> TurnOnSecondFactor(this Store store, Gate gate, Guid account, NewSecondFactor wanted, Proof proof, CancellationToken stop)
    {
        if ((await store.AccountOf(account, stop)).PasswordHash is null) throw new CannotBeDone("Accounts.FactorNeedsPassword");
        await store.Prove(gate.Identity, account, proof, gate.Clock, stop);
        var secret = FactorSecret.Open(gate.Seals, wanted.Sealed, account) ?? throw new CannotBeDone("Accounts.FactorOdd");
        var step = Judged(secret, wanted.Code, "code", gate, -1);
        return await store.ChangeAccounts(async () =>
        {
            if (await store.SecondFactorOf(account, stop) is not null) throw new Conflict("Accounts.FactorIsOn");
            store.Add(new SecondFactor { AccountId = account, Sealed = secret.Lock(gate.Seals), LastStep = step, Since = gate.Now });
            await store.SaveChangesAsync(stop);
            return await store.RecoveryCodesLeft(account, stop) == 0 ? await store.MakeRecoveryCodes(account, stop) : [];
        }, stop);
    }

    /// <summary>From now on the password is enough. Whoever sits at a browser that was left open has to know it, or has to have the app.</summary>
    public static async Task TurnOffSecondFactor(this Store store, Gate gate, Guid account, Proof proof, CancellationToken stop)
    {
        if (await store.SecondFactorOf(account, stop) is not { } factor) return;
        if (Totp.Tidy(proof.Password) is null) await store.Prove(gate.Identity, account, proof, gate.Clock, stop);
        else await store.Counted(gate, factor, proof.From, () => store.UseCode(gate, factor, proof.Password, "current", stop), stop);
        await store.SecondFactors.Where(f => f.AccountId == account).ExecuteDeleteAsync(stop);
    }

    /// <summary>The one who runs the server lets the password be enough, for who has lost the app.</summary>
    public static async Task RemoveSecondFactor(this Store store, Account account, CancellationToken stop)
    {
        if (await store.SecondFactors.Where(f => f.AccountId == account.Id).ExecuteDeleteAsync(stop) == 0) throw new NotFound("Accounts.NoFactor", account.Name);
    }

    /// <summary>Who is half in; a refusal when it took them too long, or they may not come in any more.</summary>
    public static async Task<Account> AccountHalfway(this Store store, Halfway half, TimeProvider clock, CancellationToken stop) =>
        await store.Accounts.SingleOrDefaultAsync(a => a.Id == half.AccountId, stop) is { } account && half.LeadsTo(account, clock.GetUtcNow().UtcDateTime) ? account : throw new Gone("Accounts.HalfwayIsOver");

    /// <summary>Shows the second thing, and is in. Guessing is slowed down as it is with passwords, and counted by itself: the right password does not wipe it out.</summary>
    public static async Task<Account> FinishSignIn(this Store store, Gate gate, Halfway half, CodeTry typed, CancellationToken stop)
    {
        var account = await store.AccountHalfway(half, gate.Clock, stop);
        if (await store.SecondFactorOf(account.Id, stop) is not { } factor) return account;
        await store.Counted(gate, factor, typed.From, () => typed.IsPaper ? store.UsePaper(half, account, typed.Code, stop) : store.UseCode(gate, factor, typed.Code, "code", stop), stop);
        return account;
    }

    private static async Task UsePaper(this Store store, Halfway half, Account account, string typed, CancellationToken stop)
    {
        if (half.IsByPaper) throw Wrong("paper", "Accounts.PaperForOne");
        if (!await store.UseRecoveryCode(account, typed, stop)) throw Wrong("paper", "Accounts.PaperWrong");
    }

    /// <summary>Uses a code up. Of two at once that show the same, one comes too late.</summary>
    private static async Task UseCode(this Store store, Gate gate, SecondFactor factor, string typed, string field, CancellationToken stop)
    {
        var secret = FactorSecret.Open(gate.Seals, factor.Sealed, factor.AccountId) ?? throw Wrong(field, "Accounts.FactorLocked");
        var step = Judged(secret, typed, field, gate, factor.LastStep);
        if (await store.SecondFactors.Where(f => f.AccountId == factor.AccountId && f.LastStep < step).ExecuteUpdateAsync(set => set.SetProperty(f => f.LastStep, step), stop) == 0) throw Wrong(field, "Accounts.CodeUsed");
    }

    /// <summary>Under which name tries at codes are counted.</summary>
    internal static string TriesOf(Guid account) => $"code {account}";

    private static async Task Counted(this Store store, Gate gate, SecondFactor factor, string from, Func<Task> use, CancellationToken stop)
    {
        var counted = new SignInTry(TriesOf(factor.AccountId), "", from);
        await store.CountTry(counted, gate.Clock, stop);
        await use();
        await store.ForgetTries(counted, stop);
    }

    /// <summary>The step of a right code; anything else is the user's mistake, or a clock's.</summary>
    private static long Judged(FactorSecret secret, string typed, string field, Gate gate, long last)
    {
        var code = Totp.Judge(secret.Bytes, typed, gate.Clock.GetUtcNow(), last);
        return code.Is switch
        {
            CodeIs.Right => code.Step,
            CodeIs.Used => throw Wrong(field, "Accounts.CodeUsed"),
            CodeIs.OfAnotherTime => throw OfAnotherTime(field, code.Behind),
            _ => throw Wrong(field, "Accounts.CodeWrong"),
        };
    }

    private static Mistaken OfAnotherTime(string field, TimeSpan behind) =>
        behind < TimeSpan.FromMinutes(50) ? Wrong(field, "Accounts.ClockMinutesBehind", (int)Math.Round(behind.TotalMinutes)) : Wrong(field, "Accounts.ClockHoursBehind", (int)Math.Round(behind.TotalHours));

    private static Mistaken Wrong(string field, string key, params object?[] inputs) => new(new Problems { { field, key, inputs } });
}
