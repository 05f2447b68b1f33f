using Mainstay.Algorithms.Text;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Exchange;

/// <summary>An ask with the names of what it holds together.</summary>
/// <param name="Ask">What was asked.</param>
/// <param name="Name">Who was asked.</param>
/// <param name="Need">The topic of the need it is for, as long as that is kept.</param>
public sealed record AskLine(Ask Ask, string Name, string? Need)
{
    public PersonLine Person => new(Ask.PersonId, Name);
}

public static class AskQueries
{
    /// <summary>Every ask to somebody who is there: what is the owner's turn first, then what is on its way, then what is over, the latest first.</summary>
    public static async Task<IReadOnlyList<AskLine>> AllAsks(this Store store, DateOnly today, CancellationToken stop) => InOrder(await store.Lines(store.Asks, stop), today);

    /// <summary>What one person was asked.</summary>
    public static async Task<IReadOnlyList<AskLine>> AsksTo(this Store store, Guid person, DateOnly today, CancellationToken stop) => InOrder(await store.Lines(store.Asks.Where(a => a.PersonId == person), stop), today);

    /// <summary>What was asked in these threads.</summary>
    public static async Task<IReadOnlyList<AskLine>> AsksOf(this Store store, IReadOnlyCollection<Guid> threads, DateOnly today, CancellationToken stop) => InOrder(await store.Lines(store.Asks.Where(a => threads.Contains(a.ThreadId)), stop), today);

    public static async Task<AskLine> AskOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Lines(store.Asks.Where(a => a.Id == id), stop) is [var line] ? line : throw new NotFound("Exchange.AskNotThere");

    /// <summary>The one ask whose id ends so.</summary>
    public static async Task<AskLine> AskEndingWith(this Store store, string end, CancellationToken stop)
    {
        var all = (await store.Lines(store.Asks, stop)).Where(l => l.Ask.EndsSo(end)).ToList();
        return all switch { [var one] => one, [] => throw new NotFound("Exchange.NoAskCalled", end), _ => throw new Conflict("Exchange.SeveralAsks", end) };
    }

    /// <summary>What Today may speak of.</summary>
    public static async Task<IReadOnlyList<AskLine>> AsksDue(this Store store, DateOnly today, CancellationToken stop)
    {
        var asks = store.Asks.Where(a => a.ClosedOn == null || (a.State == AskState.Yes && (a.Outcome == null || (a.ThankedOn == null && a.Outcome != Outcome.Not))));
        return [.. (await store.Lines(asks, stop)).Where(l => l.Ask.IsDue(today)).OrderBy(l => l.Ask.Id)];
    }

    /// <summary>How many days somebody has to answer: longer when they give their time as a volunteer.</summary>
    public static async Task<int> DaysToAnswer(this Store store, Guid person, DateOnly today, CancellationToken stop)
    {
        var roles = await store.Set<Role>().Where(r => r.PersonId == person && (r.Until == null || r.Until > today)).Select(r => r.Name).ToListAsync(stop);
        return roles.Select(Folding.Fold).Any(r => Volunteers.Any(v => r.Contains(v, StringComparison.Ordinal))) ? AskSteps.VolunteersDays : AskSteps.UsualDays;
    }

    private static readonly string[] Volunteers = ["volunteer", "ehrenamt"];

    /// <summary>How a person is called, and where mail reaches them, if it does.</summary>
    public static async Task<(string Called, string? Mail)> Reach(this Store store, Guid person, CancellationToken stop)
    {
        var names = await store.People.Where(p => p.Id == person).Select(p => new { p.Name, p.GivenName, p.Nickname }).FirstOrDefaultAsync(stop);
        var mail = await store.ContactPoints.Where(c => c.PersonId == person && c.Kind == ContactKind.Email).OrderBy(c => c.Position).Select(c => c.Value).FirstOrDefaultAsync(stop);
        return (new[] { names?.Nickname, names?.GivenName, names?.Name }.FirstOrDefault(n => !string.IsNullOrWhiteSpace(n)) ?? "", mail);
    }

    private static Task<List<AskLine>> Lines(this Store store, IQueryable<Ask> asks, CancellationToken stop)
    {
        var (people, needs) = (store.People, store.Needs);
        return (from ask in asks.AsNoTracking()
                join person in people on ask.PersonId equals person.Id
                join need in needs on ask.NeedId equals need.Id into meant
                from need in meant.DefaultIfEmpty()
                select new AskLine(ask, person.Name, need == null ? null : need.Topic)).ToListAsync(stop);
    }

    private static IReadOnlyList<AskLine> InOrder(IEnumerable<AskLine> lines, DateOnly today) =>
        [.. lines.OrderBy(l => Place(l.Ask, today)).ThenByDescending(l => l.Ask.AnsweredOn ?? l.Ask.SentOn ?? DateOnly.MaxValue).ThenByDescending(l => l.Ask.Id)];

    private static int Place(Ask ask, DateOnly today) => ask.StepOn(today) switch { AskStep.Wait => 1, AskStep.Nothing => 2, _ => 0 };
}
