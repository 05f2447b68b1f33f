using Mainstay.Accounts;
using Mainstay.Board;
using Mainstay.Coverage;
using Mainstay.Exchange;
using Mainstay.Needs;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Reviews.HappeningsQueries;

namespace Mainstay.Reviews;

/// <summary>Looks up all that a review shows.</summary>
public sealed class ReviewQueries(MapQueries maps)
{
    /// <summary>The most pressing gaps of the map are enough for a quarter.</summary>
    private const int MostGaps = 3;

    public async Task<Quarter> Quarter(Store store, DateOnly today, CancellationToken stop)
    {
        var look = new LookingBack(await store.OwnerOf(stop), today);
        var latest = await store.Reviews.AsNoTracking().Where(r => r.On <= today).OrderByDescending(r => r.On).Take(2).ToListAsync(stop);
        var (kept, last) = (latest.Find(r => r.On == today), latest.Find(r => r.On < today));
        var (needs, seats, map) = (await store.OpenNeeds(stop, closed: true), await store.AllSeats(stop), await maps.Map(store, today, stop));
        var happened = await store.HappenedSince(last?.On ?? today.AddDays(-ReviewDue.Quarter), needs, seats, look, stop);
        var sitting = seats.Where(s => s.StateOn(today) is SeatState.Taken or SeatState.Asked).Select(s => s.Seat.PersonId!.Value);
        var quiet = await store.QuietTies(map.Needs.SelectMany(c => c.Counting).Select(h => h.Person.Id).Concat(sitting).ToHashSet(), today, stop);
        return new()
        {
            On = today,
            Last = last,
            Kept = kept,
            DueOn = new ReviewDue(kept?.On ?? last?.On, First(look.Owner, needs, seats)).On,
            Happened = happened with { CoverageThen = last?.Coverage, CoverageNow = map.Overall },
            Needs = NeedToReview.InOrder(await Needs(store, needs, map, look, stop)),
            Seats = seats.Count,
            FreeSeats = [.. seats.Where(s => s.StateOn(today) is SeatState.Empty or SeatState.Declined or SeatState.Over)],
            Gaps = [.. map.Findings.Where(f => f.Kind is FindingKind.Gap or FindingKind.Thin or FindingKind.SinglePointOfFailure).Take(MostGaps)],
            Fading = quiet.Fading,
            MoreFading = quiet.MoreFading,
            CouldRest = quiet.CouldRest,
            MoreCouldRest = quiet.MoreCouldRest,
        };
    }

    private static DateOnly? First(Owner owner, IReadOnlyList<Need> needs, IReadOnlyList<SeatLine> seats)
    {
        var noted = needs.Where(n => n.ClosedOn is null).Select(n => n.CreatedAt).DefaultIfEmpty(seats.Count == 0 ? default : seats.Min(s => s.Seat.CreatedAt)).Min();
        return noted == default ? null : owner.DayAt(noted);
    }

    private static async Task<IEnumerable<NeedToReview>> Needs(Store store, IReadOnlyList<Need> needs, SupportMap map, LookingBack look, CancellationToken stop)
    {
        var covers = map.Needs.ToDictionary(c => c.Need.Id);
        var done = await LastDone(store, stop);
        return from need in needs
               where need.ClosedOn is null
               let noted = look.Owner.DayAt(need.CreatedAt)
               let last = done.GetValueOrDefault(need.Id)
               select new NeedToReview(need, covers.GetValueOrDefault(need.Id), last > noted && last <= look.Today ? last : noted, look.Today, noted);
    }

    /// <summary>For each need the day on which something was done about it last.</summary>
    private static async Task<Dictionary<Guid, DateOnly>> LastDone(Store store, CancellationToken stop)
    {
        var days = new Dictionary<Guid, DateOnly>();
        foreach (var said in await store.Supporters.GroupBy(s => s.NeedId).Select(g => new { g.Key, Said = g.Max(s => s.SaidOn), Agreed = g.Max(s => s.AgreedOn) }).ToListAsync(stop)) Note(said.Key, said.Said, said.Agreed);
        foreach (var asked in await store.Asks.Where(a => a.NeedId != null).GroupBy(a => a.NeedId).Select(g => new { g.Key, Sent = g.Max(a => a.SentOn), Answered = g.Max(a => a.AnsweredOn) }).ToListAsync(stop)) Note(asked.Key, asked.Sent, asked.Answered);
        foreach (var given in await store.Favours.Where(f => f.NeedId != null).GroupBy(f => f.NeedId).Select(g => new { g.Key, On = g.Max(f => f.On) }).ToListAsync(stop)) Note(given.Key, given.On);
        return days;

        void Note(Guid? need, params DateOnly?[] on)
        {
            if (need is not { } id || on.Max() is not { } day || days.GetValueOrDefault(id) >= day) return;
            days[id] = day;
        }
    }
}

public static class PastReviewsQueries
{
    /// <summary>Every review that was kept, the latest first.</summary>
    public static async Task<IReadOnlyList<Review>> AllReviews(this Store store, CancellationToken stop) => await store.Reviews.AsNoTracking().OrderByDescending(r => r.On).ToListAsync(stop);

    public static async Task<Review> ReviewOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Reviews.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, stop) ?? throw new NotFound("Reviews.ReviewNotThere");

    /// <summary>The one review whose id ends so.</summary>
    public static async Task<Review> ReviewEndingWith(this Store store, string end, CancellationToken stop) =>
        (await store.AllReviews(stop)).Where(r => r.EndsSo(end)).Take(2).ToList() is [var one] ? one : throw new NotFound("Reviews.NoReviewCalled", end);

    /// <summary>When the next review is due. It is asked each time Today is opened, so it stops looking as soon as it can.</summary>
    public static async Task<ReviewDue> ReviewDueOn(this Store store, DateOnly today, CancellationToken stop)
    {
        var last = await LastOn.For(store)(store);
        if (last is { } day && day.DayNumber + ReviewDue.Quarter > today.DayNumber) return new(last, null);
        if (await FirstNeed.For(store)(store) is not { } noted)
        {
            if (await FirstSeat.For(store)(store) is not { } seated) return new(last, null);
            noted = seated;
        }
        var rests = await store.ReviewRests.AsNoTracking().Select(r => (DateOnly?)r.Until).FirstOrDefaultAsync(stop);
        return new(last, (await store.OwnerOf(stop)).DayAt(noted), rests);
    }

    internal static async Task<Owner> OwnerOf(this Store store, CancellationToken stop) => Owner.Of(await store.Spaces.AsNoTracking().FirstAsync(s => s.Id == store.SpaceId, stop));

    private static readonly Question<Func<Store, Task<DateOnly?>>> LastOn = new(() => EF.CompileAsyncQuery((Store store) => store.Set<Review>().OrderByDescending(r => r.On).Select(r => (DateOnly?)r.On).FirstOrDefault()));

    private static readonly Question<Func<Store, Task<DateTime?>>> FirstNeed = new(() => EF.CompileAsyncQuery((Store store) => store.Set<Need>().Where(n => n.ClosedOn == null).OrderBy(n => n.CreatedAt).Select(n => (DateTime?)n.CreatedAt).FirstOrDefault()));

    private static readonly Question<Func<Store, Task<DateTime?>>> FirstSeat = new(() => EF.CompileAsyncQuery((Store store) => store.Set<Seat>().OrderBy(s => s.CreatedAt).Select(s => (DateTime?)s.CreatedAt).FirstOrDefault()));
}
