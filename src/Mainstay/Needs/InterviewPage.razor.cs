using System.Globalization;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Needs;

/// <summary><c>/map/begin</c>: the first interview, a question a page.</summary>
public sealed partial class InterviewPage
{
    internal static void MapAddresses(IEndpointRouteBuilder pages)
    {
        pages.Get("/map/begin", () => Answers.Page<InterviewPage>(new { Question = 1 }));
        pages.Get("/map/begin/{question}", (string question) => Answers.Page<InterviewPage>(new { Question = Known(question) }));
        pages.Post("/map/begin/{question}", (HttpContext http, string question, Store store, Visit visit, CancellationToken stop) => Answer(http, Known(question), store, visit, stop));
    }

    private static async Task<IResult> Answer(HttpContext http, int question, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            if (Interview.KindOf(question) is { } kind) await store.Answer(Read(form, kind), NamesIn(form), visit.Today, visit.Clock, stop);
            else if (question == 1) await store.AddGoal(new(form["text"].ToString()) { Id = form.Once() }, visit.Clock, stop);
            else await store.AddOffer(new(form["text"].ToString()) { Id = form.Once() }, visit.Clock, stop);
            var isLast = question == Interview.Questions;
            return Answers.Done(http, form, isLast ? "/map" : string.Create(CultureInfo.InvariantCulture, $"/map/begin/{question + 1}"), isLast ? [("said", "Needs.SaidInterviewed")] : []);
        }
        catch (Mistaken mistaken)
        {
            var typed = new Typed("ask", form, mistaken.Problems);
            return Answers.Page<InterviewPage>(new { Question = question, Typed = typed }, typed);
        }
    }

    private static int Known(string asked) => int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var question) && question >= 1 && question <= Interview.Questions ? question : throw new NotFound("Needs.NoSuchQuestion");

    private static NewNeed Read(IFormCollection form, SupportKind kind) => new()
    {
        Id = form.Once(),
        Kind = kind,
        Topic = form["topic"].ToString(),
        Importance = int.TryParse(form["importance"], NumberStyles.None, CultureInfo.InvariantCulture, out var importance) ? importance : 0,
    };

    private static List<InterviewName> NamesIn(IFormCollection form)
    {
        var names = new List<InterviewName>();
        for (var place = 0; place < Names; place++)
        {
            if (form.Filled($"name-{place}") is not { } name) continue;
            var ability = Enum.TryParse<Ability>(form[$"ability-{place}"], true, out var said) && Enum.IsDefined(said) ? said : Ability.Good;
            names.Add(new(name, ability, int.TryParse(form[$"close-{place}"], NumberStyles.None, CultureInfo.InvariantCulture, out var close) ? close : null));
        }
        return names;
    }
}
