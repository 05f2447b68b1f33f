using System.Text.Json;
using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Board;

/// <summary>Seats are set up, given, asked for, and freed.</summary>
public static class SeatActions
{
    /// <summary>More seats no board has.</summary>
    public const int MostSeats = 40;

    /// <summary>Sets up a seat; who is named sits there from now on.</summary>
    public static Task<Seat> AddSeat(this Store store, NewSeat seat, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(seat.Check(today));
        if (seat.Id is { } once && await store.Seats.FirstOrDefaultAsync(s => s.Id == once, stop) is { } already) return already;
        if (await store.Seats.CountAsync(stop) >= MostSeats) throw new CannotBeDone("Board.TooManySeats", MostSeats);
        if (seat.PersonId is { } person) await store.WhoIsAsked(person, stop);
        var row = store.Add(Fill(new Seat { Id = seat.Id ?? Guid.CreateVersion7(), CreatedAt = clock.GetUtcNow().UtcDateTime }, seat, today)).Entity;
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Makes a seat what is said now. Somebody else there is somebody new: their time begins. Who is asked stays asked, as long as nobody is said to sit there.</summary>
    public static Task<Seat> ChangeSeat(this Store store, Guid id, NewSeat seat, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (row, line) = (await store.SeatToChange(id, stop), await store.SeatOf(id, stop));
        var sits = line.SittingOn(today) is { } there && there.Id == seat.PersonId;
        seat = seat with { Since = seat.Since ?? (sits ? line.Since : null) };
        Mistaken.ThrowIf(seat.Check(today));
        if (seat.PersonId is { } person && person != row.PersonId) await store.WhoIsAsked(person, stop);
        var (asked, ask) = (line.StateOn(today) == SeatState.Asked && seat.PersonId is null ? row.PersonId : null, row.AskId);
        Fill(row, seat, today);
        if (line.StateOn(today) == SeatState.Declined) row.AskId = null; // the owner's word is newer than their no
        if (asked is not null) (row.PersonId, row.AskId, row.Until) = (asked, ask, seat.Until);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Writes the ask to take the seat; nothing is sent. When they say yes, they sit there.</summary>
    public static Task<Ask> AskForSeat(this Store store, Guid id, SeatAsk ask, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.SeatToChange(id, stop);
        Mistaken.ThrowIf(ask.Check(today));
        if (ask.Id is { } once && row.AskId == once) return await store.AskToChange(once, stop);
        var line = await store.SeatOf(id, stop);
        if (line.StateOn(today) == SeatState.Taken) throw new Conflict("Board.IsTaken", line.Name);
        if (line.StateOn(today) == SeatState.Asked && line.Seat.PersonId != ask.PersonId) throw new Conflict("Board.OneAtATime", line.Name);
        var scope = Filled(ask.Scope) ?? (ask.TimesAYear is { } times ? Speech.Say("Board.Times", times) : null);
        var made = await store.AddAsk(new()
        {
            Id = ask.Id,
            PersonId = ask.PersonId,
            What = BoardWords.Request(row).InWords(),
            IsFirst = true,
            Scope = scope,
            Until = ask.Until,
            InReturn = ask.Gives,
            AnswerBy = ask.AnswerBy,
            NeedId = ask.NeedId,
        }, today, clock, stop);
        (row.PersonId, row.AskId, row.Since, row.Until, row.Scope, row.TimesAYear, row.Gives, row.QuietUntil) = (ask.PersonId, made.Id, null, ask.Until, Filled(ask.Scope), ask.TimesAYear, Filled(ask.Gives), null);
        await store.SaveChangesAsync(stop);
        return made;
    }, stop);

    /// <summary>Nobody sits there any more. The answer is by what it is taken back.</summary>
    public static Task<Guid> FreeSeat(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.SeatToChange(id, stop);
        var before = Written(row);
        (row.PersonId, row.AskId, row.Since, row.Until, row.Scope, row.TimesAYear, row.Gives, row.QuietUntil) = (null, null, null, null, null, null, null, null);
        await store.SaveChangesAsync(stop);
        return await store.KeepFormer(new() { Kind = Freed, Before = before, After = Written(row), At = clock.GetUtcNow().UtcDateTime }, stop);
    }, stop);

    /// <summary>The board does without this seat. The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveSeat(this Store store, Guid id, TimeProvider clock, CancellationToken stop) =>
        store.AllOrNothing(async () => await store.LetGo(new(await store.SeatToChange(id, stop)), clock, stop), stop);

    /// <summary>Today is to say nothing of it until then.</summary>
    public static Task<Seat> QuietSeat(this Store store, Guid id, DateOnly until, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.SeatToChange(id, stop);
        row.QuietUntil = until;
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    private static Seat Fill(Seat row, NewSeat seat, DateOnly today)
    {
        if (seat.PersonId != row.PersonId) row.AskId = null;
        (row.Function, row.Topic, row.PersonId, row.Scope, row.TimesAYear, row.Gives, row.QuietUntil) = (seat.Function, Filled(seat.Topic), seat.PersonId, Filled(seat.Scope), seat.TimesAYear, Filled(seat.Gives), null);
        row.Until = seat.PersonId is null ? null : seat.Until;
        row.Since = seat.PersonId is null ? null : seat.Since ?? today;
        return row;
    }

    private const string Freed = "freedSeat";

    private static string Written(Seat row) => JsonSerializer.Serialize(row, Json.OneLine);

    private static async Task<Seat> SeatToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Seats.FirstOrDefaultAsync(s => s.Id == id, stop) ?? throw new NotFound("Board.SeatNotThere");

    /// <summary>Brings back a seat that was removed, with who sat there.</summary>
    internal sealed class Back : RemovalActions.Back<Seat>
    {
        protected override Task MayReturn(Store store, Seat row, TimeProvider clock, CancellationToken stop) => row.PersonId is { } person ? store.WhoIsAsked(person, stop) : Task.CompletedTask;
    }

    /// <summary>Seats somebody again whose seat was freed.</summary>
    internal sealed class SeatAgain : IPutBack
    {
        public bool Knows(string kind) => kind == Freed;

        public async Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop)
        {
            var before = JsonSerializer.Deserialize<Seat>(former.Before, Json.OneLine)!;
            var row = await store.SeatToChange(before.Id, stop);
            if (Written(row) == former.Before) return;
            if (Written(row) != former.After) throw new Conflict("People.ChangedSince");
            if (before.PersonId is { } person) await store.WhoIsAsked(person, stop);
            store.Entry(row).CurrentValues.SetValues(before);
            await store.SaveChangesAsync(stop);
        }
    }
}
