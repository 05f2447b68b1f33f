using System.Globalization;
using Mainstay.Coverage;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Reviews;

/// <summary><c>/review</c>: the quarter in one form, and earlier ones.</summary>
public sealed partial class ReviewPage
{
    internal const string Address = "/review", Later = "/review/later";

    /// <summary>How the fields begin that say something of a need or a tie; the id follows.</summary>
    internal const string NeedField = "need-", TieField = "tie-", Close = "close";

    private const int UsualWait = 7, LongestWait = 365;

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (HttpContext http, CancellationToken stop) => Show(http, null, stop));
        pages.Post(Address, Keep);
        pages.Post(Later, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            var days = int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? Math.Clamp(typed, 1, LongestWait) : UsualWait;
            await store.QuietReview(visit.Today.AddDays(days), stop);
            return Answers.Done(http, form, Address, ("said", "Reviews.SaidLater"), ("undo", Later + "/undo"));
        });
        pages.Post(Later + "/undo", async (HttpContext http, Store store, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            await store.QuietReview(null, stop);
            return Answers.Done(http, form, Address);
        });
        pages.Post("/reviews/{id:guid}/remove", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, FormCollection.Empty, Address, ("said", "Reviews.SaidRemoved"), ChangesPage.Undo(await store.RemoveReview(id, visit.Clock, stop))));
    }

    private static async Task<IResult> Keep(HttpContext http, Store store, MapQueries maps, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var kept = await store.KeepReview(Read(form), maps, visit.Today, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, Address, ("said", kept.PassedOver.Count == 0 ? "Reviews.SaidKept" : "Reviews.SaidKeptSome"));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await Show(http, new Typed("review", form, mistaken.Problems), stop);
        }
    }

    private static async Task<IResult> Show(HttpContext http, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var quarter = await http.RequestServices.GetRequiredService<ReviewQueries>().Quarter(store, visit.Today, stop);
        return Answers.Page<ReviewPage>(new { Quarter = quarter, Past = await store.AllReviews(stop), Typed = typed, Said = Said.From(http.Request.Query) }, typed);
    }

    private static NewReview Read(IFormCollection form) => new()
    {
        Note = form.ContainsKey("note") ? form["note"].ToString().ReplaceLineEndings("\n") : null,
        Needs = [.. Chosen(form, NeedField).Select(c => c.Value == Close ? new ReviewedNeed(c.Id, true) : new(c.Id, Importance: int.TryParse(c.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var importance) ? importance : 0))],
        Ties = [.. Chosen(form, TieField).Select(c => new ReviewedTie(c.Id, Enum.TryParse<TieChoice>(c.Value, out var choice) && !int.TryParse(c.Value, out _) ? choice : (TieChoice)(-1)))],
    };

    /// <summary>The fields in which something else was chosen than to leave it as it is.</summary>
    private static IEnumerable<(Guid Id, string Value)> Chosen(IFormCollection form, string field) =>
        from name in form.Keys
        where name.StartsWith(field, StringComparison.Ordinal) && form.Filled(name) is not null && Guid.TryParse(name[field.Length..], out _)
        select (Guid.Parse(name[field.Length..]), form.Filled(name)!);
}
