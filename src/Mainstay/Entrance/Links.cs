using Mainstay.Accounts;
using Mainstay.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Mainstay.Entrance;

/// <summary>Links that open the door once, as they are printed at the machine.</summary>
public static class Links
{
    public static string SetUp(string at, string secret) => QueryHelpers.AddQueryString(at + SetUpPage.Address, "key", secret);

    public static string SignIn(string at, string secret) => QueryHelpers.AddQueryString(at + LinkPage.Address, "key", secret);

    /// <summary>A link to whoever sits at the machine: to begin with, while there is no account; then to sign in, as the one who is meant.</summary>
    public static async Task<string> ForWhoSitsHere(Store store, string at, string? named, TimeProvider clock, CancellationToken stop)
    {
        if (await store.MakeSetUpKey(clock, stop) is { } first) return SetUp(at, first);
        var account = await store.OnlyAccount(named, stop);
        return SignIn(at, await store.MakeSignInLink(account.Id, clock, stop));
    }
}
