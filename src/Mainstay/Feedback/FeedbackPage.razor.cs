using System.Globalization;
using Mainstay.Board;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Feedback;

/// <summary><c>/feedback</c>: what I asked for, what was answered, and how often I mean to ask. <c>/feedback/new?to=</c>: asking for it.</summary>
public sealed partial class FeedbackPage
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (HttpContext http, CancellationToken stop) => Show(http, null, stop));
        pages.Get(Address + "/new", async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
            Answers.Page<NewFeedbackPage>(new { visit.Today, To = await SeatPage.Chosen(store, http.Request.Query["to"], stop) }));
        pages.Post(Address, Ask);
        pages.Post(Address + "/rhythm", async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                await store.SetFeedbackRhythm(int.TryParse(form["months"], NumberStyles.None, CultureInfo.InvariantCulture, out var months) ? months : 0, visit.Today, stop);
                return Answers.Done(http, form, Address, ("said", "Feedback.SaidRhythm"));
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Show(http, new("rhythm", form, mistaken.Problems), stop);
            }
        });
        pages.Post(Address + "/rhythm/end", async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, FormCollection.Empty, Address, ("said", "Feedback.SaidRhythmEnded"), ChangesPage.Undo(await store.StopFeedbackRhythm(visit.Clock, stop))));
        pages.Post(Address + "/rhythm/later", async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            await store.QuietFeedbackRhythm(SeatPage.Later(form, visit.Today), stop);
            return Answers.Done(http, form, "/", ("said", "Feedback.SaidLater"));
        });
    }

    private static async Task<IResult> Show(HttpContext http, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var plan = await store.FeedbackRhythm(stop);
        return Answers.Page<FeedbackPage>(new { Lines = await store.AllFeedback(visit.Today, stop), visit.Today, Plan = plan, Next = plan is null ? null : await store.NextFeedback(plan, stop), Typed = typed, Said = Said.From(http.Request.Query) }, typed);
    }

    private static async Task<IResult> Ask(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var problems = new Problems();
            var people = await Meant(store, form, problems, stop);
            var feedback = Read(form, problems) with { Id = form.Once(), People = people, IsAnonymous = form["signed"] == "no" };
            problems.When(people.Count == 0 && problems.Of("who") is null, "who", "Exchange.WhomMissing");
            foreach (var problem in feedback.Check(visit.Today)) problems.Add(problem.Field, problem.Sentence.Key, [.. problem.Sentence.Inputs]);
            Mistaken.ThrowIf(problems);
            var row = await store.AskFeedback(feedback, visit.Today, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, FeedbackWords.Href(row.Id), ("said", "Feedback.SaidWritten"));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            var typed = new Typed("feedback", form, mistaken.Problems);
            return Answers.Page<NewFeedbackPage>(new { visit.Today, Typed = typed }, typed);
        }
    }

    /// <summary>The fields of <see cref="FeedbackFieldsPanel"/>.</summary>
    internal static NewFeedback Read(IFormCollection form, Problems problems) => new() { About = form.Filled("about") ?? "", Questions = [.. Enumerable.Range(1, NewFeedback.MostQuestions).Select(n => form[Question(n)].ToString())], DueOn = form.Day("due", problems) };

    /// <summary>Who is meant, with a problem beside the field when that is not clear.</summary>
    internal static async Task<IReadOnlyList<Guid>> Meant(Store store, IFormCollection form, Problems problems, CancellationToken stop)
    {
        var meant = await store.Meant(form["who"], stop);
        if (meant.FirstOrDefault(m => !m.IsSure) is { } unclear) problems.Add("who", unclear.People.Count > 0 ? "Exchange.ThenUnclear" : "Exchange.NobodyCalled", unclear.Typed);
        return [.. meant.Where(m => m.IsSure).SelectMany(m => m.People).Select(p => p.Id).Distinct()];
    }

    internal static string Question(int number) => number == 1 ? "question" : string.Create(CultureInfo.InvariantCulture, $"question{number}");
}
