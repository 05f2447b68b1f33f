using System.Globalization;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Needs;

/// <summary><c>/map/needs/new</c>: a need in one form.</summary>
public sealed partial class NewNeedPage
{
    internal static void MapAddresses(IEndpointRouteBuilder pages)
    {
        pages.Get("/map/needs/new", async (HttpContext http, Store store, CancellationToken stop) => Answers.Page<NewNeedPage>(new { Goals = await store.GoalsToReach(stop), Topic = http.Request.Query["topic"].ToString() }));
        pages.Post("/map/needs", Add);
    }

    private static async Task<IResult> Add(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var need = await store.AddNeed(Read(form) with { Id = form.Once() }, visit.Clock, stop);
            return Answers.Done(http, form, $"/map/needs/{need.Id}", ("said", "Needs.SaidNoted"));
        }
        catch (Mistaken mistaken)
        {
            var typed = new Typed("need", form, mistaken.Problems);
            return Answers.Page<NewNeedPage>(new { Goals = await store.GoalsToReach(stop), Typed = typed }, typed);
        }
    }

    /// <summary>The fields of <see cref="NeedFieldsPanel"/>.</summary>
    internal static NewNeed Read(IFormCollection form)
    {
        var problems = new Problems();
        var by = form.Day("neededBy", problems);
        Guid? goal = form.Filled("goal") is not { } text ? null : Guid.TryParse(text, out var id) ? id : throw new NotFound("Needs.GoalNotThere");
        var need = new NewNeed
        {
            Kind = Enum.TryParse<SupportKind>(form["kind"], true, out var kind) && !int.TryParse(form["kind"], out _) ? kind : (SupportKind)(-1),
            Topic = form["topic"].ToString(),
            Importance = int.TryParse(form["importance"], NumberStyles.None, CultureInfo.InvariantCulture, out var importance) ? importance : 0,
            NeededBy = by,
            GoalId = goal,
            IsSkill = form.Filled("skill") is not null,
        };
        foreach (var problem in need.Check()) problems.Add(problem.Field, problem.Sentence.Key, problem.Sentence.Inputs);
        Mistaken.ThrowIf(problems);
        return need;
    }
}
