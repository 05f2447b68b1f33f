using Mainstay.Accounts;
using Mainstay.Board;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Learnings;

/// <summary><c>/learnings/{id}</c>: what I learned, from whom, when it comes back, and what came of it.</summary>
public sealed partial class LearningPage
{
    private const string Here = LearningsPage.Address + "/{id:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Here, (HttpContext http, Guid id, CancellationToken stop) => Show(http, id, null, stop));
        Turn(pages, "/edit", "learning", "Learnings.SaidKept", async (store, visit, id, form, stop) =>
            await store.ChangeLearning(id, await LearningsPage.Read(store, form, LearnedWhere.Of((await store.LearningOf(id, stop)).It), stop), visit.Today, visit.Clock, stop));
        Turn(pages, "/used", "used", "Learnings.SaidKept", (store, visit, id, form, stop) => store.SayUsed(id, form["used"], visit.Today, visit.Clock, stop));
        Turn(pages, "/confirm", "confirm", "Learnings.SaidConfirmed", (store, visit, id, _, stop) => store.ConfirmLearning(id, visit.Today, visit.Clock, stop));
        Turn(pages, "/rest", "rest", "Learnings.SaidRests", (store, visit, id, _, stop) => store.RestLearning(id, visit.Clock, stop));
        Turn(pages, "/wake", "wake", "Learnings.SaidWoken", (store, visit, id, _, stop) => store.WakeLearning(id, visit.Today, visit.Clock, stop));
        Turn(pages, "/later", "later", "Learnings.SaidLater", (store, visit, id, form, stop) => store.QuietLearning(id, SeatPage.Later(form, visit.Today), visit.Clock, stop), "/");
        pages.Post(Here + "/remove", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, FormCollection.Empty, LearningsPage.Address, ("said", "Learnings.SaidRemoved"), ChangesPage.Undo(await store.RemoveLearning(id, visit.Clock, stop))));
    }

    private static void Turn(IEndpointRouteBuilder pages, string step, string name, string said, Func<Store, Visit, Guid, IFormCollection, CancellationToken, Task<Guid>> act, string? then = null) =>
        pages.Post(Here + step, async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                return Answers.Done(http, form, then ?? LearningWords.Href(id), ("said", said), ChangesPage.Undo(await act(store, visit, id, form, stop)));
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Show(http, id, new(name, form, mistaken.Problems), stop);
            }
        });

    private static async Task<IResult> Show(HttpContext http, Guid id, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var line = await store.LearningOf(id, stop);
        var panels = await http.RequestServices.GetServices<ILearningPanel>().SeenBy(store).Hung(p => p.Component, p => p.Load(new(store, line.It), stop));
        return Answers.Page<LearningPage>(new { Line = line, visit.Today, Panels = panels, Sources = await Choices(store, line, stop), Topics = await store.LearningTopics(stop), Typed = typed, Said = Said.From(http.Request.Query) }, typed);
    }

    /// <summary>What may be meant, with what is meant now, however long ago that was.</summary>
    private static async Task<IReadOnlyList<LearningSource>> Choices(Store store, LearningLine line, CancellationToken stop)
    {
        var sources = line.Person is { } person ? await store.SourcesWith(person.Id, stop) : [];
        return LearningsPage.SourceOf(line.It) is { } now && sources.All(s => s.Key != now) && LearningWords.Origin(line).LastOrDefault(o => o.Key != "Learnings.From") is { } origin ? [new(now, line.It.On, origin), .. sources] : sources;
    }
}
