using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.People;

/// <summary>Where a change is taken back, of whatever it was.</summary>
internal static class ChangesPage
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.Post("/changes/{id:guid}/undo", async (HttpContext http, Guid id, Store store, IEnumerable<IPutBack> rooms, Visit visit, CancellationToken stop) =>
        {
            var former = await store.TakeBack(id, rooms, visit.Clock, stop);
            return Answers.Done(http, await http.Request.ReadFormAsync(stop), former.PersonId is { } person ? $"/people/{person}" : "/", ("said", "People.SaidTakenBack"));
        });

    /// <summary>For the page that says what was done: where it is taken back.</summary>
    public static (string, string) Undo(Guid change) => ("undo", $"/changes/{change}/undo");
}
