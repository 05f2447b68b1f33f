using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Reviews;

/// <summary>Those with whom it has grown quiet, and how many more there are.</summary>
internal sealed record QuietTies(IReadOnlyList<QuietTie> Fading, int MoreFading, IReadOnlyList<QuietTie> CouldRest, int MoreCouldRest);

internal static class QuietQueries
{
    /// <summary>Which ties fade though they matter, and which could rest.</summary>
    /// <param name="store">Of the space.</param>
    /// <param name="counted">On whom the owner counts: they help with a need, or sit on the board.</param>
    /// <param name="today">The owner's day.</param>
    /// <param name="stop">Breaks off.</param>
    public static async Task<QuietTies> QuietTies(this Store store, IReadOnlySet<Guid> counted, DateOnly today, CancellationToken stop)
    {
        var stretch = await store.StretchFor(await store.TempoOf(stop), stop);
        var late = await Late.For(store)(store, today, today.AddDays(-Quiet.LongDays)).ToListAsync(stop);
        var fading = late.Where(l => Quiet.Fades(l.Tie, today, stretch)).OrderBy(l => l.Tie.Layer).ThenByDescending(l => Quiet.Of(l.Tie, today, stretch)!.Overdue).ThenBy(l => l.Name, StringComparer.Ordinal).ThenBy(l => l.Tie.Id).ToList();
        var resting = late.Where(l => Quiet.CouldRest(l.Tie, today, stretch, counted.Contains(l.Tie.Id))).OrderByDescending(l => Quiet.SilentDays(l.Tie, today)).ThenBy(l => l.Name, StringComparer.Ordinal).ThenBy(l => l.Tie.Id).ToList();
        var shown = await store.TiesOf([.. fading.Take(Quiet.Most).Concat(resting.Take(Quiet.Most)).Select(l => l.Tie.Id)], today, stop);
        return new(
            [.. fading.Take(Quiet.Most).Select(l => Told(l, shown[l.Tie.Id], []))], Math.Max(0, fading.Count - Quiet.Most),
            [.. resting.Take(Quiet.Most).Select(l => Told(l, shown[l.Tie.Id], [new("Reviews.NotCountedOn")]))], Math.Max(0, resting.Count - Quiet.Most));
    }

    private static QuietTie Told(LateTie late, Standing standing, Reason[] more) => new(late.Tie.Id, late.Name, standing, [.. standing.Reasons, .. more]);

    private sealed record LateTie(Tie Tie, string Name);

    /// <summary>Ties that ask for time and are late: near ones however little, others when it has been quiet for long.</summary>
    private static readonly Question<Func<Store, DateOnly, DateOnly, IAsyncEnumerable<LateTie>>> Late = new(() => EF.CompileAsyncQuery((Store store, DateOnly day, DateOnly longAgo) =>
        from tie in store.Set<Tie>().AsNoTracking()
        where tie.DueOn < day && tie.Verdict != Verdict.Over && !(tie.SnoozedUntil > day) && (!tie.Paused || tie.PausedUntil <= day)
            && (tie.Layer == Layer.Core || tie.Layer == Layer.Close || (tie.LastTouchOn ?? tie.Since) < longAgo)
        join person in store.Set<Person>() on tie.Id equals person.Id
        select new LateTie(tie, person.Name)));
}
