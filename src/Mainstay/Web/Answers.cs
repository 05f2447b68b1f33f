using Mainstay.Words;
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

    public static string? Filled(this IFormCollection form, string name) => Texts.Filled(form[name]);

    /// <summary>A day; null when nothing was typed.</summary>
    /// <param name="form">What was typed.</param>
    /// <param name="name">In which field.</param>
    /// <param name="problems">Where it is noted that it is no day.</param>
    public static DateOnly? Day(this IFormCollection form, string name, Problems problems)
    {
        if (form.Filled(name) is not { } typed) return null;
        if (WrittenDay.TryRead(typed, out var day)) return day;
        problems.Add(name, "Web.NotADay", typed);
        return null;
    }

    /// <summary>A day; null when nothing was typed, and a mistake when it is no day.</summary>
    public static DateOnly? Day(this IFormCollection form, string name)
    {
        var problems = new Problems();
        var day = form.Day(name, problems);
        Mistaken.ThrowIf(problems);
        return day;
    }

    /// <summary>A path of this server: neither another host nor a way around it.</summary>
    public static bool IsOurs(string address) => address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal) && !address.Any(char.IsControl);
}
