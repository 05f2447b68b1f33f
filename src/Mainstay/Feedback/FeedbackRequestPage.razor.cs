using Mainstay.Accounts;
using Mainstay.Board;
using Mainstay.Exchange;
using Mainstay.Mail;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Feedback;

/// <summary><c>/feedback/{id}</c>: how a request stands, what was answered, and the one next step.</summary>
public sealed partial class FeedbackRequestPage
{
    private const string Here = FeedbackPage.Address + "/{id:guid}", To = Here + "/to/{person:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Here, (HttpContext http, Guid id, CancellationToken stop) => Show(http, id, null, stop));
        Turn(pages, "/edit", "feedback", "Feedback.SaidKept", (call, id, stop) =>
        {
            var problems = new Problems();
            return call.Store.ChangeFeedback(id, FeedbackPage.Read(call.Form, problems), call.Visit.Today, stop);
        });
        Turn(pages, "/people", "more", "Feedback.SaidAdded", async (call, id, stop) =>
        {
            var problems = new Problems();
            var people = await FeedbackPage.Meant(call.Store, call.Form, problems, stop);
            Mistaken.ThrowIf(problems);
            await call.Store.AskMore(id, people, call.Visit.Today, stop);
        });
        Turn(pages, "/message", "message", "Feedback.SaidKept", async (call, id, stop) =>
        {
            var (typed, draft) = (call.Form.Filled("message")?.ReplaceLineEndings("\n"), FeedbackWords.Draft((await call.Store.FeedbackOf(id, stop)).It, await call.Store.OwnersName(stop)));
            await call.Store.WordFeedback(id, typed == draft.Trim() ? null : typed, stop);
        });
        Turn(pages, "/extend", "due", "Feedback.SaidExtended", (call, id, stop) => call.Store.ExtendFeedback(id, call.Form.Day("due") ?? DateOnly.MinValue, call.Visit.Today, call.Visit.Clock, stop));
        Turn(pages, "/close", "close", "Feedback.SaidClosed", (call, id, stop) => call.Store.CloseFeedback(id, call.Visit.Today, stop));
        Turn(pages, "/response", "response", "Feedback.SaidKept", (call, id, stop) => call.Store.RespondToFeedback(id, call.Form["what"], call.Visit.Today, stop));
        Turn(pages, "/told", "told", "Feedback.SaidTold", (call, id, stop) => call.Store.ToldOfFeedback(id, null, call.Visit.Today, call.Visit.Clock, stop));
        Turn(pages, "/changed", "changed", "Feedback.SaidKept", (call, id, stop) => call.Store.SayFeedbackChanged(id, call.Form["what"], call.Visit.Today, stop));
        Turn(pages, "/later", "later", "Feedback.SaidLater", (call, id, stop) => call.Store.QuietFeedback(id, SeatPage.Later(call.Form, call.Visit.Today), stop), "/");
        Send(pages, "/send", FeedbackLetter.Ask);
        Send(pages, "/remind", FeedbackLetter.Remind);
        Send(pages, "/tell", FeedbackLetter.Tell);
        pages.Post(Here + "/remove", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, FormCollection.Empty, FeedbackPage.Address, ("said", "Feedback.SaidRemoved"), ChangesPage.Undo(await store.RemoveFeedback(id, visit.Clock, stop))));
        MapOne(pages);
    }

    /// <summary>What is done about one of those who are asked.</summary>
    private static void MapOne(IEndpointRouteBuilder pages)
    {
        pages.Post(To, Write);
        pages.Post(To + "/sent", async (HttpContext http, Guid id, Guid person, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.SendFeedback(id, person, visit.Today, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, FeedbackWords.Href(id), ("said", "Exchange.SaidSent"));
        });
        pages.Post(To + "/reminded", async (HttpContext http, Guid id, Guid person, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.RemindedOfFeedback(id, person, visit.Today, stop);
            return Answers.Done(http, FormCollection.Empty, FeedbackWords.Href(id), ("said", "Feedback.SaidReminded"));
        });
        pages.Get(To + "/said", async (Guid id, Guid person, Store store, CancellationToken stop) => await Note(store, id, person, null, stop));
        pages.Post(To + "/said", async (HttpContext http, Guid id, Guid person, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                await store.NoteReply(id, person, FeedbackAnswerPage.Read(form), visit.Today, visit.Clock, stop);
                return Answers.Done(http, form, FeedbackWords.Href(id), ("said", "Exchange.SaidNoted"));
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Note(store, id, person, new("reply", form, mistaken.Problems), stop);
            }
        });
    }

    private sealed record Turning(Store Store, Visit Visit, IFormCollection Form);

    private static void Turn(IEndpointRouteBuilder pages, string step, string name, string said, Func<Turning, Guid, CancellationToken, Task> act, string? then = null) =>
        pages.Post(Here + step, async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                await act(new(store, visit, form), id, stop);
                return Answers.Done(http, form, then ?? FeedbackWords.Href(id), ("said", said));
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Show(http, id, new(name, form, mistaken.Problems), stop);
            }
        });

    private static void Send(IEndpointRouteBuilder pages, string step, FeedbackLetter letter) =>
        pages.Post(Here + step, async (HttpContext http, Guid id, Store store, Visit visit, Settings settings, CancellationToken stop) =>
        {
            var sent = await store.PostFeedback(id, letter, new(settings, Origin(http)), visit.Today, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, FeedbackWords.Href(id), ("said", sent.WithoutMail.Count == 0 ? "Feedback.SaidOnTheirWay" : sent.Letters == 0 ? "Feedback.SaidNoAddresses" : letter == FeedbackLetter.Tell ? "Feedback.SaidSomeTold" : "Feedback.SaidSomeOnTheirWay"));
        });

    /// <summary>Makes a link and shows the message with it this once: only the hash of the link is kept.</summary>
    private static async Task<IResult> Write(HttpContext http, Guid id, Guid person, Store store, Visit visit, CancellationToken stop)
    {
        var reminds = (await http.Request.ReadFormAsync(stop))["remind"].Count > 0;
        var (text, link) = await store.WriteFeedback(new(id, person, reminds ? FeedbackLetter.Remind : FeedbackLetter.Ask), Origin(http), visit.Today, visit.Clock, stop);
        var line = await store.FeedbackOf(id, stop);
        return Answers.Page<FeedbackLetterPage>(new { Line = line, Invite = line.Asked(person), Text = text, Link = link, (await store.Reach(person, stop)).Mail, IsReminder = reminds });
    }

    private static async Task<IResult> Note(Store store, Guid id, Guid person, Typed? typed, CancellationToken stop)
    {
        var line = await store.FeedbackOf(id, stop);
        if (line.It.IsAnonymous) throw new Conflict("Feedback.AnonymousByLink");
        return Answers.Page<FeedbackNotePage>(new { Line = line, Invite = line.Asked(person), Typed = typed }, typed);
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, Typed? typed, CancellationToken stop)
    {
        var services = http.RequestServices;
        var (store, visit) = (services.GetRequiredService<Store>(), services.GetRequiredService<Visit>());
        var line = await store.FeedbackOf(id, stop);
        var mails = new List<string>();
        if (line.StepOn(visit.Today) == FeedbackStep.Tell)
            foreach (var thanked in line.Thanked)
                if ((await store.Reach(thanked.It.PersonId, stop)).Mail is { } mail) mails.Add(mail);
        return Answers.Page<FeedbackRequestPage>(new
        {
            Line = line,
            visit.Today,
            MayChange = await store.MayChange(line, stop),
            From = await store.OwnersName(stop),
            Addresses = mails.Count == 0 ? null : string.Join(',', mails),
            CanSend = MailSettings.CanSend(services.GetRequiredService<Settings>()),
            Typed = typed,
            Said = Said.From(http.Request.Query),
        }, typed);
    }

    private static string Origin(HttpContext http) => Reached.From(http);
}
