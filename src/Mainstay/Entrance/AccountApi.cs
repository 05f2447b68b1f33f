using Mainstay.Accounts;
using Mainstay.Api;

namespace Mainstay.Entrance;

/// <summary>What is kept of an account itself, for programs.</summary>
internal static class AccountApi
{
    private static readonly DateTime Then = new(2026, 5, 1, 8, 0, 0, DateTimeKind.Utc);

    private static readonly AccountFile Sample = new("Ada Lovelace", "ada@example.org", "Europe/London", "en", Theme.System, Then)
    {
        HasPassword = true,
        Networks = [new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a01"), "My network", true, Then)],
        Sessions = [new("Firefox", "Linux", Then, Then)],
        Tokens = [new("backup script", Scope.Read, Then, null, Then, null)],
        Passkeys = [new("my phone", Then, null)],
        Connections = [new("https://id.example.org", "8f2c1e", "ada@example.org", Then, null)],
        Elsewhere = new Dictionary<string, object>(),
    };

    public static void Map(ApiRoutes api) =>
        api.Get("/account", async call => ApiAnswer.Of(await call.Store.AccountFile(call.Visit.Guest!.AccountId, call.Visit.Guest!.IsKeyToAnothers ? [] : call.Services.GetServices<IAccountFileSection>(), call.Stop)), new("readAccount", "All that is kept of your account itself")
        {
            Chapter = "You",
            About = "Beside what `/export` holds: who you are, where you are signed in, your tokens and passkeys by name and day, who you are at a sign-in provider, and what you wrote in circles, unless the token is for somebody else's network. No secret, and no hash of one.",
            Answer = AnswerShape.Of<AccountFile>("Your account.", Sample),
        });
}
