using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary><c>/favours/{id}/edit?back=</c>, and the same of wishes and opportunities: what was noted, said anew.</summary>
public sealed partial class ChangePage
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        Map(pages, FavoursPage.Address, OfFavour, (at, was, person, stop) => at.Store.ChangeFavour(was.Favour!.Id, FavoursPage.Read(at.Form, person) with { Kind = was.Favour.Kind, NeedId = was.Favour.NeedId }, at.Visit.Today, stop));
        Map(pages, "/wishes", OfWish, (at, was, person, stop) => at.Store.ChangeWish(was.Wish!.Id, new(person, at.Form["text"].ToString(), at.Form.Day("on")), at.Visit.Today, stop));
        Map(pages, "/opportunities", OfDoor, (at, was, person, stop) => at.Store.ChangeOpportunity(was.Door!.Id, new(person, at.Form["what"].ToString(), at.Form.Day("on")), at.Visit.Today, stop));
    }

    /// <summary>One of the three as it is, and whose it is.</summary>
    private sealed record Noted(PersonLine Who)
    {
        public Favour? Favour { get; init; }
        public Wish? Wish { get; init; }
        public Opportunity? Door { get; init; }
    }

    private static async Task<Noted> OfFavour(Store store, Guid id, CancellationToken stop)
    {
        var line = await store.FavourOf(id, stop);
        return new(new PersonLine(line.Favour.PersonId, line.Name)) { Favour = line.Favour };
    }

    private static async Task<Noted> OfWish(Store store, Guid id, CancellationToken stop)
    {
        var line = await store.WishOf(id, stop);
        return new(new PersonLine(line.Wish.PersonId, line.Name)) { Wish = line.Wish };
    }

    private static async Task<Noted> OfDoor(Store store, Guid id, CancellationToken stop)
    {
        var line = await store.OpportunityOf(id, stop);
        return new(new PersonLine(line.Door.PersonId, line.Name)) { Door = line.Door };
    }

    private static void Map(IEndpointRouteBuilder pages, string address, Func<Store, Guid, CancellationToken, Task<Noted>> of, Func<FavoursPage.Noting, Noted, Guid, CancellationToken, Task> change)
    {
        pages.Get(address + "/{id:guid}/edit", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) => Show(await of(store, id, stop), $"{address}/{id}", http.Request.Query["back"].ToString(), visit, null));
        pages.Post(address + "/{id:guid}/edit", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var (form, was) = (await http.Request.ReadFormAsync(stop), await of(store, id, stop));
            try
            {
                var isSame = !form.ContainsKey("who") || form.Filled("who") == was.Who.Name;
                await change(new(store, visit, form), was, isSame ? was.Who.Id : await FavoursPage.Meant(store, form, stop), stop);
                return Answers.Done(http, form, FavoursPage.Address, ("said", "Exchange.SaidChanged"));
            }
            catch (Mistaken mistaken)
            {
                return Show(was, $"{address}/{id}", form["back"].ToString(), visit, new("change", form, mistaken.Problems));
            }
        });
    }

    private static IResult Show(Noted noted, string at, string back, Visit visit, Typed? typed) =>
        Answers.Page<ChangePage>(new { noted.Favour, noted.Wish, noted.Door, noted.Who, visit.Today, At = at, Back = Answers.IsOurs(back) ? back : FavoursPage.Address, Typed = typed }, typed);
}
