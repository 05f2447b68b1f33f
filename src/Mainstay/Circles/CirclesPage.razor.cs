using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Circles;

/// <summary><c>/circles</c>: the circles of whoever is signed in. <c>/circles/new</c>: founding one.</summary>
public sealed partial class CirclesPage
{
    public const string Address = "/circles";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        var ofAccount = pages.MapGroup("").WithMetadata(new OfAccountAttribute());
        ofAccount.Get(Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
            Answers.Page<CirclesPage>(new { Circles = await store.MyCircles(visit.Guest!.AccountId, visit.Today, stop), Said = Said.From(http.Request.Query) }));
        ofAccount.Get(Address + "/new", (HttpContext http, CancellationToken stop) => New(http, null, stop));
        ofAccount.Post(Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                var circle = await store.FoundCircle(visit.Guest!.AccountId, CharterPage.Read(form, new()) with { Id = form.Once() }, visit.Clock, stop);
                return Answers.Done(http, form, CirclePlace.Of(circle.Id), ("said", "Circles.SaidFounded"));
            }
            catch (Mistaken mistaken)
            {
                return await New(http, new Typed("circle", form, mistaken.Problems), stop);
            }
        });
    }

    private static async Task<IResult> New(HttpContext http, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        return Answers.Page<NewCirclePage>(new { Zone = await store.HomeZone(visit.Guest!.AccountId, stop), Typed = typed }, typed);
    }
}
