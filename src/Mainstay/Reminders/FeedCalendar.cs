using System.Security.Cryptography;
using Mainstay.Accounts;
using Mainstay.Entrance;
using Mainstay.Formats;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.Net.Http.Headers;

namespace Mainstay.Reminders;

/// <summary><c>/calendar/{secret}.ics</c>: the owner's days, for the calendar programs that subscribe to them. Nobody signs in: the address is the secret.</summary>
internal static class FeedCalendar
{
    private const string Address = "/calendar";
    private const int DaysBack = 31, DaysAhead = 400;

    private static readonly TimeSpan Refresh = TimeSpan.FromHours(1);

    public static string At(string at, string secret) => $"{at}{Address}/{secret}.ics";

    public static void Map(IEndpointRouteBuilder pages) => pages.GetOrHead(Address + "/{secret}.ics", [Unattended] (HttpContext http, string secret, CancellationToken stop) => Serve(http, secret, stop));

    private static async Task<IResult> Serve(HttpContext http, string secret, CancellationToken stop)
    {
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        var services = http.RequestServices;
        services.GetRequiredService<LinkLimit>().Count(secret, Entering.From(http));
        var (store, clock) = (services.GetRequiredService<Store>(), services.GetRequiredService<TimeProvider>());
        var opened = await store.OpenLink(secret, clock, stop);
        if (opened.Link.Purpose != FeedActions.Purpose) throw new NotFound("Accounts.NoSuchLink");
        Languages.Speak(opened.Owner.Culture);
        var calendar = await Write(store, opened.Owner.Today(clock), services, stop);
        http.Response.Headers.CacheControl = "private, no-cache"; // kept, and asked for again each time: that costs nothing while nothing changed
        return Results.Bytes(calendar, "text/calendar; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(calendar))[..32]}\""));
    }

    private static async Task<byte[]> Write(Store store, DateOnly today, IServiceProvider services, CancellationToken stop)
    {
        var events = new List<CalendarEvent>();
        foreach (var source in services.GetServices<ICalendarSource>()) events.AddRange(await source.Between(store, today.AddDays(-DaysBack), today.AddDays(DaysAhead), stop));
        var at = Reached.At(services.GetRequiredService<Settings>());
        using var written = new MemoryStream();
        CalendarWriter.Write(written, new("-//Mainstay//Mainstay//EN", today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)) { Name = Speech.Say("Reminders.CalendarName"), Refresh = Refresh },
            events.OrderBy(e => e.Start.Clock).ThenBy(e => e.Uid, StringComparer.Ordinal).Select(e => e.Url.StartsWith('/') ? e with { Url = at + e.Url } : e));
        return written.ToArray();
    }
}
