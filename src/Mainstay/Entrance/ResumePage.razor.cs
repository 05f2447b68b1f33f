using Mainstay.Words;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mainstay.Entrance;

/// <summary>Nothing that was typed is lost when somebody has to sign in again: it is shown, and sent when they say so.</summary>
public sealed partial class ResumePage
{
    /// <summary>A form that came when nobody was signed in any more: the sign-in page, which carries it along. Null when there is nothing to carry.</summary>
    public static async Task<IResult?> SignInFirst(HttpContext http)
    {
        if (await FormOf(http) is not { } form) return null;
        var kept = form.Seal(http.RequestServices.GetRequiredService<IDataProtectionProvider>());
        return new RazorComponentResult<SignInPage>(new { IsSetUp = true, Kept = kept, HasName = PasskeyCeremony.IsPossible(http) }) { StatusCode = StatusCodes.Status401Unauthorized, PreventStreamingRendering = true };
    }

    /// <summary>A form that was made for another session than this one.</summary>
    public static async Task<IResult?> AskAgain(HttpContext http) => await FormOf(http) is { } form ? Page(form, false, StatusCodes.Status400BadRequest) : null;

    /// <summary>A form of somebody who may not send it any more; nothing of it is kept.</summary>
    public static async Task<IResult?> MayNot(HttpContext http, Reason why) => await FormOf(http) is { } form ? Page(form, false, StatusCodes.Status403Forbidden, why) : null;

    /// <summary>What the sign-in page carried along, now that they are back.</summary>
    internal static IResult? Of(HttpContext http, IFormCollection signIn) =>
        KeptForm.Open(http.RequestServices.GetRequiredService<IDataProtectionProvider>(), signIn["kept"]) is { } form ? Page(form, true, StatusCodes.Status200OK) : null;

    private static async Task<KeptForm?> FormOf(HttpContext http) =>
        http.Request.HasFormContentType ? KeptForm.Of(http.Request, await http.Request.ReadFormAsync(http.RequestAborted)) : null;

    private static RazorComponentResult<ResumePage> Page(KeptForm form, bool isBack, int status, Reason? why = null) =>
        new(new { Form = form, IsBack = isBack, Why = why }) { StatusCode = status, PreventStreamingRendering = true };
}
