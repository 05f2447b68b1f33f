using Mainstay.Needs;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Board;

/// <summary>Who sits on the board has agreed to what the seat is for: they count with the needs it serves.</summary>
internal sealed class BoardHintsQueries : ISupportHints
{
    public async Task<IReadOnlyList<SupportHint>> Hints(Store store, IReadOnlyList<Need> needs, DateOnly today, CancellationToken stop)
    {
        if (needs.Count == 0) return [];
        return
        [
            .. from line in await store.AllSeats(stop)
               where line.StateOn(today) == SeatState.Taken
               from need in needs
               where SeatFunctions.Serves(line.Seat, need)
               select new SupportHint(need.Id, line.Seat.PersonId!.Value, Ability.Good, new Reason("Board.SitsAs", BoardWords.Seat(line.Seat))) { Agreed = new(line.Seat.Until, line.Seat.Scope) },
        ];
    }
}
