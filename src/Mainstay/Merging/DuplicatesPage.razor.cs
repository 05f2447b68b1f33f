using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Merging;

/// <summary><c>/people/duplicates</c>: who may be in the network twice, and who was brought together lately.</summary>
public sealed partial class DuplicatesPage
{
    internal const string Address = "/people/duplicates";

    private const int OnAPage = 50;

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) => Answers.Page<DuplicatesPage>(new
        {
            Found = await store.Duplicates(OnAPage, stop),
            Lately = await store.MergedLately(stop),
            visit.Today,
            DayAt = (Func<DateTime, DateOnly>)(moment => visit.Owner.DayAt(new(moment, TimeSpan.Zero))),
            Said = Said.From(http.Request.Query),
        }));
        pages.Post("/people/{id:guid}/apart/{other:guid}", async (HttpContext http, Guid id, Guid other, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.SayApart(id, other, visit.Clock, stop);
            return Answers.Done(http, await http.Request.ReadFormAsync(stop), Address, ("said", "Merging.SaidApart"), ("undo", $"/people/{id}/apart/{other}/undo"));
        });
        pages.Post("/people/{id:guid}/apart/{other:guid}/undo", async (HttpContext http, Guid id, Guid other, Store store, CancellationToken stop) =>
        {
            await store.UnsayApart(id, other, stop);
            return Answers.Done(http, await http.Request.ReadFormAsync(stop), Address);
        });
    }
}
