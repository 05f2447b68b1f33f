using Mainstay.Accounts;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary><c>/gatherings/{id}</c>: one gathering, and whom the owner met there.</summary>
public sealed partial class GatheringPage
{
    private const string Address = "/gatherings/{id:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (HttpContext http, Guid id, CancellationToken stop) => Show(http, id, null, stop));
        pages.Post(Address + "/edit", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            await Turn(http, id, "gathering", async form =>
            {
                await store.AllOrNothing(async () => await store.ChangeGathering(id, await GatheringsPage.Read(store, form, visit.Clock, stop), stop), stop);
                return Answers.Done(http, form, $"/gatherings/{id}", ("said", "Gatherings.SaidChanged"));
            }, stop));
        pages.Post(Address + "/state", async (HttpContext http, Guid id, Store store, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            await store.SetState(id, Enum.TryParse<GatheringState>(form["state"], out var state) ? state : (GatheringState)(-1), stop);
            return Answers.Done(http, form, $"/gatherings/{id}", ("said", "Gatherings.SaidChanged"));
        });
        pages.Post(Address + "/met", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            await Turn(http, id, "met", async form =>
            {
                var met = await store.Meet(await Read(store, id, form, stop), visit.Today, visit.Clock, stop);
                return Answers.Done(http, form, $"/gatherings/{id}", ("said", SaidOf(met, await store.CandidateBeside(await store.EncounterOf(met.Id, stop), stop))), ("undo", $"/encounters/{met.Id}/undo"));
            }, stop));
        foreach (var taken in (string[])["/undo", "/remove"])
        {
            pages.Post(Address + taken, async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
                Answers.Done(http, FormCollection.Empty, GatheringsPage.Address, ("said", "Gatherings.SaidGone"), ChangesPage.Undo(await store.RemoveGathering(id, visit.Clock, stop))));
            pages.Post("/encounters/{id:guid}" + taken, async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            {
                var at = (await store.EncounterOf(id, stop)).At.Id;
                return Answers.Done(http, await http.Request.ReadFormAsync(stop), $"/gatherings/{at}", ("said", "Gatherings.SaidUnmet"), ChangesPage.Undo(await store.Unmeet(id, visit.Clock, stop)));
            });
        }
    }

    private static string SaidOf(Encounter met, MetCandidate? beside) => beside switch
    {
        { IsThem: true } => "Gatherings.SaidMetCandidate",
        { IsThem: false } => "Gatherings.SaidMetBeside",
        _ => met.IsNew ? "Gatherings.SaidMetNew" : "Gatherings.SaidMet",
    };

    /// <summary>Does what a form of the page asks, or shows the page with what is wrong about it.</summary>
    internal static async Task<IResult> Turn(HttpContext http, Guid id, string name, Func<IFormCollection, Task<IResult>> act, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            return await act(form);
        }
        catch (Mistaken mistaken)
        {
            http.RequestServices.GetRequiredService<Store>().ChangeTracker.Clear();
            return await Show(http, id, new(name, form, mistaken.Problems), stop);
        }
    }

    /// <summary>Whom the form means: the one who was chosen, the only one of that name, a candidate of that name, or somebody new when nobody comes near.</summary>
    internal static async Task<NewEncounter> Read(Store store, Guid gathering, IFormCollection form, CancellationToken stop)
    {
        var who = form.Filled("who");
        Guid? person = Guid.TryParse(form["person"], out var chosen) ? chosen : null;
        if (person is null && who is not null && form["person"] != "new" && await store.CandidateMeantBy(who, stop) is null)
        {
            var meant = await store.Meant(who.Replace(',', ' '), stop);
            if (meant is [{ IsSure: true, People: [var one, ..] }, ..]) person = one.Id;
            else if (meant is [{ People.Count: > 0 }, ..]) throw new Mistaken(new Problems().When(true, "who", "Gatherings.WhichOne"));
        }
        return new() { Id = form.Once(), GatheringId = gathering, PersonId = person, Name = who, About = form.Filled("about"), Promised = form.Filled("promised"), PromisedToMe = form.Filled("promisedToMe") };
    }

    /// <summary>Names that were typed to which nobody answers, not even in part: they may be candidates.</summary>
    private static async Task<IReadOnlyList<string>> NotYetKnown(Store store, Typed typed, CancellationToken stop) =>
        [.. (await store.Meant(typed.Value("who"), stop)).Where(m => !m.IsSure && !m.People.Any(p => PersonNames.Answers(p.Name, null, m.Typed) is not null)).Select(m => m.Typed)];

    private static async Task<IResult> Show(HttpContext http, Guid id, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var it = await store.GatheringOf(id, stop);
        var near = typed is { Form: "met" } && typed.Problems.Of("who") is not null ? await store.Meant(typed.Value("who")?.Replace(',', ' '), stop) : [];
        return Answers.Page<GatheringPage>(new
        {
            It = it,
            visit.Today,
            visit.Owner.Zone,
            Organization = await store.HolderOf(it, stop),
            Met = (IReadOnlyList<EncounterLine>)await store.EncountersOf(stop, id),
            Prepared = it.LastDay < visit.Today ? new([], [], []) : await http.RequestServices.GetRequiredService<PreparationQueries>().For(store, it, visit.Today, stop),
            Unknown = typed is { Form: "expected" } ? await NotYetKnown(store, typed, stop) : [],
            Near = near.Count > 0 ? near[0].People : [],
            Panels = await http.RequestServices.GetServices<IGatheringPanel>().SeenBy(store).Hung(p => p.Component, p => p.Load(new(store, it, visit.Today), stop)),
            Said = Said.From(http.Request.Query),
            Typed = typed,
        }, typed);
    }
}
