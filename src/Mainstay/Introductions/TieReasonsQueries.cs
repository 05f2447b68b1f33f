using Mainstay.Coverage;
using Mainstay.Needs;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Introductions;

/// <summary>What a loose tie is good for where a door is to be opened, and an old one that went quiet wherever somebody is missing.</summary>
internal sealed class TieReasonsQueries : ISpeaksFor
{
    /// <summary>From so good a fit on it is worth a word, 0 to 1: known to one of the owner's people where there is hardly a tie, known to several where it is stronger. A judgement.</summary>
    private const double WorthAWord = .3;

    /// <summary>Whoever was met less often was never a tie that could go quiet.</summary>
    private const int LeastDays = 3;

    public async Task<ILookup<(Guid Need, Guid Person), Reason>> ReasonsFor(Store store, IReadOnlyCollection<(Need Need, HelpingPerson Person)> thoughts, DateOnly today, CancellationToken stop)
    {
        var mutual = await Mutual(store, [.. thoughts.Where(t => t.Need.Kind == SupportKind.Opportunities).Select(t => t.Person.Id).Distinct()], stop);
        var days = await ContactDays(store, [.. thoughts.Select(t => t.Person).Where(p => IsQuiet(p, today)).Select(p => p.Id).Distinct()], stop);
        return thoughts.SelectMany(t => Reasons(t.Need, t.Person, mutual, days, today).Select(r => (Key: (t.Need.Id, t.Person.Id), Reason: r))).ToLookup(r => r.Key, r => r.Reason);
    }

    private static IEnumerable<Reason> Reasons(Need need, HelpingPerson person, Dictionary<Guid, int> mutual, Dictionary<Guid, int> days, DateOnly today)
    {
        if (need.Kind == SupportKind.Opportunities && mutual.GetValueOrDefault(person.Id) is > 0 and var count && OpportunityFit.Of(count, person.Strength) >= WorthAWord)
            yield return new("Introductions.LooseTie", count);
        if (IsQuiet(person, today) && days.GetValueOrDefault(person.Id) is >= LeastDays and var met)
            yield return new("Introductions.QuietTie", met, Telling.Ago(today.DayNumber - person.LastTouchOn!.Value.DayNumber));
    }

    private static bool IsQuiet(HelpingPerson person, DateOnly today) => person is { IsOver: false, LastTouchOn: { } last } && DormantTie.IsDormant(person.Alive, last, today);

    /// <summary>How many of the owner's people are noted as knowing each of these.</summary>
    private static async Task<Dictionary<Guid, int>> Mutual(Store store, Guid[] people, CancellationToken stop)
    {
        var counts = new Dictionary<Guid, int>();
        foreach (var some in people.Chunk(Store.MostParameters / 2))
            await foreach (var pair in Noted.For(store)(store, some).WithCancellation(stop))
            {
                if (some.Contains(pair.First)) counts[pair.First] = counts.GetValueOrDefault(pair.First) + 1;
                if (some.Contains(pair.Second)) counts[pair.Second] = counts.GetValueOrDefault(pair.Second) + 1;
            }
        return counts;
    }

    private static async Task<Dictionary<Guid, int>> ContactDays(Store store, Guid[] people, CancellationToken stop)
    {
        var days = new Dictionary<Guid, int>();
        foreach (var some in people.Chunk(Store.MostParameters))
            await foreach (var tie in Met.For(store)(store, some).WithCancellation(stop)) days[tie.Person] = tie.Days;
        return days;
    }

    private sealed record Pair(Guid First, Guid Second);

    private sealed record DaysOf(Guid Person, int Days);

    /// <summary>Nobody in the trash counts: they are asked for through the people.</summary>
    private static readonly Question<Func<Store, Guid[], IAsyncEnumerable<Pair>>> Noted = new(() => EF.CompileAsyncQuery((Store store, Guid[] ids) =>
        from pair in store.Set<Acquaintance>()
        where !pair.IsRefused && (ids.Contains(pair.FirstId) || ids.Contains(pair.SecondId))
        join first in store.Set<People.Person>() on pair.FirstId equals first.Id
        join second in store.Set<People.Person>() on pair.SecondId equals second.Id
        select new Pair(pair.FirstId, pair.SecondId)));

    private static readonly Question<Func<Store, Guid[], IAsyncEnumerable<DaysOf>>> Met = new(() => EF.CompileAsyncQuery((Store store, Guid[] ids) =>
        store.Set<Tie>().Where(t => ids.Contains(t.Id)).Select(t => new DaysOf(t.Id, t.ContactDays))));
}
