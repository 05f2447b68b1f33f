using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Web;

/// <summary>Today: what is worth doing, at most seven cards, and putting one aside.</summary>
public sealed partial class TodayPage
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get("/", Show);
        pages.Post("/today/aside", [OwnersOnly] async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            var (kind, subject) = Of(form["kind"], form["subject"]);
            await store.PutAside(kind, subject, visit.Today, stop);
            return Answers.Done(http, form, "/", ("aside", $"{kind}.{subject}"));
        });
        pages.Post("/today/back", [OwnersOnly] async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            var (kind, subject) = Of(form["kind"], form["subject"]);
            await store.TakeBack(kind, subject, visit.Today, stop);
            return Answers.Done(http, form, "/");
        });
    }

    private static async Task<IResult> Show(HttpContext http, Store store, Visit visit, TodaySources sources, CancellationToken stop)
    {
        var cards = await store.DealToday(sources, visit.Today, stop);
        var said = Aside(http.Request.Query["aside"].ToString()) ?? Said.From(http.Request.Query);
        return Answers.Page<TodayPage>(new { Day = visit.Today, Time = visit.Time, Name = visit.Guest?.Name, Cards = cards, Said = said });
    }

    private static Said? Aside(string aside) =>
        aside.Split('.') is [var kind, var subject] ? new(Speech.Say("Web.PutAside"), "/today/back", [("kind", kind), ("subject", subject)]) : null;

    private static (string Kind, Guid Subject) Of(string? kind, string? subject) =>
        kind is { Length: > 0 } && Guid.TryParse(subject, out var id) ? (kind, id) : throw new NotFound("Web.CardNotThere");
}
