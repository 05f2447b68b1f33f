using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary><c>/trash</c>: who lies there and until when; back again, or gone for good.</summary>
public sealed partial class TrashPage
{
    private const int Many = 200;

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get("/trash", async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var people = await store.InTrash(stop);
            Func<DateTime, DateOnly> dayAt = moment => visit.Owner.DayAt(new(moment, TimeSpan.Zero));
            return Answers.Page<TrashPage>(new { People = http.Request.Query.ContainsKey("all") ? people : [.. people.Take(Many)], people.Count, visit.Today, DayAt = dayAt, Said = Said.From(http.Request.Query) });
        });
        pages.Post("/trash/{id:guid}/restore", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.RestorePerson(id, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, "/trash", ("said", "People.SaidRestored"), ("undo", $"/trash/{id}/restore/undo"));
        });
        pages.Post("/trash/{id:guid}/restore/undo", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.TrashPerson(id, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, "/trash");
        });
        MapForGood(pages.MapGroup("").WithMetadata(new OwnersOnlyAttribute()));
    }

    /// <summary>What cannot be undone asks first.</summary>
    private static void MapForGood(IEndpointRouteBuilder pages)
    {
        pages.Get("/trash/{id:guid}/remove", async (Guid id, Store store, CancellationToken stop) => Answers.Page<ForGoodPage>(new { Id = (Guid?)id, (await store.FindTrashed(id.ToString(), stop)).Name, Count = 1 }));
        pages.Post("/trash/{id:guid}/remove", async (HttpContext http, Guid id, Store store, IEnumerable<IPersonLeaves> rooms, CancellationToken stop) =>
        {
            await store.RemoveForGood(id, rooms, stop);
            return Answers.Done(http, FormCollection.Empty, "/trash", ("said", "People.SaidRemoved"));
        });
        pages.Get("/trash/empty", async (Store store, CancellationToken stop) =>
            (await store.InTrash(stop)).Count is > 0 and var count ? Answers.Page<ForGoodPage>(new { Id = (Guid?)null, Name = "", Count = count }) : throw new NotFound("People.TrashIsEmpty"));
        pages.Post("/trash/empty", async (HttpContext http, Store store, IEnumerable<IPersonLeaves> rooms, CancellationToken stop) =>
        {
            await store.EmptyWholeTrash(rooms, stop);
            return Answers.Done(http, FormCollection.Empty, "/trash", ("said", "People.SaidEmptied"));
        });
    }
}
