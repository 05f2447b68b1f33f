using Mainstay.Coverage;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Reviews;

public static class ReviewActions
{
    /// <summary>Keeps the owner's review of today with all that was chosen in it, or nothing of it. Done twice on a day, the second changes the first. Needs and people that are gone meanwhile are passed over.</summary>
    public static Task<KeptReview> KeepReview(this Store store, NewReview review, MapQueries maps, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(review.Check());
        Guid[] passed = [.. await store.Decide(review.Needs, today, stop), .. await store.Decide(review.Ties, today, stop)];
        var row = await store.Reviews.FirstOrDefaultAsync(r => r.On == today, stop) ?? store.Add(new Review { On = today, CreatedAt = clock.GetUtcNow().UtcDateTime }).Entity;
        if (review.Note is { } note) row.Note = Texts.Filled(note);
        var map = await maps.MapWithin(store, today, stop);
        (row.Coverage, row.Needs) = (map.Overall, map.Needs.Count);
        await store.SaveChangesAsync(stop);
        return new KeptReview(row, passed);
    }, stop);

    /// <summary>Removes a review; what was chosen in it stays. The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveReview(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.Reviews.FirstOrDefaultAsync(r => r.Id == id, stop) ?? throw new NotFound("Reviews.ReviewNotThere");
        return await store.LetGo(new(row), clock, stop);
    }, stop);

    /// <summary>Today is to say nothing of a review until then; null takes that back.</summary>
    public static Task<DateOnly?> QuietReview(this Store store, DateOnly? until, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.ReviewRests.FirstOrDefaultAsync(stop);
        if (until is { } day) (row ?? store.Add(new ReviewRest()).Entity).Until = day;
        else if (row is not null) store.Remove(row);
        await store.SaveChangesAsync(stop);
        return until;
    }, stop);

    /// <summary>Does what was said of needs; the answer is which are gone, or needed no more though something else was said.</summary>
    private static async Task<IReadOnlyList<Guid>> Decide(this Store store, IReadOnlyList<ReviewedNeed> needs, DateOnly today, CancellationToken stop)
    {
        var said = needs.Where(n => n.Closed || n.Importance is not null).ToList();
        if (said.Count == 0) return [];
        var known = (await store.OpenNeeds(stop, closed: true)).ToDictionary(n => n.Id);
        foreach (var choice in said.Where(c => known.GetValueOrDefault(c.Id) is { ClosedOn: null }))
        {
            var need = known[choice.Id];
            if (choice.Importance is { } importance && importance != need.Importance) await store.ChangeNeed(need.Id, NeedFields.Of(need).ToNeed() with { Importance = importance }, stop);
            if (choice.Closed) await store.CloseNeed(need.Id, today, stop);
        }
        return [.. said.Where(c => known.GetValueOrDefault(c.Id) is not { } need || (need.ClosedOn is not null && !c.Closed)).Select(c => c.Id)];
    }

    private static async Task<IReadOnlyList<Guid>> Decide(this Store store, IReadOnlyList<ReviewedTie> ties, DateOnly today, CancellationToken stop)
    {
        var said = ties.Where(t => t.Choice != TieChoice.Keep).ToList();
        var ids = said.Select(t => t.Id).ToArray();
        var there = ids.Length == 0 ? [] : (await store.People.Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(stop)).ToHashSet();
        foreach (var choice in said.Where(c => there.Contains(c.Id))) await store.Decide(choice, today, stop);
        return [.. said.Select(c => c.Id).Where(id => !there.Contains(id))];
    }

    private static Task<Tie> Decide(this Store store, ReviewedTie tie, DateOnly today, CancellationToken stop) => tie.Choice switch
    {
        TieChoice.Rest => store.Pause(tie.Id, null, today, stop),
        TieChoice.NoRhythm => store.SetCadence(tie.Id, Layers.NoCadence, stop),
        _ => store.SayOver(tie.Id, today, stop),
    };

    /// <summary>Takes the removal of a review back, unless another was kept for its day.</summary>
    internal sealed class Back : RemovalActions.Back<Review>
    {
        protected override async Task MayReturn(Store store, Review review, TimeProvider clock, CancellationToken stop)
        {
            if (await store.Reviews.AnyAsync(r => r.On == review.On, stop)) throw new Conflict("Reviews.KeptAgain", review.On);
        }
    }
}
