using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Merging;

/// <summary><c>/people/{id}/merge?with=</c>: two people side by side, and what becomes of them when they are one.</summary>
public sealed partial class MergePage
{
    private const string Taken = "take-";

    private static readonly Duplicates Nobody = new([], new Dictionary<Guid, string>(), 0);

    internal static string Of(Guid person) => $"/people/{person}/merge";

    internal static string At(Guid person, Guid other) => $"{Of(person)}?with={other}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get("/people/{id:guid}/merge", Show);
        pages.Post("/people/{id:guid}/merge", Merge);
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop)
    {
        var query = http.Request.Query;
        var (typed, person) = (Texts.Filled(query["with"]), await store.PersonOf(id, stop));
        var meant = Guid.TryParse(query["id"], out var chosen) || Guid.TryParse(typed, out chosen) || typed is null ? null : await store.Meant(typed.Replace(',', ' '), stop) is [var first, ..] ? first : null;
        if (meant is { IsSure: true, People: [var one] }) chosen = one.Id;
        if (chosen != default && chosen != id)
            return Answers.Page<MergePage>(new { Person = person, Likely = Nobody, Both = await store.BesideEachOther(id, chosen, stop), visit.Today });
        var perhaps = chosen == default ? (meant?.People ?? []).Where(p => p.Id != id).Select(p => new PersonLine(p.Id, p.Name)).ToList() : [];
        var problems = new Problems().When(chosen == id, "with", "Merging.WithThemselves")
            .When(chosen == default && typed is not null, "with", perhaps.Count switch { 0 => "People.NobodyCalled", 1 => "Merging.OneMeant", _ => "Merging.SeveralMeant" }, typed);
        var form = problems.Any() ? new Typed("merge", new FormCollection(query.ToDictionary(q => q.Key, q => q.Value)), problems) : null;
        return Answers.Page<MergePage>(new { Person = person, Likely = await store.DuplicatesOf(id, stop), Perhaps = perhaps, Typed = form, visit.Today }, form);
    }

    private static async Task<IResult> Merge(HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var other = Guid.TryParse(form["other"], out var chosen) ? chosen : throw new NotFound("People.NotThere");
        var taken = form.Where(f => f.Key.StartsWith(Taken, StringComparison.Ordinal) && f.Value == "other").Select(f => f.Key[Taken.Length..]).ToList();
        var change = await store.MergePeople(new(id, other, taken), visit.Today, visit.Clock, stop);
        return Answers.Done(http, FormCollection.Empty, $"/people/{id}", ("said", "Merging.SaidMerged"), ChangesPage.Undo(change));
    }
}
