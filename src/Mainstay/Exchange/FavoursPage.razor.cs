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
        pages.Get(Address, (HttpContext http, CancellationToken stop) => Show(http, null, stop));
        Note(pages, "/favours", "favour", "Exchange.SaidFavour", async (at, person, stop) => (await at.Store.NoteFavour(Read(at.Form, person), at.Visit.Today, at.Visit.Clock, stop)).Id);
        Note(pages, "/wishes", "wish", "Exchange.SaidWish", async (at, person, stop) => (await at.Store.AddWish(new(person, at.Form["text"].ToString(), null, at.Form.Once()), at.Visit.Today, at.Visit.Clock, stop)).Id);
        Note(pages, "/opportunities", "door", "Exchange.SaidDoor", async (at, person, stop) => (await at.Store.AddOpportunity(new(person, at.Form["what"].ToString(), null, at.Form.Once()), at.Visit.Today, at.Visit.Clock, stop)).Id);
        foreach (var taken in (string[])["/undo", "/remove"])
        {
            Remove(pages, "/favours/{id:guid}" + taken, (store, id, clock, stop) => store.RemoveFavour(id, clock, stop));
            Remove(pages, "/wishes/{id:guid}" + taken, (store, id, clock, stop) => store.RemoveWish(id, clock, stop));
            Remove(pages, "/opportunities/{id:guid}" + taken, (store, id, clock, stop) => store.RemoveOpportunity(id, clock, stop));
        }
        pages.Post("/favours/{id:guid}/wishes/{wish:guid}/undo", async (HttpContext http, Guid id, Guid wish, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, await http.Request.ReadFormAsync(stop), Address, ("said", "Exchange.SaidGone"), ChangesPage.Undo(await store.Unmeet(id, wish, visit.Clock, stop))));
        pages.Post("/wishes/{id:guid}/done", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.CloseWish(id, visit.Today, stop);
            return Answers.Done(http, await http.Request.ReadFormAsync(stop), Address, ("said", "Exchange.SaidNoted"), ("undo", $"/wishes/{id}/open/undo"));
        });
        Turn(pages, "/wishes/{id:guid}/open/undo", "Exchange.SaidNoted", (store, id, _, _, stop) => store.CloseWish(id, null, stop));
        Turn(pages, "/opportunities/{id:guid}/became", "Exchange.SaidNoted", (store, id, visit, form, stop) =>
            store.SayBecame(id, Enum.TryParse<OpportunityState>(form["state"], out var state) ? state : (OpportunityState)(-1), form.Filled("became"), visit.Today, stop));
    }

    /// <summary>A form that notes something about a person: theirs, or the one whose name was typed.</summary>
    internal sealed record Noting(Store Store, Visit Visit, IFormCollection Form);

    private static void Note(IEndpointRouteBuilder pages, string address, string name, string said, Func<Noting, Guid, CancellationToken, Task<Guid>> note) =>
        pages.Post(address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            var theirs = Guid.TryParse(form["person"], out var id);
            try
            {
                var person = theirs ? id : await Meant(store, form, stop);
                var made = await note(new(store, visit, form), person, stop);
                return Answers.Done(http, form, theirs ? $"/people/{person}" : Address, ("said", said), ("undo", $"{address}/{made}/{(name == "favour" && Guid.TryParse(form["wish"], out var wish) ? $"wishes/{wish}/" : "")}undo"));
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                var typed = new Typed(name, form, mistaken.Problems);
                return theirs ? await PersonPage.Show(http, id, typed, stop) : await Show(http, typed, stop);
            }
        });

    private static void Turn(IEndpointRouteBuilder pages, string address, string said, Func<Store, Guid, Visit, IFormCollection, CancellationToken, Task> act) =>
        pages.Post(address, async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            await act(store, id, visit, form, stop);
            return Answers.Done(http, form, Address, ("said", said));
        });

    private static void Remove(IEndpointRouteBuilder pages, string address, Func<Store, Guid, TimeProvider, CancellationToken, Task<Guid>> remove) =>
        pages.Post(address, async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            return Answers.Done(http, form, Address, ("said", "Exchange.SaidGone"), ChangesPage.Undo(await remove(store, id, visit.Clock, stop)));
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

    internal static async Task<Guid> Meant(Store store, IFormCollection form, CancellationToken stop)
    {
        var who = form.Filled("who");
        if (await store.Meant(who, stop) is [{ IsSure: true, People: [var person, ..] }]) return person.Id;
        throw new Mistaken(new Problems().When(who is null, "who", "Exchange.WhomMissing").When(who is not null, "who", "Exchange.WriteWholeName", who));
    }

    /// <summary>The fields of <see cref="FavourFieldsPanel"/>, and what other forms say of a favour.</summary>
    internal static NewFavour Read(IFormCollection form, Guid person) => new()
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
