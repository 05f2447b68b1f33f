using System.Globalization;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary><c>/touches/new</c>: a touch with one person or several, named as one types them.</summary>
public sealed partial class NewTouchPage
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get("/touches/new", Ask);
        pages.Post("/touches", Log);
    }

    private static async Task<IResult> Ask(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var asked = http.Request.Query;
        var meant = await store.Meant(string.Join(',', asked["person"].Concat([asked["who"].ToString()])), stop);
        return Answers.Page<NewTouchPage>(new
        {
            visit.Today,
            Chosen = Sure(meant),
            Unclear = Unsure(meant, []),
            Who = string.Join(", ", Unsure(meant, []).Where(m => !Guid.TryParse(m.Typed, out _)).Select(m => m.Typed)),
            Kind = TouchPanel.InForm(Enum.TryParse<TouchKind>(asked["kind"], true, out var kind) && Enum.IsDefined(kind) ? kind : TouchKind.Meeting),
            On = DateOnly.TryParseExact(asked["on"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : visit.Today,
            Way = TouchPanel.InForm(Direction.Both),
            Note = asked["note"].ToString(),
        });
    }

    private static async Task<IResult> Log(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var (people, unclear) = await PeopleOf(store, form, stop);
        try
        {
            Mistaken.ThrowIf(new Problems().When(unclear.Count > 0, "who", "Rhythm.WhoIsUnclear"));
            var touch = await store.Record(TouchPage.Read(form, [.. people.Select(p => p.Id)], visit.Today), visit.Today, visit.Clock, stop);
            return Answers.Done(http, form, people is [var one] ? $"/people/{one.Id}" : "/", ("said", $"Rhythm.SaidLogged{touch.Kind}"), ("undo", $"/touches/{touch.Id}/undo"));
        }
        catch (Mistaken mistaken)
        {
            var typed = Retyped(form, unclear, mistaken);
            return Answers.Page<NewTouchPage>(new { visit.Today, Chosen = people, Unclear = unclear, Back = form.Filled("back"), Typed = typed }, typed);
        }
    }

    /// <summary>Whom a form means: who was chosen, and of the names those that are clear.</summary>
    internal static async Task<(IReadOnlyList<PersonLine> People, IReadOnlyList<WhoMeant> Unclear)> PeopleOf(Store store, IFormCollection form, CancellationToken stop)
    {
        var chosen = await store.Lines([.. form["person"].Select(p => Guid.TryParse(p, out var id) ? id : Guid.Empty)], stop);
        var meant = await store.Meant(form["who"], stop);
        IReadOnlyList<PersonLine> people = [.. chosen.Concat(Sure(meant)).DistinctBy(p => p.Id)];
        return (people, Unsure(meant, people));
    }

    /// <summary>The form as it comes back: only names that are not clear are left of them.</summary>
    internal static Typed Retyped(IFormCollection form, IReadOnlyList<WhoMeant> unclear, Mistaken mistaken)
    {
        var problems = new Problems();
        foreach (var problem in mistaken.Problems) problems.Add(problem.Field == "people" ? "who" : problem.Field, problem.Sentence.Key, problem.Sentence.Inputs);
        var left = new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>(form) { ["who"] = string.Join(", ", unclear.Select(m => m.Typed)) };
        return new("touch", new FormCollection(left), problems);
    }

    private static IReadOnlyList<PersonLine> Sure(IReadOnlyList<WhoMeant> meant) => [.. meant.Where(m => m.IsSure).SelectMany(m => m.People).DistinctBy(p => p.Id)];

    /// <summary>A name of which one who may be meant was chosen is clear.</summary>
    private static IReadOnlyList<WhoMeant> Unsure(IReadOnlyList<WhoMeant> meant, IReadOnlyList<PersonLine> chosen) => [.. meant.Where(m => !m.IsSure && !m.People.Any(p => chosen.Any(c => c.Id == p.Id)))];
}
