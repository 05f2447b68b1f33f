using System.ComponentModel;
using Mainstay.Accounts;
using Mainstay.Api;

namespace Mainstay.Entrance;

/// <summary>What somebody says of themselves, for programs.</summary>
internal static class ProfileApi
{
    private const string Chapter = "You";

    private static readonly ProfileAnswer Sample = new("Ada Lovelace", "ada@example.org", "Europe/London", "en", Theme.System);

    public static void Map(ApiRoutes api)
    {
        api.Get("/profile", async call => ApiAnswer.Of(await Read(call)), new("readProfile", "Your name, zone, language and theme")
        {
            Chapter = Chapter,
            Answer = AnswerShape.Of<ProfileAnswer>("What you say of yourself.", Sample),
            IsTagged = true,
        });
        api.Patch("/profile", Change, new("changeProfile", "Change your name, zone, language or theme")
        {
            Chapter = Chapter,
            About = "Days are counted in your zone, and you are told everything in your language. Mail address, password, passkeys and second factor are changed on the page of the settings alone: whoever finds a token must not be able to take the account over.",
            Body = BodyShape.PatchOf<ProfileFields>("What changes.", new { TimeZone = "Europe/Berlin" }),
            IsOfAccount = true,
            Answer = AnswerShape.Of<ProfileAnswer>("What you say of yourself now.", Sample with { TimeZone = "Europe/Berlin" }),
            IsTagged = true,
            Current = Read,
        });
    }

    private static async Task<object> Read(ApiCall call) => await Said(call, await call.Store.HomeZone(call.Visit.Guest!.AccountId, call.Stop));

    private static async Task<ApiAnswer> Change(ApiCall call)
    {
        var now = await Said(call, await call.Store.HomeZone(call.Visit.Guest!.AccountId, call.Stop));
        var said = ApiJson.Patched(new ProfileFields(now.Name, now.TimeZone, now.Locale, now.Theme), await call.Json());
        await call.Store.ChangeProfile(call.Visit.Guest!.AccountId, new(said.Name, said.TimeZone, said.Locale, said.Theme), call.Stop);
        return ApiAnswer.Of(await Said(call, said.TimeZone));
    }

    private static async Task<ProfileAnswer> Said(ApiCall call, string zone)
    {
        var account = await call.Store.AccountOf(call.Visit.Guest!.AccountId, call.Stop);
        return new(account.Name, account.Mail, zone, account.Locale, account.Theme);
    }

    internal sealed record ProfileAnswer(string Name, string Mail, [property: Description("An IANA name.")] string TimeZone, [property: Description("A language, with a region if you like: de, en-GB.")] string Locale, Theme Theme);

    internal sealed record ProfileFields(string Name, string TimeZone, string Locale, Theme Theme);
}
