using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Beginning;

/// <summary><c>/welcome/five</c>: the five one would not want to lose, by name, in one go.</summary>
public sealed partial class FivePage
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get("/welcome/five", async (Store store, Visit visit, CancellationToken stop) => Answers.Page<FivePage>(new { Proposals = await store.Proposals(visit.Today, stop), visit.Today }));
        pages.Post("/welcome/five", Begin);
    }

    private static async Task<IResult> Begin(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            await store.BeginWith([.. Enumerable.Range(0, BeginningActions.Five).Select(place => Read(form, place))], form.Once() ?? Guid.CreateVersion7(), visit.Today, visit.Clock, stop);
            return Answers.Done(http, form, "/", ("said", "Beginning.SaidBegun"));
        }
        catch (Mistaken mistaken)
        {
            var typed = new Typed("five", form, mistaken.Problems);
            return Answers.Page<FivePage>(new { Proposals = (IReadOnlyList<Proposal>)[], visit.Today, Typed = typed }, typed);
        }
    }

    private static Nearest? Read(IFormCollection form, int place)
    {
        if (form.Filled($"name-{place}") is not { } name) return null;
        return new(name, Layers.Named(form[$"layer-{place}"].ToString()) ?? Layer.None) { LastSpoke = form.Day($"spoke-{place}") };
    }
}
