using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Exchange;

/// <summary>Somebody to ask next, and why.</summary>
/// <param name="Person">Who.</param>
/// <param name="IsNamed">Whether the owner named them for this; otherwise they are only thought of.</param>
/// <param name="Reasons">Why they are thought of.</param>
public sealed record NextPerson(PersonLine Person, bool IsNamed, IReadOnlyList<Reason> Reasons);

public static class AskNextQueries
{
    private const int Most = 3;

    /// <summary>Whom to ask next: those the owner named, in their order; then, while these are few, those who can help with the same. Nobody who was asked for it already; and for what is confidential nobody is looked for by its words.</summary>
    public static async Task<IReadOnlyList<NextPerson>> NextAfter(this Store store, AskLine line, DateOnly today, CancellationToken stop)
    {
        var named = (await store.NamedAfter(line.Ask, stop)).ToList();
        if (named.Count >= Most || line.Ask.IsConfidential) return [.. named.Select(Named)];
        var thread = line.Ask.ThreadId;
        var without = (await store.Asks.IgnoreQueryFilters([Store.PrivateFilter]).Where(a => a.ThreadId == thread).Select(a => a.PersonId).ToListAsync(stop)).Concat(named.Select(p => p.Id)).ToHashSet();
        var able = await store.WhoCanHelp(line.Need ?? line.Ask.What, null, Most + without.Count, today, stop);
        var thought = able.People.Where(p => !without.Contains(p.Id)).Take(Most - named.Count).Select(p => new NextPerson(new(p.Id, p.Name), false, [.. p.WhyCan, .. p.WhyWill, .. p.WhySoon]));
        return [.. named.Select(Named), .. thought];
    }

    private static NextPerson Named(PersonLine person) => new(person, true, [new("Exchange.YouNamedThem")]);

    private static async Task<List<PersonLine>> NamedAfter(this Store store, Ask ask, CancellationToken stop)
    {
        var (people, thread) = (store.People, ask.ThreadId);
        var asked = await store.Asks.IgnoreQueryFilters([Store.PrivateFilter]).Where(a => a.ThreadId == thread).Select(a => a.PersonId).ToListAsync(stop); // in confidence too: they are not named again
        return await (from next in store.AskNexts
                      where next.ThreadId == ask.ThreadId && !asked.Contains(next.PersonId)
                      join person in people on next.PersonId equals person.Id
                      orderby next.Position, next.Id
                      select new PersonLine(person.Id, person.Name)).ToListAsync(stop);
    }
}
