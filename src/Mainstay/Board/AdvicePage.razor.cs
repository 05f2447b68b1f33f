using Mainstay.Accounts;
using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Board;

/// <summary><c>/board/advice/{id}</c>: what somebody advised, and the one next step. <c>/board/advice/new?from=</c>: one more.</summary>
public sealed partial class AdvicePage
{
    private const string Address = "/board/advice/{id:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get("/board/advice/new", async (HttpContext http, Store store, Visit visit, CancellationToken stop) => Answers.Page<NewAdvicePage>(new { visit.Today, From = await SeatPage.Chosen(store, http.Request.Query["from"], stop) }));
        pages.Post("/board/advice", Note);
        pages.Get(Address, (HttpContext http, Guid id, CancellationToken stop) => Show(http, id, null, stop));
        Turn(pages, "advice", "/edit", "Board.SaidKept", (store, visit, id, form, stop) => store.ChangeAdvice(id, form["text"].ToString(), form.Filled("question"), form.Day("on"), visit.Today, stop));
        Turn(pages, "decision", "/decision", "Board.SaidDecided", (store, visit, id, form, stop) => store.Decide(id, form["decision"], visit.Today, stop));
        Turn(pages, "result", "/result", "Board.SaidResult", (store, visit, id, form, stop) => store.SayResult(id, form["result"], visit.Today, stop));
        Turn(pages, "told", "/told", "Board.SaidTold", (store, visit, id, _, stop) => store.TellBack(id, visit.Today, visit.Clock, stop));
        Turn(pages, "later", "/later", "Board.SaidLater", (store, visit, id, form, stop) => store.QuietAdvice(id, SeatPage.Later(form, visit.Today), stop));
        pages.Post(Address + "/remove", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, FormCollection.Empty, BoardPage.Address, ("said", "Board.SaidAdviceRemoved"), ChangesPage.Undo(await store.RemoveAdvice(id, visit.Clock, stop))));
    }

    private static async Task<IResult> Note(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var problems = new Problems();
            var advice = new NewAdvice
            {
                Id = form.Once(),
                PersonId = await FavoursPage.Meant(store, form, stop),
                Text = form["text"].ToString(),
                Question = form.Filled("question"),
                On = form.Day("on", problems),
                Talk = form.Filled("talk") is not { } talk ? null : Enum.TryParse<TouchKind>(talk, true, out var kind) ? kind : (TouchKind)(-1),
            };
            Mistaken.ThrowIf(problems);
            var row = await store.NoteAdvice(advice, visit.Today, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, $"/board/advice/{row.Id}", ("said", "Board.SaidNoted"));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            var typed = new Typed("advice", form, mistaken.Problems);
            return Answers.Page<NewAdvicePage>(new { visit.Today, Typed = typed }, typed);
        }
    }

    private static void Turn(IEndpointRouteBuilder pages, string name, string step, string said, Func<Store, Visit, Guid, IFormCollection, CancellationToken, Task> act) =>
        pages.Post(Address + step, async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                await act(store, visit, id, form, stop);
                return Answers.Done(http, form, $"/board/advice/{id}", ("said", said));
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Show(http, id, new(name, form, mistaken.Problems), stop);
            }
        });

    private static async Task<IResult> Show(HttpContext http, Guid id, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var line = await store.AdviceOf(id, stop);
        var (called, mail) = await store.Reach(line.Advice.PersonId, stop);
        return Answers.Page<AdvicePage>(new { Line = line, visit.Today, Text = BoardWords.WordBack(line.Advice, called, await store.OwnersName(stop)), Mail = mail, Typed = typed, Said = Said.From(http.Request.Query) }, typed);
    }
}
