using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Cards;

/// <summary><c>/cards</c>: all of them. <c>/cards/new</c>: one more.</summary>
public sealed partial class CardsPage
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
            Answers.Page<CardsPage>(new { Lines = await store.AllCards(visit.Clock, stop), Said = Said.From(http.Request.Query) }));
        pages.Get(Address + "/new", (Store store, CancellationToken stop) => New(store, null, stop));
        pages.Post(Address, Add);
    }

    private static async Task<IResult> Add(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var made = await store.AddCard(Read(form), visit.Clock, stop);
            return Answers.Done(http, form, CardWords.Href(made.Id), ("said", "Cards.SaidAdded"));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await New(store, new("card", form, mistaken.Problems), stop);
        }
    }

    private static async Task<IResult> New(Store store, Typed? typed, CancellationToken stop) => Answers.Page<NewCardPage>(new { Text = await store.ProposedCard(stop), Typed = typed }, typed);

    internal static NewCard Read(IFormCollection form) => new(form["audience"].ToString(), new()
    {
        Name = form["name"].ToString(), Pronouns = form["pronouns"], Headline = form["headline"], Organization = form["organization"], Mail = form["mail"], Phone = form["phone"],
        Links = [.. CardText.Lines(form["links"])], Pitch = form["pitch"], Seeks = form["seeks"], Offers = form["offers"],
    }, form.Once());
}
