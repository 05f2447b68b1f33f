using Mainstay.Accounts;
using Mainstay.Entrance;
using Mainstay.Exchange;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.SupportPlans;

/// <summary><c>/challenges/{id}/plan/helpers/{helper}</c>: writing to one of those who help, and what becomes of it.</summary>
public sealed partial class SupportHelperPage
{
    private const string Address = SupportPlanPage.Here + "/helpers/{helper:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (HttpContext http, Guid id, Guid helper, CancellationToken stop) => Show(http, id, helper, null, stop));
        pages.Post(Address + "/link", async (HttpContext http, Guid id, Guid helper, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            await Known(store, id, helper, stop);
            var message = form.Filled("message")?.ReplaceLineEndings("\n");
            if (message?.Length > NewAsk.MostMessage) return await Show(http, id, helper, new("letter", form, new Problems().When(true, "message", "SupportPlans.TooLong", NewAsk.MostMessage)), stop);
            var link = ByLink.Of(Reached.From(http), await store.MakeSupportLink(helper, visit.Today, visit.Clock, stop));
            return await Show(http, id, helper, null, stop, (link, message));
        });
        Turn(pages, "/written", "Exchange.SaidNoted", (store, visit, _, helper, _, stop) => store.WroteToHelper(helper.It.Id, visit.Today, visit.Clock, stop));
        Turn(pages, "/coordinate", "SupportPlans.SaidKept", (store, _, id, helper, form, stop) => store.SetCoordinator(id, form["on"] == "yes" ? helper.It.Id : null, stop));
        Turn(pages, "/let-go", "SupportPlans.SaidLetGo", (store, visit, _, helper, _, stop) => store.LetHelperGo(helper.It.Id, visit.Today, visit.Clock, stop));
        Turn(pages, "/again", "SupportPlans.SaidInvited", (store, visit, id, helper, _, stop) => store.InviteHelpers(id, [helper.It.PersonId], visit.Today, stop));
    }

    private static void Turn(IEndpointRouteBuilder pages, string step, string said, Func<Store, Visit, Guid, SupportHelperLine, IFormCollection, CancellationToken, Task> act) =>
        pages.Post(Address + step, async (HttpContext http, Guid id, Guid helper, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            await act(store, visit, id, (await Known(store, id, helper, stop)).Helper, form, stop);
            return Answers.Done(http, FormCollection.Empty, $"{SupportPlanWords.Href(id)}/helpers/{helper}", ("said", said));
        });

    private static async Task<(SupportPlanLine Line, SupportHelperLine Helper)> Known(Store store, Guid id, Guid helper, CancellationToken stop)
    {
        var line = await store.SupportPlanThere(id, stop);
        return (line, line.Of(helper) ?? throw new NotFound("SupportPlans.PartNotThere"));
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, Guid helper, Typed? typed, CancellationToken stop, (string Link, string? Message)? made = null)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var (line, its) = await Known(store, id, helper, stop);
        var (called, mail) = await store.Reach(its.It.PersonId, stop);
        var text = made?.Message ?? SupportPlanWords.Letter(its.It, called, await store.OwnersName(stop));
        var until = await store.OpenUntil(SupportPlanActions.Purpose, helper, visit.Clock, stop);
        return Answers.Page<SupportHelperPage>(new
        {
            Line = line,
            Helper = its,
            visit.Today,
            Text = made is { } ready ? AskWords.WithLink(text, ready.Link) : text,
            made?.Link,
            Mail = mail,
            Until = until is null ? (DateOnly?)null : line.It.EndsOn,
            Typed = typed,
            Said = Said.From(http.Request.Query),
        }, typed);
    }
}
