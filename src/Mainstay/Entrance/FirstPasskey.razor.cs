using System.Globalization;
using Mainstay.Accounts;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Entrance;

/// <summary>The form of a new account, wherever one is made: with a password, or with a passkey and none.</summary>
public sealed partial class FirstPasskey
{
    /// <summary>Below the address of the form: what the device is asked, and what it made.</summary>
    internal const string Ask = "/passkey/ask", Make = "/passkey";

    /// <summary>What a device is told to make, once everything else in the form is right.</summary>
    internal static async Task<IResult> Asked(HttpContext http, CancellationToken stop)
    {
        var details = Details(await http.Request.ReadFormAsync(stop));
        Mistaken.ThrowIf(details.Check());
        return Results.Text(await Passkeys(http).AskToMakeFirst(http, details), "application/json");
    }

    /// <summary>Who is to have an account, as the form says: where it was sent says how they come in.</summary>
    internal static async Task<NewAccount> Account(HttpContext http, IFormCollection form)
    {
        var details = Details(form);
        if (!http.Request.Path.Value!.EndsWith(Make, StringComparison.Ordinal)) return details with { Password = form["password"].ToString() };
        Mistaken.ThrowIf(details.Check()); // which says why the device was asked for nothing
        return details with { Passkey = await Passkeys(http).MadeFirst(http, form["credential"].ToString()) };
    }

    private static NewAccount Details(IFormCollection form) => new()
    {
        Name = form["name"].ToString(),
        Mail = form["mail"].ToString(),
        TimeZone = form.Filled("timeZone") ?? "",
        Locale = CultureInfo.CurrentUICulture.Name, // as the browser asked
    };

    private static PasskeyCeremony Passkeys(HttpContext http) => http.RequestServices.GetRequiredService<PasskeyCeremony>();
}
