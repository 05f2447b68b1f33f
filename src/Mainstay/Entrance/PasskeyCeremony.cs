using System.Net;
using Mainstay.Accounts;
using Mainstay.Words;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Mainstay.Entrance;

/// <summary>What server and device say to each other to make a passkey or to prove one. What the server asked for waits in a sealed cookie, for some minutes and one answer.</summary>
public sealed class PasskeyCeremony(IPasskeyHandler<Account> handler, IDataProtectionProvider protection, SessionCookie session)
{
    /// <summary>What the page sends when the device gave nothing.</summary>
    public const string Nothing = "-";

    /// <summary>Before the id of an account that is not there yet: nobody's who is signed in.</summary>
    private const char ToBe = '+';

    private static readonly TimeSpan Good = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("passkey").ToTimeLimitedDataProtector();

    /// <summary>A passkey belongs to a name: under a bare number there are none.</summary>
    public static bool IsPossible(HttpContext http) => !IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out _);

    /// <summary>What a device is told to make a passkey for this account.</summary>
    public async Task<string> AskToMake(HttpContext http, Account account)
    {
        var asked = await handler.MakeCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = account.Mail, DisplayName = account.Name }, http);
        Remember(http, $"{account.Id}\n{asked.AttestationState}");
        return asked.CreationOptionsJson;
    }

    /// <summary>The passkey that a device made; a mistake when it is not what was asked for.</summary>
    public async Task<UserPasskeyInfo> Made(HttpContext http, Guid account, string credential)
    {
        var state = Recall(http)?.Split('\n', 2);
        if (state is not [var asker, var asked] || asker != account.ToString() || credential is "" or Nothing) throw Odd();
        var made = await handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = credential, AttestationState = asked });
        return made.Succeeded ? made.Passkey : throw Odd();
    }

    /// <summary>What a device is told to make a passkey for an account that is not there yet.</summary>
    public async Task<string> AskToMakeFirst(HttpContext http, NewAccount details)
    {
        var id = Guid.CreateVersion7();
        var asked = await handler.MakeCreationOptionsAsync(new() { Id = id.ToString(), Name = details.Mail.Trim(), DisplayName = details.Name.Trim() }, http);
        Remember(http, $"{ToBe}{id}\n{asked.AttestationState}");
        return asked.CreationOptionsJson;
    }

    /// <summary>The passkey that a device made for an account that is not there yet, and the id by which the device knows that one.</summary>
    public async Task<MadePasskey> MadeFirst(HttpContext http, string credential)
    {
        if (Recall(http)?.Split('\n', 2) is not [[ToBe, .. var id], var asked] || !Guid.TryParse(id, out var account) || credential is "" or Nothing) throw Odd();
        var made = await handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = credential, AttestationState = asked });
        return made.Succeeded ? new(account, made.Passkey, Device.Of(http.Request.Headers.UserAgent).InWords()) : throw Odd();
    }

    /// <summary>What a device is told to prove any passkey of this server that it has.</summary>
    public async Task<string> AskToProve(HttpContext http)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, http);
        Remember(http, $"\n{asked.AssertionState}");
        return asked.RequestOptionsJson;
    }

    /// <summary>Whose passkey a device proved.</summary>
    public async Task<(Account Account, UserPasskeyInfo Passkey)> Proved(HttpContext http, string credential)
    {
        if (Recall(http)?.Split('\n', 2) is not ["", var asked] || credential is "" or Nothing) throw Odd();
        var proved = await handler.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = credential, AssertionState = asked });
        return proved.Succeeded ? (proved.User, proved.Passkey) : throw new Mistaken(new Problems().When(true, "passkey", "Accounts.PasskeyUnknown"));
    }

    private string Name => session.NameOf("passkey");

    private void Remember(HttpContext http, string state) => http.Response.Cookies.Append(Name, seal.Protect(state, Good), Options(http, Good));

    private string? Recall(HttpContext http)
    {
        http.Response.Cookies.Delete(Name, Options(http, null));
        try
        {
            return http.Request.Cookies[Name] is { } kept ? seal.Unprotect(kept) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null; // too late, or not ours
        }
    }

    private static CookieOptions Options(HttpContext http, TimeSpan? age)
    {
        var options = SessionCookie.Options(http, age);
        options.SameSite = SameSiteMode.Strict;
        return options;
    }

    private static Mistaken Odd() => new(new Problems().When(true, "passkey", "Accounts.PasskeyOdd"));
}
