using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Exchange;

public static class LoadQueries
{
    /// <summary>How much people were asked of late. Whoever is not in the answer carries nothing.</summary>
    /// <param name="store">Whose people.</param>
    /// <param name="people">Of whom; null for everybody who carries something.</param>
    /// <param name="today">The owner's day.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<IReadOnlyDictionary<Guid, AskLoad>> LoadsOf(this Store store, IReadOnlyCollection<Guid>? people, DateOnly today, CancellationToken stop)
    {
        if (people is { Count: 0 }) return new Dictionary<Guid, AskLoad>();
        var since = today.AddDays(-AskLoad.DaysThatCount);
        var asked = await Asked.For(store)(store, since, today).ToListAsync(stop);
        asked.AddRange(await store.FurtherAsked(people is { Count: 1 } ? people.First() : null, since, today, stop));
        var wanted = people as IReadOnlySet<Guid> ?? people?.ToHashSet();
        return LoadsFrom(asked.Where(a => wanted?.Contains(a.Person) != false), today);
    }

    /// <summary>By person alone: between two of the queries their layer may have changed.</summary>
    internal static Dictionary<Guid, AskLoad> LoadsFrom(IEnumerable<AskedOf> asked, DateOnly today) =>
        asked.GroupBy(a => a.Person).Select(g => (Person: g.Key, Load: LoadFrom([.. g], g.First().Layer, today))).Where(l => l.Load.Load > 0).ToDictionary(l => l.Person, l => l.Load);

    /// <summary>What one person carries, even when it is nothing.</summary>
    public static async Task<AskLoad> LoadOf(this Store store, Guid person, DateOnly today, CancellationToken stop)
    {
        if ((await store.LoadsOf([person], today, stop)).TryGetValue(person, out var load)) return load;
        return AskLoad.From([], await store.Ties.Where(t => t.Id == person).Select(t => t.Layer).FirstOrDefaultAsync(stop), today);
    }

    private static AskLoad LoadFrom(List<AskedOf> asked, Layer layer, DateOnly today)
    {
        var lately = asked.FindAll(a => a.On > today.AddDays(-AskLoad.DaysTold));
        return AskLoad.From(asked.Select(a => (a.On, a.Weight)), layer, today) with
        {
            TimesLately = lately.Count,
            ForWhat = [.. lately.Where(a => a.Among is not null).CountBy(a => a.Among!).Select(a => new Reason(a.Key, a.Value))],
        };
    }

    /// <summary>However many people there are, only those who were asked of late are read.</summary>
    private static readonly Question<Func<Store, DateOnly, DateOnly, IAsyncEnumerable<AskedOf>>> Asked = new(() => EF.CompileAsyncQuery((Store store, DateOnly since, DateOnly today) =>
        from ask in store.Set<Ask>()
        where ask.SentOn >= since && ask.SentOn <= today && ask.State != AskState.Withdrawn
        join tie in store.Set<Tie>() on ask.PersonId equals tie.Id into known
        from tie in known.DefaultIfEmpty()
        select new AskedOf(ask.PersonId, ask.SentOn!.Value, ask.Weight, tie == null ? Layer.None : tie.Layer)));
}

/// <summary>That somebody was asked for something.</summary>
internal sealed record AskedOf(Guid Person, DateOnly On, Weight Weight, Layer Layer)
{
    /// <summary>The key of the sentence that says for what, when it was no ask but one of a later room.</summary>
    public string? Among { get; init; }
}
