using Mainstay.Board;
using Mainstay.Exchange;
using Mainstay.Needs;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Accountability;

/// <summary><c>/commitments</c>: what I promised, and how it goes. <c>/commitments/new</c>: one more.</summary>
public sealed partial class CommitmentsPage
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
            Answers.Page<CommitmentsPage>(new { Lines = await store.AllCommitments(visit.Today, stop), visit.Today, Said = Said.From(http.Request.Query) }));
        pages.Get(Address + "/new", async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
            Answers.Page<NewCommitmentPage>(new { visit.Today, (await SeatPage.Chosen(store, http.Request.Query["witness"], stop))?.Name, Goal = http.Request.Query["goal"].ToString(), Goals = await store.GoalsToReach(stop) }));
        pages.Post(Address, Commit);
    }

    private static async Task<IResult> Commit(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var row = await store.Commit(await Read(store, form, stop), visit.Today, visit.Clock, stop);
            return Answers.Done(http, form, CommitmentWords.Href(row.Id) + (row.WitnessId is null ? "" : "#witness"), ("said", "Accountability.SaidCommitted"));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            var typed = new Typed("commitment", form, mistaken.Problems);
            return Answers.Page<NewCommitmentPage>(new { visit.Today, Goals = await store.GoalsToReach(stop), Typed = typed }, typed);
        }
    }

    private static async Task<NewCommitment> Read(Store store, IFormCollection form, CancellationToken stop) => new()
    {
        Id = form.Once(),
        Promise = Promised(form),
        FirstStep = form.Filled("firstStep"),
        GoalId = Guid.TryParse(form["goal"], out var goal) ? goal : null,
        WitnessId = form.Filled("who") is null ? null : await FavoursPage.Meant(store, form, stop),
        CheckInOn = form.Filled("checkInOn") is not { } day ? null : Enum.TryParse<DayOfWeek>(day, true, out var known) ? known : (DayOfWeek)(-1),
    };

    /// <summary>The fields of <see cref="PromiseFieldsPanel"/>.</summary>
    internal static Promise Promised(IFormCollection form)
    {
        var problems = new Problems();
        var due = form.Day("due", problems);
        Mistaken.ThrowIf(problems.When(due is null && !problems.Any, "due", "Accountability.DueMissing").When(form.Filled("outcome") is null, "outcome", "Accountability.OutcomeMissing"));
        return new(form["outcome"].ToString(), due!.Value, form.Filled("measure"), form.Filled("counts"));
    }
}
