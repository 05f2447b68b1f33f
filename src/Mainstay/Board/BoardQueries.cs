using Mainstay.Coverage;
using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Board;

/// <summary>Looks up the board of advisors, with who might sit where nobody does.</summary>
public sealed class BoardQueries(MapQueries maps)
{
    public async Task<AdvisoryBoard> Board(Store store, DateOnly today, CancellationToken stop)
    {
        var seats = await store.AllSeats(stop);
        var there = seats.Where(s => s.StateOn(today) is SeatState.Taken or SeatState.Asked).Select(s => s.Seat.PersonId!.Value).ToHashSet();
        var sitting = seats.Where(s => s.StateOn(today) == SeatState.Taken).Select(s => s.Seat.PersonId!.Value).Distinct().ToList();
        return new()
        {
            On = today,
            Seats = seats,
            Thoughts = SeatFunctions.Thoughts(await maps.Map(store, today, stop), there),
            Alike = sitting.Count == 0 ? [] : Sameness.Among([.. (await store.ProfilesOf(sitting, await store.PlacesNow(sitting, stop), today, stop)).Values]),
        };
    }
}

public static class SeatQueries
{
    /// <summary>Every seat, by function.</summary>
    public static async Task<IReadOnlyList<SeatLine>> AllSeats(this Store store, CancellationToken stop) =>
        [.. (await store.Lines(store.Seats, stop)).OrderBy(s => s.Seat.Function).ThenBy(s => s.Seat.Topic, StringComparer.Ordinal).ThenBy(s => s.Seat.Id)];

    public static async Task<SeatLine> SeatOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Lines(store.Seats.Where(s => s.Id == id), stop) is [var line] ? line : throw new NotFound("Board.SeatNotThere");

    /// <summary>The seats that a person has or is asked for.</summary>
    public static async Task<IReadOnlyList<SeatLine>> SeatsOf(this Store store, Guid person, CancellationToken stop) =>
        [.. (await store.Lines(store.Seats.Where(s => s.PersonId == person), stop)).OrderBy(s => s.Seat.Function).ThenBy(s => s.Seat.Id)];

    /// <summary>The one seat whose id ends so.</summary>
    public static async Task<SeatLine> SeatEndingWith(this Store store, string end, CancellationToken stop) =>
        (await store.AllSeats(stop)).Where(s => s.Seat.EndsSo(end)).Take(2).ToList() is [var one] ? one : throw new NotFound("Board.NoSeatCalled", end);

    private static Task<List<SeatLine>> Lines(this Store store, IQueryable<Seat> seats, CancellationToken stop)
    {
        var (people, asks, touches, talks) = (store.People, store.Asks, store.TouchPeople, store.Touches.Where(t => t.Kind == TouchKind.Meeting || t.Kind == TouchKind.Video || t.Kind == TouchKind.Call));
        return (from seat in seats.AsNoTracking()
                join person in people on seat.PersonId equals person.Id into named
                from person in named.DefaultIfEmpty()
                join ask in asks.AsNoTracking() on seat.AskId equals ask.Id into asked
                from ask in asked.DefaultIfEmpty()
                let last = touches.Where(t => t.PersonId == seat.PersonId && talks.Any(k => k.Id == t.TouchId)).OrderByDescending(t => t.On).Select(t => (DateOnly?)t.On).FirstOrDefault()
                select new SeatLine(seat, person.Name, ask, last)).ToListAsync(stop);
    }
}

/// <summary>A piece of advice, and who gave it.</summary>
public sealed record AdviceLine(Advice Advice, string Name)
{
    public PersonLine Person => new(Advice.PersonId, Name);
}

public static class AdviceQueries
{
    /// <summary>What was advised by those who are there: what is the owner's turn first, then the latest.</summary>
    public static async Task<IReadOnlyList<AdviceLine>> AllAdvice(this Store store, CancellationToken stop, Guid? person = null, int most = 200)
    {
        var advice = person is null ? store.Advice : store.Advice.Where(a => a.PersonId == person);
        return [.. (await store.Lines(advice.OrderBy(a => a.ToldOn != null).ThenByDescending(a => a.On).ThenByDescending(a => a.Id).Take(most), stop)).OrderBy(l => l.Advice.Step() == AdviceStep.Nothing).ThenByDescending(l => l.Advice.On).ThenByDescending(l => l.Advice.Id)];
    }

    public static async Task<AdviceLine> AdviceOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Lines(store.Advice.Where(a => a.Id == id), stop) is [var line] ? line : throw new NotFound("Board.AdviceNotThere");

    /// <summary>The one piece of advice whose id ends so.</summary>
    public static async Task<AdviceLine> AdviceEndingWith(this Store store, string end, CancellationToken stop) =>
        (await store.AllAdvice(stop, most: int.MaxValue)).Where(l => l.Advice.EndsSo(end)).Take(2).ToList() is [var one] ? one : throw new NotFound("Board.NoAdviceCalled", end);

    /// <summary>What Today may speak of.</summary>
    public static async Task<IReadOnlyList<AdviceLine>> AdviceDue(this Store store, DateOnly today, CancellationToken stop) =>
        [.. (await store.Lines(store.Advice.Where(a => a.ToldOn == null && !(a.QuietUntil > today)), stop)).Where(l => l.Advice.IsDue(today)).OrderBy(l => l.Advice.Id)];

    private static Task<List<AdviceLine>> Lines(this Store store, IQueryable<Advice> advice, CancellationToken stop)
    {
        var people = store.People;
        return (from one in advice.AsNoTracking() join person in people on one.PersonId equals person.Id select new AdviceLine(one, person.Name)).ToListAsync(stop);
    }
}
