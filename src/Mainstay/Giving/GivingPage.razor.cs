using Mainstay.Board;
using Mainstay.Exchange;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Giving;

/// <summary><c>/giving</c>: what I give back, and to whom. <c>/giving/new</c>: one more.</summary>
public sealed partial class GivingPage
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
            Answers.Page<GivingPage>(new { Back = await store.GivenBack(visit.Today, stop), visit.Today, Said = Said.From(http.Request.Query) }));
        pages.Get(Address + "/new", async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
            Answers.Page<NewGiftPage>(new { visit.Today, To = await SeatPage.Chosen(store, http.Request.Query["to"], stop), Kind = Enum.TryParse<GiftKind>(http.Request.Query["kind"], true, out var kind) && Enum.IsDefined(kind) ? kind : GiftKind.Mentoring }));
        pages.Post(Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            var to = await SeatPage.Chosen(store, form["to"], stop);
            try
            {
                var row = await store.NoteGift(await Read(store, form, to?.Id, to?.Name, stop), visit.Today, visit.Clock, stop);
                return Answers.Done(http, form, GiftWords.Href(row.Id), ("said", "Giving.SaidNoted"));
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                var typed = new Typed("gift", form, mistaken.Problems);
                return Answers.Page<NewGiftPage>(new { visit.Today, To = to, Typed = typed }, typed);
            }
        });
    }

    /// <summary>The fields of <see cref="GiftFieldsPanel"/>. Where the name stays as it was shown, so does the person: two may have the same, and whose is not shown lies in the trash.</summary>
    /// <param name="store">Of the space.</param>
    /// <param name="form">What was typed.</param>
    /// <param name="shown">For whom it is so far.</param>
    /// <param name="name">The name that was shown of them.</param>
    /// <param name="stop">Breaks off.</param>
    internal static async Task<NewGift> Read(Store store, IFormCollection form, Guid? shown, string? name, CancellationToken stop)
    {
        var problems = new Problems();
        var gift = new NewGift
        {
            Id = form.Once(),
            Kind = Enum.TryParse<GiftKind>(form["kind"], out var kind) ? kind : (GiftKind)(-1),
            What = form["what"].ToString(),
            ForWhom = form.Filled("forWhom"),
            Since = form.Day("since", problems),
            Until = form.Day("until", problems),
            GoesOn = form.Filled("goesOn") is not null,
            Hours = NewGift.ReadHours(form["hours"], problems),
            Became = form.Filled("became"),
        };
        Mistaken.ThrowIf(problems);
        if (!form.ContainsKey("who") || form.Filled("who") == name) return gift with { PersonId = shown };
        return form.Filled("who") is null ? gift : gift with { PersonId = await FavoursPage.Meant(store, form, stop) };
    }
}
