using Mainstay.Accounts;
using Mainstay.Entrance;
using Mainstay.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Benchmarks;

/// <summary>A browser whose owner is signed in.</summary>
internal static class SignedIn
{
    private const string Mail = "ada@example.org";

    /// <summary>What it sends as its cookies.</summary>
    public static async Task<string> Cookie(string data)
    {
        await using var house = Network.Open(data);
        await using var scope = house.CreateAsyncScope();
        var (store, identity) = (scope.ServiceProvider.GetRequiredService<Store>(), scope.ServiceProvider.GetRequiredService<UserManager<Account>>());
        var account = await store.Accounts.FirstOrDefaultAsync(a => a.Mail == Mail) ?? await store.AddAccount(identity, new() { Name = "Ada Lovelace", Mail = Mail, Locale = "en" }, TimeProvider.System, default);
        return $"{new SessionCookie(new() { Data = data }).Name}={await store.BeginSession(account.Id, new("Firefox", "Linux"), TimeProvider.System, default)}";
    }

    public static async Task<HttpClient> Browser(string data, string address, int connections = 8) =>
        new(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseCookies = false }) { BaseAddress = new Uri(address), DefaultRequestHeaders = { { "Cookie", await Cookie(data) } } };
}
