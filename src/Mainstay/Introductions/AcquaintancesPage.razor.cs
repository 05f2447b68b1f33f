using System.Globalization;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary><c>/acquaintances</c>: who knows whom, and the forms that say so.</summary>
public sealed partial class AcquaintancesPage
{
    private const int MostOfPage = 100;

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (HttpContext http, CancellationToken stop) => Show(http, null, null, stop));
        pages.Post(Address, Paste);
        pages.Post("/people/{id:guid}/knows", Note);
        Turn(pages, "yes", "Introductions.SaidNoted", async (store, at, visit, stop) =>
        {
            await store.SayKnow(new() { PersonId = at.Person, Others = [at.Other] }, visit.Today, stop);
            return null;
        });
        Turn(pages, "no", "Introductions.SaidStrangers", async (store, at, visit, stop) =>
        {
            await store.SayStrangers(at.Person, at.Other, visit.Today, stop);
            return null;
        });
        Turn(pages, "unsay", "Introductions.SaidTakenBack", (store, at, visit, stop) => store.UnsayAcquaintance(at.Person, at.Other, visit.Clock, stop));
    }

    private static void Turn(IEndpointRouteBuilder pages, string verb, string said, Func<Store, (Guid Person, Guid Other), Visit, CancellationToken, Task<Guid?>> act) =>
        pages.Post($"/people/{{id:guid}}/knows/{{other:guid}}/{verb}", async (HttpContext http, Guid id, Guid other, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            // What is said anew is taken back by the button beside it; only what is gone needs another way.
            (string, string)[] told = await act(store, (id, other), visit, stop) is { } change ? [("said", said), ChangesPage.Undo(change)] : [("said", said)];
            return Answers.Done(http, form, $"/people/{id}", told);
        });

    private static async Task<IResult> Note(HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var chosen = form["person"].Select(p => Guid.TryParse(p, out var other) ? other : Guid.Empty).Where(p => p != Guid.Empty).ToList();
            var meant = await store.Meant(form["others"], stop);
            var unclear = meant.Where(m => !m.IsSure && !m.People.Any(p => chosen.Contains(p.Id))).Select(m => m.Typed).ToList();
            Mistaken.ThrowIf(new Problems().When(unclear.Count > 0, "others", "Introductions.Unclear", unclear));
            await store.SayKnow(new() { PersonId = id, Others = [.. chosen.Concat(meant.Where(m => m.IsSure).Select(m => m.People[0].Id)).Distinct()], Strength = Strength(form) }, visit.Today, stop);
            return Answers.Done(http, form, $"/people/{id}", ("said", "Introductions.SaidNoted"));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await PersonPage.Show(http, id, new Typed("knows", form, mistaken.Problems), stop);
        }
    }

    private static double? Strength(IFormCollection form) => form.Filled("strength") is not { } typed ? null
        : double.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var strength) ? strength : -1;

    [TakesText(PastedPairs.MostBytes)]
    private static async Task<IResult> Paste(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            return await Show(http, await store.Paste(form["lines"], visit.Today, stop), null, stop);
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await Show(http, null, new Typed("paste", form, mistaken.Problems), stop);
        }
    }

    private static async Task<IResult> Show(HttpContext http, Pasted? pasted, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var known = await http.RequestServices.GetRequiredService<AcquaintanceQueries>().All(store, visit.Today, stop);
        var person = Guid.TryParse(http.Request.Query["person"], out var id) ? (known.Names.TryGetValue(id, out var name) ? new PersonLine(id, name) : throw new NotFound("People.NotThere")) : null;
        IReadOnlyList<KnownPair> pairs = person is null ? [.. known.Pairs.OrderBy(p => p.IsSaid).ThenByDescending(p => p.Strength).ThenBy(p => p.FirstId).ThenBy(p => p.SecondId)] : known.Of(person.Id);
        var refused = known.Refused.Where(a => person is null || a.FirstId == person.Id || a.SecondId == person.Id).ToList();
        var from = int.TryParse(http.Request.Query["from"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        var lines = pairs.Skip(from).Select(p => AcquaintanceAnswer.Of(p, known, person?.Id)).Concat(refused.Skip(Math.Max(0, from - pairs.Count)).Select(a => AcquaintanceAnswer.Of(a, known, person?.Id))).Take(MostOfPage).ToList();
        string At(PersonLine? of, int place) => $"{Address}?{(of is null ? "" : $"person={of.Id}&")}from={place}";
        return Answers.Page<AcquaintancesPage>(new
        {
            Person = person,
            Lines = lines,
            Total = pairs.Count,
            Seen = pairs.Count(p => !p.IsSaid),
            Before = from > 0 ? At(person, Math.Max(0, from - MostOfPage)) : null,
            Next = from + lines.Count < pairs.Count + refused.Count ? At(person, from + lines.Count) : null,
            Pasted = pasted,
            Said = Said.From(http.Request.Query),
            Typed = typed,
        }, typed);
    }
}
