using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary><c>/gatherings/{id}/sheet</c>: what to have in mind, to print. <c>/gatherings/{id}/capture</c>: whom the owner meets, one after the other on a phone.</summary>
public sealed partial class SheetPage
{
    private const string Address = "/gatherings/{id:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address + "/sheet", async (Guid id, Store store, Visit visit, PreparationQueries prepare, CancellationToken stop) =>
        {
            var it = await store.GatheringOf(id, stop);
            return Answers.Page<SheetPage>(new { It = it, visit.Owner.Zone, Prepared = await prepare.For(store, it, visit.Today, stop) });
        });
        pages.Get(Address + "/capture", async (HttpContext http, Guid id, Store store, CancellationToken stop) => Answers.Page<CapturePage>(new
        {
            It = await store.GatheringOf(id, stop),
            Met = (IReadOnlyList<EncounterLine>)await store.EncountersOf(stop, id),
            Said = Said.From(http.Request.Query),
        }));
        pages.Post(Address + "/expected", async (HttpContext http, Guid id, Store store, CancellationToken stop) => await GatheringPage.Turn(http, id, "expected", async form =>
        {
            await store.Expect(id, Guid.TryParse(form["person"], out var one) ? [one] : await Meant(store, form, stop), stop);
            return Answers.Done(http, form, $"/gatherings/{id}", ("said", "Gatherings.SaidExpected"));
        }, stop));
        pages.Post(Address + "/expected/{person:guid}/choose", async (HttpContext http, Guid id, Guid person, Store store, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            await store.Choose(id, person, form.Filled("chosen") is not null, form.Filled("about"), stop);
            return Answers.Done(http, form, $"/gatherings/{id}", ("said", "Gatherings.SaidChanged"));
        });
        pages.Post(Address + "/expected/{person:guid}/remove", async (HttpContext http, Guid id, Guid person, Store store, CancellationToken stop) =>
        {
            await store.Unexpect(id, person, stop);
            return Answers.Done(http, await http.Request.ReadFormAsync(stop), $"/gatherings/{id}", ("said", "Gatherings.SaidChanged"));
        });
        pages.Post(Address + "/came", async (HttpContext http, Guid id, Store store, CancellationToken stop) => await GatheringPage.Turn(http, id, "came", async form =>
        {
            await store.SayCame(id, form.Filled("came")?.ReplaceLineEndings("\n"), form["after"] == "year", stop);
            return Answers.Done(http, form, $"/gatherings/{id}", ("said", "Gatherings.SaidChanged"));
        }, stop));
        pages.Post(Address + "/later", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            await store.QuietGathering(id, visit.Today, EncounterPage.Days(form), stop);
            return Answers.Done(http, form, $"/gatherings/{id}", ("said", "Gatherings.SaidLater"));
        });
    }

    private static async Task<IReadOnlyList<Guid>> Meant(Store store, IFormCollection form, CancellationToken stop)
    {
        var meant = await store.Meant(form.Filled("who"), stop);
        Mistaken.ThrowIf(new Problems().When(meant.Any(m => !m.IsSure), "who", "Gatherings.WriteWholeNames", meant.Where(m => !m.IsSure).Select(m => m.Typed)));
        return [.. meant.Select(m => m.People[0].Id)];
    }
}
