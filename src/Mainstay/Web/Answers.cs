using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mainstay.Web;

/// <summary>How pages and forms are answered.</summary>
public static class Answers
{
    /// <summary>A page. A form with problems comes back with 422.</summary>
    public static IResult Page<T>(object parameters, Typed? typed = null) where T : IComponent =>
        Page<T>(parameters, typed is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    /// <summary>A page, with a status of its own.</summary>
    public static IResult Page<T>(object parameters, int status) where T : IComponent => new RazorComponentResult<T>(parameters) { PreventStreamingRendering = true, StatusCode = status };

    /// <summary>A form was done: the browser goes on to a page of ours, which may say what happened.</summary>
    public static IResult Done(HttpContext http, IFormCollection form, string otherwise, params (string Name, string Value)[] said)
    {
        var back = form["back"].ToString() is { Length: > 0 } asked && IsOurs(asked) ? asked : otherwise;
        var to = said.Aggregate(back, (address, s) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(address, s.Name, s.Value));
        http.Response.Headers.Location = to;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>The id that makes a form sent twice count once.</summary>
    public static Guid? Once(this IFormCollection form) => Guid.TryParse(form["once"], out var once) ? once : null;

    public static string? Filled(this IFormCollection form, string name) => string.IsNullOrWhiteSpace(form[name]) ? null : form[name].ToString().Trim();

    /// <summary>A path of this server: neither another host nor a way around it.</summary>
    public static bool IsOurs(string address) => address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal) && !address.Any(char.IsControl);
}
