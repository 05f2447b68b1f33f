using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary><c>/favours</c>: what went to and fro, what others need, five minutes for somebody, and doors that were opened.</summary>
public sealed partial class FavoursPage
{
    private const int MostIdeas = 4, MostFavours = 50;

    internal static IEnumerable<(string, string)> Weights => Enum.GetValues<Weight>().Select(w => (w.ToString(), Speech.Say($"Exchange.Weight{w}")));

    internal static IEnumerable<(string, string)> Ways => Enum.GetValues<Way>().Select(w => (w.ToString(), Speech.Say($"Exchange.Way{w}")));

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, (HttpContext http, CancellationToken stop) => Show(http, null, stop));
        Note(pages, "/favours", "favour", "Exchange.SaidFavour", async (at, person, stop) => (await at.Store.NoteFavour(Favour(at.Form, person), at.Visit.Today, at.Visit.Clock, stop)).Id);
        Note(pages, "/wishes", "wish", "Exchange.SaidWish", async (at, person, stop) => (await at.Store.AddWish(new(person, at.Form["text"].ToString(), null, at.Form.Once()), at.Visit.Today, at.Visit.Clock, stop)).Id);
        Note(pages, "/opportunities", "door", "Exchange.SaidDoor", async (at, person, stop) => (await at.Store.AddOpportunity(new(person, at.Form["what"].ToString(), null, at.Form.Once()), at.Visit.Today, at.Visit.Clock, stop)).Id);
        foreach (var taken in new[] { "/undo", "/remove" })
        {
            Turn(pages, "/favours/{id:guid}" + taken, "Exchange.SaidGone", (store, id, _, _, stop) => store.RemoveFavour(id, stop));
            Turn(pages, "/opportunities/{id:guid}" + taken, "Exchange.SaidGone", (store, id, _, _, stop) => store.RemoveOpportunity(id, stop));
            if (taken == "/remove") Turn(pages, "/wishes/{id:guid}/remove", "Exchange.SaidGone", (store, id, _, _, stop) => store.RemoveWish(id, stop));
        }
        Turn(pages, "/wishes/{id:guid}/done", "Exchange.SaidNoted", (store, id, visit, _, stop) => store.CloseWish(id, visit.Today, stop));
        Turn(pages, "/wishes/{id:guid}/undo", "Exchange.SaidNoted", (store, id, _, _, stop) => store.RemoveWish(id, stop));
        Turn(pages, "/opportunities/{id:guid}/became", "Exchange.SaidNoted", (store, id, visit, form, stop) =>
            store.SayBecame(id, Enum.TryParse<OpportunityState>(form["state"], out var state) ? state : (OpportunityState)(-1), form.Filled("became"), visit.Today, stop));
    }

    /// <summary>A form that notes something about a person: theirs, or the one whose name was typed.</summary>
    private sealed record Noting(Store Store, Visit Visit, IFormCollection Form);

    private static void Note(IEndpointRouteBuilder pages, string address, string name, string said, Func<Noting, Guid, CancellationToken, Task<Guid>> note) =>
        pages.MapPost(address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            var theirs = Guid.TryParse(form["person"], out var id);
            try
            {
                var person = theirs ? id : await Meant(store, form, stop);
                var made = await note(new(store, visit, form), person, stop);
                return Answers.Done(http, form, theirs ? $"/people/{person}" : Address, ("said", said), ("undo", $"{address}/{made}/undo"));
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                var typed = new Typed(name, form, mistaken.Problems);
                return theirs ? await PersonPage.Show(http, id, typed, stop) : await Show(http, typed, stop);
            }
        });

    private static void Turn(IEndpointRouteBuilder pages, string address, string said, Func<Store, Guid, Visit, IFormCollection, CancellationToken, Task> act) =>
        pages.MapPost(address, async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            await act(store, id, visit, form, stop);
            return Answers.Done(http, form, Address, ("said", said));
        });

    private static async Task<IResult> Show(HttpContext http, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        return Answers.Page<FavoursPage>(new
        {
            visit.Today,
            Favours = await store.AllFavours(stop, most: MostFavours),
            Wishes = await store.AllWishes(stop),
            Doors = await store.AllOpportunities(stop),
            Ideas = await store.FiveMinutes(visit.Today, MostIdeas, stop),
            Said = Said.From(http.Request.Query),
            Typed = typed,
        }, typed);
    }

    private static async Task<Guid> Meant(Store store, IFormCollection form, CancellationToken stop)
    {
        var who = form.Filled("who");
        if (await store.Meant(who, stop) is [{ IsSure: true, People: [var person, ..] }]) return person.Id;
        throw new Mistaken(new Problems().When(who is null, "who", "Exchange.WhomMissing").When(who is not null, "who", "Exchange.WriteWholeName", who));
    }

    private static NewFavour Favour(IFormCollection form, Guid person) => new()
    {
        Id = form.Once(),
        PersonId = person,
        Way = Enum.TryParse<Way>(form["way"], out var way) ? way : (Way)(-1),
        What = form.Filled("what") ?? "",
        Weight = form.Filled("weight") is not { } weight ? Weight.Normal : Enum.TryParse<Weight>(weight, out var known) ? known : (Weight)(-1),
        On = form.Day("on"),
        Topic = form.Filled("topic"),
        WishId = Guid.TryParse(form["wish"], out var wish) ? wish : null,
    };
}
