using System.Security.Cryptography;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

/// <summary>Codes to keep on paper: each signs in once, in the place of the password. 79 bits, so that a plain hash gives nothing away.</summary>
public static class RecoveryActions
{
    private const int Codes = 10, Letters = 16, Group = 4, Longest = 100;

    /// <summary>Makes new codes; the ones before open nothing any more.</summary>
    public static Task<IReadOnlyList<string>> MakeRecoveryCodes(this Store store, Guid account, CancellationToken stop) => store.ChangeAccounts<IReadOnlyList<string>>(async () =>
    {
        string[] codes = [.. Enumerable.Range(0, Codes).Select(_ => RandomNumberGenerator.GetString(Secrets.Alphabet, Letters))];
        await store.OneTimeKeys.Where(k => k.AccountId == account && k.Kind == OneTimeKind.Recovery).ExecuteDeleteAsync(stop);
        store.AddRange(codes.Select(code => new OneTimeKey { AccountId = account, Kind = OneTimeKind.Recovery, Hash = Secrets.Hash(code) }));
        await store.SaveChangesAsync(stop);
        return [.. codes.Select(code => string.Join('-', code.Chunk(Group).Select(part => new string(part))))];
    }, stop);

    /// <summary>How many are left.</summary>
    public static Task<int> RecoveryCodesLeft(this Store store, Guid account, CancellationToken stop) =>
        store.OneTimeKeys.CountAsync(k => k.AccountId == account && k.Kind == OneTimeKind.Recovery, stop);

    /// <summary>Whether it was a code of theirs, which is used up now. For nobody's account it takes as long.</summary>
    internal static async Task<bool> UseRecoveryCode(this Store store, Account? account, string typed, CancellationToken stop)
    {
        if (typed.Length > Longest) return false;
        var code = new string([.. typed.ToLowerInvariant().Where(c => c is not ('-' or ' '))]);
        if (code.Length != Letters) return false;
        var (hash, owner) = (Secrets.Hash(code), account is { DisabledAt: null } ? account.Id : Guid.Empty);
        return await store.OneTimeKeys.Where(k => k.Hash == hash && k.AccountId == owner && k.Kind == OneTimeKind.Recovery).ExecuteDeleteAsync(stop) == 1;
    }
}
