using System.Globalization;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary><c>/layers</c>: who is near, who may be, and how much time the owner means to give.</summary>
public sealed partial class LayersPage
{
    private const int Five = 5;

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get("/layers", (HttpContext http, Store store, Visit visit, CancellationToken stop) => Show(http, store, visit, null, stop));
        pages.Post("/layers/time", async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                await store.SetWeeklyMinutes(Minutes(form), stop);
                return Answers.Done(http, form, "/layers", ("said", "Rhythm.SaidTime"));
            }
            catch (Mistaken mistaken)
            {
                return await Show(http, store, visit, new("time", form, mistaken.Problems), stop);
            }
        });
    }

    private static async Task<IResult> Show(HttpContext http, Store store, Visit visit, Typed? typed, CancellationToken stop)
    {
        var proposals = await store.Proposals(visit.Today, stop);
        var shown = http.Request.Query.ContainsKey("all") ? proposals : [.. proposals.Take(Five)];
        return Answers.Page<LayersPage>(new { Proposals = shown, Settled = await store.PeopleByLayer(stop), More = proposals.Count > shown.Count, Budget = await store.BudgetOn(visit.Today, stop), Said = Said.From(http.Request.Query), Typed = typed }, typed);
    }

    /// <summary>Empty: as much as it takes.</summary>
    private static int? Minutes(IFormCollection form) => form.Filled("minutes") is not { } typed ? null
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : throw new Mistaken(new Problems { { "minutes", "Rhythm.NotMinutes", typed } });
}
