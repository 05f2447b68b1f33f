using System.Globalization;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Outreach;

/// <summary><c>/candidates/{id}</c>: one candidate, and the next step. <c>/candidates</c>: all of them.</summary>
public sealed partial class CandidatePage
{
    private const string Address = "/candidates/{id:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(CandidatesPage.Address, All);
        pages.Get(Address, (HttpContext http, Guid id, CancellationToken stop) => Show(http, id, null, stop));
        pages.Post(Address + "/edit", Change);
        pages.Post(Address + "/move", Move);
        Turn(pages, "/followed", "candidate", "Outreach.SaidFollowedUp", (store, id, visit, _, stop) => store.FollowUp(id, visit.Today, visit.Clock, stop));
        Turn(pages, "/rest", "rest", "Outreach.SaidRests", (store, id, visit, form, stop) => store.LetRest(id, form.Day("until"), visit.Today, stop));
        Turn(pages, "/wake", "candidate", "Outreach.SaidWoken", (store, id, visit, _, stop) => store.WakeUp(id, visit.Today, stop));
        Turn(pages, "/later", "candidate", "Outreach.SaidLater", (store, id, visit, form, stop) => store.QuietCandidate(id, visit.Today.AddDays(int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? Math.Clamp(days, 1, 365) : 7), stop));
        pages.Post(Address + "/remove", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, FormCollection.Empty, CandidatesPage.Address, ("said", "Outreach.SaidRemoved"), ChangesPage.Undo(await store.RemoveCandidate(id, visit.Clock, stop))));
    }

    /// <summary>One tap on, or back; it can be taken back where it is said.</summary>
    private static async Task<IResult> All(HttpContext http, Store store, Visit visit, SerendipityQueries serendipity, CancellationToken stop)
    {
        var (lines, view) = (await store.AllCandidates(visit.Today, stop), http.Request.Query["view"].ToString());
        return Answers.Page<CandidatesPage>(new
        {
            Different = await serendipity.OfTheWeek(store, visit.Today, stop),
            Lines = lines,
            Topics = view == "topics" ? CandidateTopics.Of(lines, await store.OpenNeeds(stop)) : null,
            Drafts = (IReadOnlyList<DraftLine>)[.. (await store.AllDrafts(stop)).Where(d => d.It.SentOn is null)],
            visit.Today,
            IsBoard = view == "board",
            Said = Said.From(http.Request.Query),
        });
    }

    private static async Task<IResult> Move(HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var to = new Move(StageOf(form), form.Day("on")) { PersonId = Guid.TryParse(form["person"], out var known) ? known : null, IsNew = form["person"] == "new" && (await store.CandidateOf(id, stop)).It.PersonId is null };
            var moved = await store.MoveCandidate(id, to, visit.Today, visit.Clock, stop);
            (string, string)[] back = moved.Change is { } change ? [ChangesPage.Undo(change)] : [];
            return Answers.Done(http, form, CandidateWords.Href(id), [("said", SaidOf(moved)), .. back]);
        }
        catch (PersonAlready there)
        {
            store.ChangeTracker.Clear();
            return await Show(http, id, new("who", form, new() { { "person", "Outreach.PersonAlready", there.Name } }), stop);
        }
    }

    private static string SaidOf(Moved moved) => moved switch
    {
        { IsSomebodyKnown: true } => "Outreach.SaidIsSomebodyKnown",
        { BecamePerson: true } => "Outreach.SaidBecamePerson",
        { TouchId: null } => "Outreach.SaidMoved",
        _ => "Outreach.SaidMovedTouch",
    };

    private static async Task<IResult> Change(HttpContext http, Guid id, Store store, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var was = (await store.CandidateOf(id, stop)).It;
            await store.ChangeCandidate(id, NewCandidatePage.Read(form, was.PersonId, needs: await store.OpenNeeds(stop), was.NeedId), stop);
            return Answers.Done(http, form, CandidateWords.Href(id), ("said", "Outreach.SaidKept"));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await Show(http, id, new("candidate", form, NewCandidatePage.Beside(mistaken.Problems)), stop);
        }
    }

    private static void Turn(IEndpointRouteBuilder pages, string verb, string name, string said, Func<Store, Guid, Visit, IFormCollection, CancellationToken, Task> act) =>
        pages.Post(Address + verb, async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                await act(store, id, visit, form, stop);
                return Answers.Done(http, form, CandidateWords.Href(id), ("said", said));
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Show(http, id, new(name, form, mistaken.Problems), stop);
            }
        });

    private static Stage StageOf(IFormCollection form) => Enum.TryParse<Stage>(form["stage"], out var stage) ? stage : (Stage)(-1);

    private static async Task<IResult> Show(HttpContext http, Guid id, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var line = await store.CandidateOf(id, stop);
        return Answers.Page<CandidatePage>(new { Line = line, visit.Today, AsksHowOften = await store.AsksHowOften(line.It, stop), Namesakes = await store.SaidApart(await store.NamesakesOf(line.It, stop), stop), Drafts = await store.DraftsTo(line.It, stop), Needs = await store.OpenNeeds(stop), Said = Said.From(http.Request.Query), Typed = typed }, typed);
    }
}
