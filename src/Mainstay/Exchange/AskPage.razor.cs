using System.Globalization;
using Mainstay.Accounts;
using Mainstay.Entrance;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary><c>/asks/{id}</c>: how an ask stands, and the one next step. <c>/asks</c>: all of them.</summary>
public sealed partial class AskPage
{
    private const string Address = "/asks/{id:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(AsksPage.Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
            Answers.Page<AsksPage>(new { Lines = await store.AllAsks(visit.Today, stop), visit.Today, Said = Said.From(http.Request.Query) }));
        pages.Get(Address, (HttpContext http, Guid id, CancellationToken stop) => Show(http, id, null, null, stop));
        pages.Post(Address + "/text", Ready);
        Turn(pages, "/sent", "Exchange.SaidSent", (store, id, visit, _, stop) => store.SendAsk(id, visit.Today, visit.Clock, stop));
        Turn(pages, "/more", "Exchange.SaidToldMore", (store, id, visit, form, stop) => store.TellMore(id, form["more"].ToString(), visit.Today, stop));
        Turn(pages, "/answer", "Exchange.SaidNoted", (store, id, visit, form, stop) => store.SayAnswer(id, Reply(form), visit.Today, visit.Clock, stop));
        Turn(pages, "/outcome", "Exchange.SaidNoted", (store, id, visit, form, stop) => store.SayOutcome(id, Enum.TryParse<Outcome>(form["outcome"], true, out var outcome) ? outcome : (Outcome)(-1), visit.Today, visit.Clock, stop));
        Turn(pages, "/thanked", "Exchange.SaidThanked", (store, id, visit, _, stop) => store.ThankForAsk(id, visit.Today, visit.Clock, stop));
        Turn(pages, "/withdraw", "Exchange.SaidWithdrawn", (store, id, visit, _, stop) => store.WithdrawAsk(id, visit.Today, visit.Clock, stop));
        Turn(pages, "/close", "Exchange.SaidClosed", (store, id, visit, _, stop) => store.CloseAsk(id, visit.Today, stop));
        Turn(pages, "/later", "Exchange.SaidLater", (store, id, visit, form, stop) => store.QuietAsk(id, visit.Today.AddDays(int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? Math.Clamp(days, 1, 365) : 7), stop));
        pages.Post(Address + "/remove", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, FormCollection.Empty, AsksPage.Address, ("said", "Exchange.SaidRemoved"), ChangesPage.Undo(await store.RemoveAsk(id, visit.Clock, stop))));
    }

    /// <summary>Keeps the message, makes a link and shows both this once: only the hash of the link is kept.</summary>
    private static async Task<IResult> Ready(HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var message = form.Filled("message")?.ReplaceLineEndings("\n");
            var line = await store.AskOf(id, stop);
            await store.Word(id, message == (await Draft(store, line, stop)).Trim() ? null : message, stop);
            var secret = await store.MakeAskLink(id, visit.Today, visit.Clock, stop);
            return await Show(http, id, ByLink.Of(Reached.From(http), secret), null, stop);
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await Show(http, id, null, new("ask", form, mistaken.Problems), stop);
        }
    }

    private static void Turn(IEndpointRouteBuilder pages, string step, string said, Func<Store, Guid, Visit, IFormCollection, CancellationToken, Task> act) =>
        pages.Post(Address + step, async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                await act(store, id, visit, form, stop);
                return Answers.Done(http, form, $"/asks/{id}", ("said", said));
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Show(http, id, null, new(step == "/answer" ? "answer" : "ask", form, mistaken.Problems), stop);
            }
        });

    private static async Task<IResult> Show(HttpContext http, Guid id, string? link, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var line = await store.AskOf(id, stop);
        var step = line.Ask.StepOn(visit.Today);
        return Answers.Page<AskPage>(new
        {
            Line = line,
            visit.Today,
            Text = step == AskStep.Thank ? AskWords.Thanks(line.Ask, (await store.Reach(line.Ask.PersonId, stop)).Called, await store.OwnersName(stop)) : line.Ask.Message ?? await Draft(store, line, stop),
            Link = link,
            Elsewhere = await http.RequestServices.GetServices<IAskPlace>().HelpWith(store, line.Ask.ThreadId, stop),
            (await store.Reach(line.Ask.PersonId, stop)).Mail,
            Next = step is AskStep.AskNext or AskStep.AskAgain ? await store.NextAfter(line, visit.Today, stop) : [],
            Said = Said.From(http.Request.Query),
            Typed = typed,
        }, typed);
    }

    internal static async Task<string> Draft(Store store, AskLine line, CancellationToken stop) =>
        AskWords.Draft(line.Ask, (await store.Reach(line.Ask.PersonId, stop)).Called, await store.OwnersName(stop));

    private static AskReply Reply(IFormCollection form) =>
        new(Enum.TryParse<AskReplyKind>(form["answer"], true, out var answer) ? answer : (AskReplyKind)(-1), form.Filled("note"), answer == AskReplyKind.NotNow ? form.Day("until") : null);
}
