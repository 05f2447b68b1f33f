using Mainstay.Accounts;
using System.Globalization;
using Mainstay.Organizations;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary><c>/gatherings</c>: what lies ahead, and what was. <c>/gatherings/new</c>: one more.</summary>
public sealed partial class GatheringsPage
{
    internal static IEnumerable<(string, string)> States => Enum.GetValues<GatheringState>().Select(s => (s.ToString(), Speech.Say($"Gatherings.State{s}")));

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) => Answers.Page<GatheringsPage>(new
        {
            visit.Today,
            visit.Owner.Zone,
            Ahead = (IReadOnlyList<Gathering>)await store.GatheringsAhead(visit.Today, stop),
            Past = (IReadOnlyList<Gathering>)await store.GatheringsPast(visit.Today, stop),
            Panels = await http.RequestServices.GetServices<IGatheringsPanel>().SeenBy(store).Hung(p => p.Component, p => p.Load(new(store, visit.Today), stop)),
            Said = Said.From(http.Request.Query),
        }));
        pages.Get(NewAddress, async (HttpContext http, Store store, CancellationToken stop) =>
            Answers.Page<NewGatheringPage>(new { Organization = Guid.TryParse(http.Request.Query["organization"], out var id) ? (await store.OrganizationOf(id, stop)).Name : null }));
        pages.Post(Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                var made = await store.AllOrNothing(async () => await store.AddGathering(await Read(store, form, visit.Clock, stop), visit.Clock, stop), stop);
                return Answers.Done(http, form, $"/gatherings/{made.Id}", ("said", "Gatherings.SaidAdded"), ("undo", $"/gatherings/{made.Id}/undo"));
            }
            catch (Mistaken mistaken)
            {
                return Answers.Page<NewGatheringPage>(new { Typed = new Typed("gathering", form, mistaken.Problems) }, StatusCodes.Status422UnprocessableEntity);
            }
        });
    }

    /// <summary>The fields of <see cref="GatheringFormPanel"/>. An organization that nobody knows yet is added.</summary>
    internal static async Task<NewGathering> Read(Store store, IFormCollection form, TimeProvider clock, CancellationToken stop)
    {
        var said = Read(form);
        return form.Filled("organization") is { } name ? said with { OrganizationId = await store.OrganizationCalled(name, clock, stop) } : said;
    }

    private static NewGathering Read(IFormCollection form)
    {
        var problems = new Problems();
        var (on, until) = (form.Day("on", problems), form.Day("until", problems));
        var (from, to) = (Clock.Of(form["from"], "from", problems), Clock.Of(form["to"], "to", problems));
        double? hours = null;
        if (form.Filled("hours") is { } typed) hours = double.TryParse(typed.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
        if (on is null) problems.When(problems.Of("on") is null, "on", "Gatherings.DayMissing");
        Mistaken.ThrowIf(problems);
        return new()
        {
            Id = form.Once(),
            Name = form.Filled("name") ?? "",
            On = on!.Value,
            From = from,
            Until = until,
            To = to,
            Place = form.Filled("place"),
            Address = form.Filled("address"),
            Link = form.Filled("link"),
            Topics = form.Filled("topics"),
            Note = form.Filled("note")?.ReplaceLineEndings("\n"),
            State = Enum.TryParse<GatheringState>(form["state"], out var state) ? state : GatheringState.Noticed,
            Goal = form.Filled("goal"),
            Ask = form.Filled("ask"),
            Offer = form.Filled("offer"),
            Pitch = form.Filled("pitch")?.ReplaceLineEndings("\n"),
            Cost = form.Filled("cost"),
            Hours = hours,
        };
    }
}
