using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;

namespace Mainstay.Entrance;

/// <summary>What somebody without an account may do by a link. A room hangs its own on this; everything else about links is seen to here.</summary>
public interface ILinkPurpose
{
    /// <summary>As it stands in the links.</summary>
    string Purpose { get; }

    /// <summary>A calendar file of what somebody took on by this link, for their own calendar to remind them; nothing for links that lead to no such thing.</summary>
    Task<IResult> Calendar(LinkCall call, CancellationToken stop) => throw new NotFound("Accounts.NoSuchLink");

    /// <summary>It is of the zone of hard times: what this is and is not, and where there is help now, stands on every page of it, also when the link is over.</summary>
    Task<bool> IsOfHardTimes(Store store, Guid subject, CancellationToken stop) => Task.FromResult(false);

    /// <summary>The page; it changes nothing. It says who asks, who will see the answer and how long it is kept.</summary>
    Task<IResult> Show(LinkCall call, CancellationToken stop);

    /// <summary>Takes what was answered, uses the link up where it works once, and leads on to <see cref="ByLink.Thanks"/>, or back by <see cref="ByLink.Again"/> where it goes on.</summary>
    Task<IResult> Take(LinkCall call, IFormCollection form, CancellationToken stop);
}

/// <summary>Somebody opened a link.</summary>
/// <param name="Store">It looks at the space that the link leads to.</param>
/// <param name="Opened">What was opened, and on whose behalf it was made.</param>
/// <param name="Action">Where the form of the page leads to.</param>
/// <param name="Clock">What time it is.</param>
public sealed record LinkCall(Store Store, OpenedLink Opened, string Action, TimeProvider Clock)
{
    /// <summary>The day where the owner is.</summary>
    public DateOnly Today => Opened.Owner.Today(Clock);
}

/// <summary>An address that is opened by the secret in it: neither who is signed in nor the token of a form is looked at, and little can be sent to it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OpenedByLinkAttribute : Attribute, IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => 256 * 1024;
}

/// <summary><c>/answer/{secret}</c>: answering by a link, without an account. Looking changes nothing, for programs that read mail look too.</summary>
public static class ByLink
{
    private const string Address = "/answer";

    /// <summary>What follows a link's address to the file of <see cref="ILinkPurpose.Calendar"/>.</summary>
    public const string CalendarFile = "/calendar.ics";

    /// <summary>The link as it is sent to somebody.</summary>
    /// <param name="at">Where people find this server.</param>
    /// <param name="secret">What opens it.</param>
    public static string Of(string at, string secret) => $"{at}{Address}/{secret}";

    /// <summary>Whether a request is for something opened by a link.</summary>
    internal static bool IsFor(HttpRequest request) => request.Path.StartsWithSegments(Address);

    /// <summary>It was answered: on to a page that says so, and holds nothing of it.</summary>
    /// <param name="said">The key of the sentence, made for this.</param>
    /// <param name="isOfHardTimes">Whether it is of the zone of hard times.</param>
    public static IResult Thanks(string said, bool isOfHardTimes = false) => new SeeOther(QueryHelpers.AddQueryString(Address + "/thanks", isOfHardTimes ? new() { ["said"] = said, ["zone"] = "1" } : new Dictionary<string, string?> { ["said"] = said }));

    /// <summary>It was taken, and the link goes on: back to its page, as it is now.</summary>
    public static IResult Again(LinkCall call) => new SeeOther(call.Action);

    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            (httpContext.Response.StatusCode, httpContext.Response.Headers.Location) = (StatusCodes.Status303SeeOther, address);
            return Task.CompletedTask;
        }
    }

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.GetOrHead(Address + "/thanks", [Unattended, OpenedByLink] (HttpContext http) =>
        {
            KeepQuiet(http);
            return Answers.Page<LinkThanksPage>(new { Said = Said.From(http.Request.Query)?.Text ?? Speech.Say("Entrance.SaidAnswered"), IsOfHardTimes = http.Request.Query.ContainsKey("zone") });
        });
        pages.GetOrHead(Address + "/{secret}", [Unattended, OpenedByLink] (HttpContext http, string secret, CancellationToken stop) =>
            Open(http, secret, (purpose, call) => purpose.Show(call, stop), stop));
        pages.GetOrHead(Address + "/{secret}" + CalendarFile, [Unattended, OpenedByLink] (HttpContext http, string secret, CancellationToken stop) =>
            Open(http, secret, (purpose, call) => purpose.Calendar(call, stop), stop));
        pages.Post(Address + "/{secret}", [Unattended, OpenedByLink] (HttpContext http, string secret, CancellationToken stop) =>
            Open(http, secret, async (purpose, call) => await purpose.Take(call, await Form(http, stop), stop), stop));
    }

    private static async Task<IResult> Open(HttpContext http, string secret, Func<ILinkPurpose, LinkCall, Task<IResult>> use, CancellationToken stop)
    {
        KeepQuiet(http);
        var services = http.RequestServices;
        var (store, clock) = (services.GetRequiredService<Store>(), services.GetRequiredService<TimeProvider>());
        try
        {
            services.GetRequiredService<LinkLimit>().Count(secret, Entering.From(http));
            var opened = await store.OpenLink(secret, clock, stop);
            var purpose = Of(services, opened.Link.Purpose) ?? throw new NotFound("Accounts.NoSuchLink");
            return await use(purpose, new(store, opened, $"{Address}/{secret}", clock));
        }
        catch (Refusal refusal)
        {
            if (refusal is TooSoon soon) http.Response.Headers.RetryAfter = soon.Seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Answers.Page<LinkOverPage>(new { refusal.Reason, IsOfHardTimes = refusal is not TooSoon && await IsOfHardTimes(services, store, secret, stop) }, refusal.Status);
        }
    }

    private static async Task<bool> IsOfHardTimes(IServiceProvider services, Store store, string secret, CancellationToken stop)
    {
        if (await store.LinkBy(secret, stop) is not { } link || Of(services, link.Purpose) is not { } purpose) return false;
        store.SpaceId = link.SpaceId;
        return await purpose.IsOfHardTimes(store, link.SubjectId, stop);
    }

    private static ILinkPurpose? Of(IServiceProvider services, string? purpose) => services.GetServices<ILinkPurpose>().SingleOrDefault(p => p.Purpose == purpose);

    /// <summary>No search engine keeps it, and no other page is told of its address.</summary>
    private static void KeepQuiet(HttpContext http)
    {
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
    }

    private static async Task<IFormCollection> Form(HttpContext http, CancellationToken stop)
    {
        try
        {
            return http.Request.HasFormContentType ? await http.Request.ReadFormAsync(stop) : throw new BadHttpRequestException("No form");
        }
        catch (InvalidDataException)
        {
            throw new BadHttpRequestException("Not a form");
        }
    }
}
