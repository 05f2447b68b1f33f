using Mainstay.Mail;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Outreach;

/// <summary><c>/drafts/{id}</c>: a message until it is sent, and after. <c>/drafts/new?candidate=&amp;person=&amp;template=</c>: the words it begins with.</summary>
public sealed partial class DraftPage
{
    private const string Address = "/drafts/{id:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get("/drafts/new", async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var asked = http.Request.Query;
            if (Known(asked["candidate"]) is null && Known(asked["person"]) is null) throw new NotFound("Outreach.ToWhom");
            return Answers.Page<NewDraftPage>(new
            {
                To = await store.RecipientOf(Known(asked["candidate"]), Known(asked["person"]), visit.Today, stop),
                Openings = await store.Openings(stop),
                Chosen = asked["template"].FirstOrDefault() ?? "firstWord",
            });
        });
        pages.Post("/drafts", async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            var draft = await store.BeginDraft(new() { Id = form.Once(), CandidateId = Known(form["candidate"]), PersonId = Known(form["person"]), Template = form.Filled("template") }, visit.Today, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, $"/drafts/{draft.Id}");
        });
        pages.Get(Address, (HttpContext http, Guid id, CancellationToken stop) => Show(http, id, null, stop));
        Turn(pages, "/text", "Outreach.SaidKept", (it, id, stop) => it.Store.WordDraft(id, new(it.Form["subject"].ToString(), it.Form["text"].ToString()), stop));
        Turn(pages, "/sent", "Outreach.SaidSent", async (it, id, stop) => await (await it.Worded(id, stop)).Store.SayDraftSent(id, it.Visit.Today, it.Visit.Clock, stop));
        Turn(pages, "/send", "Mail.SaidOnItsWay", async (it, id, stop) => await (await it.Worded(id, stop)).Store.SendDraft(id, it.Settings, it.Visit.Today, it.Visit.Clock, stop));
        pages.Post(Address + "/bounced", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, await http.Request.ReadFormAsync(stop), $"/drafts/{id}", ("said", "Outreach.SaidCameBack"), ChangesPage.Undo(await store.SayCameBack((await store.DraftOf(id, stop)).It.Id, visit.Clock, stop))));
        pages.Post(Address + "/remove", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var line = await store.DraftOf(id, stop);
            var change = await store.RemoveDraft(id, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, line.It.CandidateId is { } candidate ? CandidateWords.Href(candidate) : $"/people/{line.It.PersonId}", ("said", "Outreach.SaidMessageRemoved"), ChangesPage.Undo(change));
        });
    }

    private sealed record Turning(Store Store, Visit Visit, Settings Settings, IFormCollection Form)
    {
        /// <summary>What stands in the fields is what goes out, kept before or not.</summary>
        public async Task<Turning> Worded(Guid id, CancellationToken stop)
        {
            if (Form.ContainsKey("text")) await Store.WordDraft(id, new(Form["subject"].ToString(), Form["text"].ToString()), stop);
            return this;
        }
    }

    private static void Turn(IEndpointRouteBuilder pages, string verb, string said, Func<Turning, Guid, CancellationToken, Task> act) =>
        pages.Post(Address + verb, async (HttpContext http, Guid id, Store store, Visit visit, Settings settings, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                await act(new(store, visit, settings, form), id, stop);
                return Answers.Done(http, form, $"/drafts/{id}", ("said", said));
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Show(http, id, new("draft", form, mistaken.Problems), stop);
            }
        });

    private static async Task<IResult> Show(HttpContext http, Guid id, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var line = await store.DraftOf(id, stop);
        return Answers.Page<DraftPage>(new { Line = line, CanSend = MailSettings.CanSend(http.RequestServices.GetRequiredService<Settings>()), (await store.RecipientOf(line.It.CandidateId, line.It.PersonId, visit.Today, stop)).Mail, Said = Said.From(http.Request.Query), Typed = typed }, typed);
    }

    private static Guid? Known(string? id) => Guid.TryParse(id, out var known) ? known : null;
}
