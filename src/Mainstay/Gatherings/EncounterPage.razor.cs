using System.Globalization;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary><c>/encounters/{id}</c>: what is to become of an encounter, with a message in the owner's words. <c>/gatherings/{id}/triage</c>: of all of them.</summary>
public sealed partial class EncounterPage
{
    private const string Address = "/encounters/{id:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (HttpContext http, Guid id, CancellationToken stop) => Show(http, id, null, stop));
        pages.Get("/gatherings/{id:guid}/triage", ShowAll);
        pages.Post(Address + "/triage", async (HttpContext http, Guid id, Store store, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            await store.SetTriage(id, Enum.TryParse<Triage>(form["triage"], out var triage) ? triage : (Triage)(-1), stop);
            return Answers.Done(http, form, $"/encounters/{id}", ("said", "Gatherings.SaidTriage"), ("undo", $"/encounters/{id}/triage/undo"));
        });
        Turn(pages, "/triage/undo", "Gatherings.SaidChanged", (store, id, _, _, stop) => store.UndoTriage(id, stop));
        Turn(pages, "/wrote", "Gatherings.SaidWrote", (store, id, visit, _, stop) => store.SayWrote(id, visit.Today, visit.Clock, stop));
        Turn(pages, "/later", "Gatherings.SaidLater", (store, id, visit, form, stop) => store.QuietEncounter(id, visit.Today, Days(form), stop));
        pages.Post(Address + "/edit", Edit);
        pages.Post(Address + "/message", Write);
        pages.Post(Address + "/step", async (HttpContext http, Guid id, Store store, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                await store.SayNextStep(id, form.Filled("step"), stop);
                return Answers.Done(http, form, $"/encounters/{id}", ("said", "Gatherings.SaidChanged"));
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Show(http, id, new("step", form, mistaken.Problems), stop);
            }
        });
    }

    private static async Task<IResult> ShowAll(HttpContext http, Guid id, Store store, CancellationToken stop)
    {
        var met = await store.EncountersOf(stop, id);
        return Answers.Page<TriagePage>(new
        {
            It = await store.GatheringOf(id, stop),
            Open = (IReadOnlyList<EncounterLine>)[.. met.Where(l => l.Encounter.Triage is null)],
            ToWrite = Unwritten(met),
            Said = Said.From(http.Request.Query),
        });
    }

    private static async Task<IResult> Edit(HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var was = await store.EncounterOf(id, stop);
            var before = was.Encounter.PersonId;
            var change = await store.ChangeEncounter(id, await Read(store, was, form, stop), Enum.TryParse<Triage>(form["triage"], out var triage) ? triage : null, visit.Today, visit.Clock, stop);
            var line = await store.EncounterOf(id, stop);
            var isOneBeside = line.Encounter.PersonId != before && await store.CandidateBeside(line, stop) is { IsThem: false };
            return Answers.Done(http, form, $"/encounters/{id}", ("said", isOneBeside ? "Gatherings.SaidMetBeside" : "Gatherings.SaidChanged"), ChangesPage.Undo(change));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await Show(http, id, new("encounter", form, mistaken.Problems), stop);
        }
    }

    private static async Task<IResult> Write(HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var met = (await store.EncounterOf(id, stop)).Encounter;
            var draft = await store.BeginDraft(new() { Id = form.Once(), PersonId = met.PersonId, Words = new(form["subject"].ToString(), form["text"].ToString()) }, visit.Today, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, $"/drafts/{draft.Id}");
        }
        catch (Mistaken mistaken)
        {
            return await Show(http, id, new("draft", form, mistaken.Problems), stop);
        }
    }

    internal static int Days(IFormCollection form) => int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 7;

    private static void Turn(IEndpointRouteBuilder pages, string step, string said, Func<Store, Guid, Visit, IFormCollection, CancellationToken, Task> act) =>
        pages.Post(Address + step, async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            await act(store, id, visit, form, stop);
            return Answers.Done(http, form, $"/encounters/{id}", ("said", said));
        });

    /// <summary>The fields of <see cref="CorrectPanel"/>: the name of whom it is about means them, and nobody of the same name.</summary>
    private static async Task<NewEncounter> Read(Store store, EncounterLine line, IFormCollection form, CancellationToken stop)
    {
        var problems = new Problems();
        var on = form.Day("on", problems);
        Mistaken.ThrowIf(problems);
        var isSame = form.Filled("who") == line.Name && form["person"].Count == 0;
        var said = isSame
            ? new NewEncounter { GatheringId = line.At.Id, PersonId = line.Encounter.PersonId, About = form.Filled("about"), Promised = form.Filled("promised"), PromisedToMe = form.Filled("promisedToMe") }
            : await GatheringPage.Read(store, line.At.Id, form, stop);
        Mistaken.ThrowIf(new Problems().When(!isSame && said.Name is null, "who", "Gatherings.WhoMissing"));
        return said with { On = on };
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var line = await store.EncounterOf(id, stop);
        return Answers.Page<EncounterPage>(new
        {
            Line = line,
            Near = typed is { Form: "encounter" } && typed.Problems.Of("who") is not null && await store.Meant(typed.Value("who")?.Replace(',', ' '), stop) is [var meant, ..] ? meant.People : [],
            IsCorrected = http.Request.Query.ContainsKey("correct"),
            Tie = line.Encounter.SecondOn is null ? null : await store.KeptTieOf(line.Encounter.PersonId, stop),
            Draft = await store.DraftFor(line, visit.Today, stop),
            ToWrite = line.Encounter.WroteOn is null ? [] : Unwritten(await store.EncountersOf(stop, line.At.Id)),
            Said = Said.From(http.Request.Query),
            Typed = typed,
        }, typed);
    }

    private static IReadOnlyList<EncounterLine> Unwritten(IEnumerable<EncounterLine> met) => [.. met.Where(l => l.Encounter is { Triage: Triage.FollowUp, WroteOn: null })];
}
