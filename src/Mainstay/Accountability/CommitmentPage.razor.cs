using Mainstay.Board;
using Mainstay.Exchange;
using Mainstay.Learnings;
using Mainstay.Mail;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accountability;

/// <summary><c>/commitments/{id}</c>: what I promised, its weeks, its witness, what changed, and how it ended.</summary>
public sealed partial class CommitmentPage
{
    internal const string Here = CommitmentsPage.Address + "/{id:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Here, (HttpContext http, Guid id, CancellationToken stop) => Show(http, id, new(), stop));
        Turn(pages, "/check-in", "check-in", "Accountability.SaidNoted", (store, visit, id, form, stop) => store.NoteCheckIn(id, CheckInPage.Read(form) with { For = form.Day("for") }, visit.Today, visit.Clock, stop));
        Turn(pages, "/change", "promise", "Accountability.SaidChanged", (store, visit, id, form, stop) => store.ChangePromise(id, Change(form), visit.Today, visit.Clock, stop));
        Turn(pages, "/withdraw-change", "withdraw", "Accountability.SaidWithdrawn", (store, visit, id, _, stop) => store.WithdrawChange(id, visit.Today, visit.Clock, stop));
        Turn(pages, "/pause", "pause", (visit, form) => Pause(form).IsOf(visit.Today) ? "Accountability.SaidPaused" : "Accountability.SaidPauseNoted", (store, visit, id, form, stop) => store.PauseCommitment(id, Pause(form), visit.Today, visit.Clock, stop));
        Turn(pages, "/resume", "resume", "Accountability.SaidResumed", (store, visit, id, _, stop) => store.ResumeCommitment(id, visit.Today, visit.Clock, stop));
        Turn(pages, "/go-on", "go-on", "Accountability.SaidGoesOn", (store, visit, id, _, stop) => store.GoOn(id, visit.Today, visit.Clock, stop));
        Turn(pages, "/end", "end", "Accountability.SaidEnded", (store, visit, id, form, stop) => store.EndCommitment(id, End(form), visit.Today, visit.Clock, stop));
        pages.Post(Here + "/later", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            await store.QuietCommitment(id, SeatPage.Later(form, visit.Today), stop);
            return Answers.Done(http, form, "/", ("said", "Accountability.SaidLater"));
        });
        pages.Post(Here + "/remove", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, FormCollection.Empty, CommitmentsPage.Address, ("said", "Accountability.SaidRemoved"), ChangesPage.Undo(await store.RemoveCommitment(id, visit.Clock, stop))));
    }

    /// <summary>What the page shows beside the commitment itself: a form to be looked at again, or a link that was just made with its message.</summary>
    internal sealed record Beside(Typed? Typed = null, string? Link = null, string? Text = null);

    internal static void Turn(IEndpointRouteBuilder pages, string step, string name, string said, Func<Store, Visit, Guid, IFormCollection, CancellationToken, Task<Guid>> act) => Turn(pages, step, name, (_, _) => said, act);

    private static void Turn(IEndpointRouteBuilder pages, string step, string name, Func<Visit, IFormCollection, string> said, Func<Store, Visit, Guid, IFormCollection, CancellationToken, Task<Guid>> act) =>
        pages.Post(Here + step, async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                var change = await act(store, visit, id, form, stop);
                return Answers.Done(http, form, CommitmentWords.Href(id), ("said", said(visit, form)), ChangesPage.Undo(change));
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Show(http, id, new(new(name, form, mistaken.Problems)), stop);
            }
        });

    internal static async Task<IResult> Show(HttpContext http, Guid id, Beside beside, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var line = await store.CommitmentOf(id, stop);
        var goals = (await store.AllGoals(stop)).Where(g => g.Goal.ReachedOn is null || g.Goal.Id == line.It.GoalId).ToList();
        return Answers.Page<CommitmentPage>(new
        {
            Line = line,
            visit.Today,
            Goals = goals,
            Text = beside.Text ?? await WitnessPanel.Draft(store, line, visit.Today, stop),
            beside.Link,
            Mail = line.Witness is { } witness ? (await store.Reach(witness.Id, stop)).Mail : null,
            Until = await store.WitnessLinkUntil(id, visit.Clock, stop) is { } until ? WitnessActions.LastDay(until, visit.Owner) : (DateOnly?)null,
            CanSend = MailSettings.CanSend(http.RequestServices.GetRequiredService<Settings>()),
            HasLearning = line.It.LearningId is { } learning && await store.Learnings.AnyAsync(l => l.Id == learning, stop),
            For = WrittenDay.TryRead(beside.Typed?.Value("for") ?? http.Request.Query["for"].ToString(), out var day) && line.Course.MayReport(day, visit.Today) ? day : line.Course.CheckInToAnswer(visit.Today),
            Open = http.Request.Query["open"].ToString(),
            Said = Said.From(http.Request.Query),
            beside.Typed,
        }, beside.Typed);
    }

    private static NewChange Change(IFormCollection form) => new(CommitmentsPage.Promised(form))
    {
        FirstStep = form.Filled("firstStep"),
        GoalId = Guid.TryParse(form["goal"], out var goal) ? goal : null,
        Reason = form.Filled("reason") is not { } reason ? ChangeReason.Notice : Enum.TryParse<ChangeReason>(reason, true, out var known) ? known : (ChangeReason)(-1),
        Because = form.Filled("because"),
    };

    /// <summary>The form asks for its end alone while it rests.</summary>
    private static NewPause Pause(IFormCollection form) => new(form.Day("from"), form.Day("until"));

    private static Ending End(IFormCollection form) => new(Enum.TryParse<CommitmentState>(form["state"], true, out var state) ? state : (CommitmentState)(-1), form.Filled("cameOfIt"), form.Filled("learned"));
}
