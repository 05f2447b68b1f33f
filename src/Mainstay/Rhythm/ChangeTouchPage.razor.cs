using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary><c>/touches/{id}</c>: what was logged, to be corrected or removed.</summary>
public sealed partial class ChangeTouchPage
{
    private const string Address = "/touches/{id:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Page<ChangeTouchPage>(new { It = await store.TouchRecordOf(id, stop), visit.Today, Said = Said.From(http.Request.Query) }));
        pages.Post(Address + "/edit", Edit);
        pages.Post(Address + "/remove", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var it = await store.TouchRecordOf(id, stop);
            var change = await store.LetGoOfTouch(id, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, $"/people/{it.People[0].Id}", ("said", "Rhythm.SaidTouchRemoved"), ChangesPage.Undo(change));
        });
    }

    private static async Task<IResult> Edit(HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var it = await store.TouchRecordOf(id, stop);
        var (people, unclear) = await NewTouchPage.PeopleOf(store, form, stop);
        try
        {
            Mistaken.ThrowIf(new Problems().When(unclear.Count > 0, "who", "Rhythm.WhoIsUnclear"));
            await store.ChangeTouch(id, TouchPage.Read(form, [.. people.Select(p => p.Id)], visit.Today), visit.Today, stop);
            return Answers.Done(http, FormCollection.Empty, $"/people/{people[0].Id}", ("said", "Rhythm.SaidTouchChanged"));
        }
        catch (Mistaken mistaken)
        {
            var typed = NewTouchPage.Retyped(form, unclear, mistaken);
            return Answers.Page<ChangeTouchPage>(new { It = it, visit.Today, Chosen = people, Unclear = unclear, Typed = typed }, typed);
        }
    }
}
