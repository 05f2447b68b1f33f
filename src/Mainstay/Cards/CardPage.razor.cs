using System.Text;
using Mainstay.Accounts;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Cards;

/// <summary><c>/cards/{id}</c>: one card, to show to somebody, to change, to turn on and off.</summary>
public sealed partial class CardPage
{
    private const string Path = "/cards/{id:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Path, (HttpContext http, Guid id, CancellationToken stop) => Show(http, id, null, stop));
        pages.Get(Path + "/square.svg", async (HttpContext http, Guid id, CancellationToken stop) =>
            Square(AddressOf(http, await Read(http, id, stop)) is { } address ? QrCode.Of(address) : throw new NotFound("Cards.IsOffNow")));
        pages.Get(Path + "/whole.svg", async (HttpContext http, Guid id, CancellationToken stop) => Square(Whole((await Read(http, id, stop)).It.Shown())));
        pages.Post(Path + "/edit", Edit);
        Act(pages, "on", "Cards.SaidOn", (at, id, stop) => at.Store.TurnCardOn(id, Time(at.Form), at.Seals, at.Visit.Clock, stop));
        Act(pages, "renew", "Cards.SaidRenewed", (at, id, stop) => at.Store.RenewCard(id, Time(at.Form), at.Seals, at.Visit.Clock, stop));
        Act(pages, "off", "Cards.SaidOff", (at, id, stop) => at.Store.TurnCardOff(id, at.Visit.Clock, stop));
        pages.Post(Path + "/remove", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, FormCollection.Empty, CardsPage.Address, ("said", "Cards.SaidRemoved"), ChangesPage.Undo(await store.RemoveCard(id, visit.Clock, stop))));
    }

    /// <summary>Where others find a card; null while it is off, and when its address was locked by keys that are not here.</summary>
    /// <param name="line">The card.</param>
    /// <param name="seals">What opens its address.</param>
    /// <param name="at">Where people find this server.</param>
    internal static string? AddressOf(CardLine line, Seals seals, string at) => line is { IsOn: true, It.Locked: { } locked } && seals.Open(locked) is { } secret ? ShownCardPage.Of(at, secret) : null;

    /// <summary>A square that holds the card itself.</summary>
    internal static QrCode Whole(CardText text) => CardVCard.ForSquare(text) is var vcard && CardVCard.TooLongBy(vcard) is > 0 and var much ? throw new CannotBeDone("Cards.TooMuchForSquare", much) : QrCode.Of(vcard, sturdy: false);

    /// <summary>Who posts, what, and where.</summary>
    private sealed record Posted(Store Store, Visit Visit, Seals Seals, IFormCollection Form);

    private static void Act(IEndpointRouteBuilder pages, string verb, string said, Func<Posted, Guid, CancellationToken, Task> act) =>
        pages.Post($"{Path}/{verb}", async (HttpContext http, Guid id, Store store, Visit visit, Seals seals, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            await act(new(store, visit, seals, form), id, stop);
            return Answers.Done(http, form, CardWords.Href(id), ("said", said));
        });

    private static CardTime Time(IFormCollection form) => form.Filled("for") is not { } said ? CardTime.Month : Enum.TryParse<CardTime>(said, out var time) ? time : (CardTime)(-1);

    private static IResult Square(QrCode square) => Results.File(Encoding.UTF8.GetBytes(square.Svg()), "image/svg+xml", "card.svg");

    private static async Task<IResult> Edit(HttpContext http, Guid id, Store store, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            await store.ChangeCard(id, CardsPage.Read(form), stop);
            return Answers.Done(http, FormCollection.Empty, CardWords.Href(id), ("said", "Cards.SaidKept"));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await Show(http, id, new("card", form, mistaken.Problems), stop);
        }
    }

    private static string? AddressOf(HttpContext http, CardLine line) => AddressOf(line, http.RequestServices.GetRequiredService<Seals>(), Reached.At(http.RequestServices.GetRequiredService<Settings>()));

    private static Task<CardLine> Read(HttpContext http, Guid id, CancellationToken stop) =>
        http.RequestServices.GetRequiredService<Store>().CardOf(id, http.RequestServices.GetRequiredService<Visit>().Clock, stop);

    private static async Task<IResult> Show(HttpContext http, Guid id, Typed? typed, CancellationToken stop)
    {
        var line = await Read(http, id, stop);
        return Answers.Page<CardPage>(new { Line = line, Address = AddressOf(http, line), Typed = typed, Said = Said.From(http.Request.Query) }, typed);
    }
}
