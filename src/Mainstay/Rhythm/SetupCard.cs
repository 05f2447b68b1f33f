using Mainstay.Accounts;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rhythm;

/// <summary>Today, the first time: bring your people; then say who is near.</summary>
[OwnersOnly]
public sealed class SetupCard : ITodayCard
{
    private const double First = 20;

    private static readonly Guid Bring = new("00000000-0000-7000-8000-000000000001"), Five = new("00000000-0000-7000-8000-000000000005");

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop)
    {
        if (await SomebodyIsDue.For(store)(store) || await SomebodyIsNear.For(store)(store)) return [];
        return await store.People.CountAsync(stop) switch
        {
            0 => [Card(Bring, "Bring", "/welcome")],
            var count => [Card(Five, "Five", "/layers", count)],
        };
    }

    /// <summary>Who is due some day is near. The index of days knows it at once; without it every tie is looked at.</summary>
    private static readonly Question<Func<Store, Task<bool>>> SomebodyIsDue = new(() => EF.CompileAsyncQuery((Store store) =>
        store.Set<Tie>().Any(t => t.DueOn != null && (t.Layer != Layer.None || t.CadenceDays > 0) && store.Set<Person>().Any(p => p.Id == t.Id))));

    private static readonly Question<Func<Store, Task<bool>>> SomebodyIsNear = new(() => EF.CompileAsyncQuery((Store store) =>
        store.Set<Tie>().Any(t => (t.Layer != Layer.None || t.CadenceDays > 0) && store.Set<Person>().Any(p => p.Id == t.Id))));

    private static TodayItem Card(Guid id, string what, string href, params object?[] inputs) => new()
    {
        Kind = "setup",
        Subject = id,
        Sentence = new($"Rhythm.Setup{what}"),
        Reasons = [new($"Rhythm.Setup{what}Why", inputs)],
        Action = new($"Rhythm.Setup{what}Action"),
        ActionHref = href,
        Priority = First,
    };
}
