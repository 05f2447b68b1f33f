using Mainstay.Coverage;
using Mainstay.Needs;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Introductions;

/// <summary>What a loose tie is good for where a door is to be opened, and an old one that went quiet wherever somebody is missing.</summary>
internal sealed class TieReasonsQueries(AcquaintanceQueries acquaintances) : ISpeaksFor
{
    /// <summary>From so good a fit on it is worth a word, 0 to 1: known to one of the owner's people where there is hardly a tie, known to several where it is stronger. A judgement.</summary>
    private const double WorthAWord = .3;

    /// <summary>Whoever was met less often was never a tie that could go quiet.</summary>
    private const int LeastDays = 3;

    /// <summary>Of so many it is looked at one by one whom they know; of more it is cheaper to look at all at once, which is remembered.</summary>
    private const int MostAlone = 8;

    public async Task<ILookup<(Guid Need, Guid Person), Reason>> ReasonsFor(Store store, IReadOnlyCollection<(Need Need, HelpingPerson Person)> thoughts, DateOnly today, CancellationToken stop)
    {
        var loose = await Loose(store, [.. thoughts.Where(t => t.Need.Kind == SupportKind.Opportunities).Select(t => t.Person).DistinctBy(p => p.Id)], today, stop);
        var days = await ContactDays(store, [.. thoughts.Select(t => t.Person).Where(p => IsQuiet(p, today)).Select(p => p.Id).Distinct()], stop);
        return thoughts.SelectMany(t => Reasons(t.Need, t.Person, loose, days, today).Select(r => (Key: (t.Need.Id, t.Person.Id), Reason: r))).ToLookup(r => r.Key, r => r.Reason);
    }

    private static IEnumerable<Reason> Reasons(Need need, HelpingPerson person, Dictionary<Guid, int> loose, Dictionary<Guid, int> days, DateOnly today)
    {
        if (need.Kind == SupportKind.Opportunities && loose.GetValueOrDefault(person.Id) is > 0 and var count && OpportunityFit.Of(count, person.Strength) >= WorthAWord)
            yield return new("Introductions.LooseTie", count);
        if (IsQuiet(person, today) && days.GetValueOrDefault(person.Id) is >= LeastDays and var met)
            yield return new("Introductions.QuietTie", met, Telling.Ago(today.DayNumber - person.LastTouchOn!.Value.DayNumber));
    }

    private static bool IsQuiet(HelpingPerson person, DateOnly today) => person is { IsOver: false, LastTouchOn: { } last } && DormantTie.IsDormant(person.Alive, last, today);

    /// <summary>How many of the owner's people know each of these who are not near, as far as it is noted or can be seen.</summary>
    private async Task<Dictionary<Guid, int>> Loose(Store store, HelpingPerson[] people, DateOnly today, CancellationToken stop)
    {
        var layers = new Dictionary<Guid, Layer>();
        foreach (var some in people.Select(p => p.Id).Chunk(Store.MostParameters))
            await foreach (var tie in Layered.For(store)(store, some).WithCancellation(stop)) layers[tie.Person] = tie.Layer;
        var loose = people.Where(p => !OpportunityFit.IsNear(layers.GetValueOrDefault(p.Id), p.Strength)).Select(p => p.Id).ToList();
        var all = loose.Count > MostAlone ? await acquaintances.All(store, today, stop) : null;
        var counts = new Dictionary<Guid, int>();
        foreach (var person in loose) counts[person] = (all ?? await acquaintances.Of(store, person, today, stop)).Degree(person);
        return counts;
    }

    private static async Task<Dictionary<Guid, int>> ContactDays(Store store, Guid[] people, CancellationToken stop)
    {
        var days = new Dictionary<Guid, int>();
        foreach (var some in people.Chunk(Store.MostParameters))
            await foreach (var tie in Met.For(store)(store, some).WithCancellation(stop)) days[tie.Person] = tie.Days;
        return days;
    }

    private sealed record LayerOf(Guid Person, Layer Layer);

    private sealed record DaysOf(Guid Person, int Days);

    private static readonly Question<Func<Store, Guid[], IAsyncEnumerable<LayerOf>>> Layered = new(() => EF.CompileAsyncQuery((Store store, Guid[] ids) =>
        store.Set<Tie>().Where(t => ids.Contains(t.Id)).Select(t => new LayerOf(t.Id, t.Layer))));

    private static readonly Question<Func<Store, Guid[], IAsyncEnumerable<DaysOf>>> Met = new(() => EF.CompileAsyncQuery((Store store, Guid[] ids) =>
        store.Set<Tie>().Where(t => ids.Contains(t.Id)).Select(t => new DaysOf(t.Id, t.ContactDays))));
}
