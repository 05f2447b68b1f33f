using Mainstay.Coverage;
using Mainstay.Words;

namespace Mainstay.Board;

/// <summary>What the board shows that its owner might do something about.</summary>
public enum BoardFindingKind { Empty, ManySeats, Ending, Sameness }

/// <summary>A finding in words, and the one next step.</summary>
public sealed record BoardFinding(BoardFindingKind Kind, Reason Sentence, Reason Action, string Href)
{
    public IReadOnlyList<Reason> Reasons { get; init; } = [];
}

/// <summary>The board of advisors on a day.</summary>
public sealed record AdvisoryBoard
{
    /// <summary>From so many seats on, much is missing when one person is away.</summary>
    private const int Many = 3;

    public required DateOnly On { get; init; }

    /// <summary>Every seat, by function.</summary>
    public required IReadOnlyList<SeatLine> Seats { get; init; }

    /// <summary>For each function without anybody, who might have it.</summary>
    public required ILookup<SeatFunction, SeatThought> Thoughts { get; init; }

    /// <summary>In what those who sit there are alike.</summary>
    public IReadOnlyList<Sameness> Alike { get; init; } = [];

    public IEnumerable<SeatLine> Taken => Seats.Where(s => s.StateOn(On) == SeatState.Taken);

    public IEnumerable<SeatLine> Free => Seats.Where(s => s.StateOn(On) is SeatState.Empty or SeatState.Declined or SeatState.Over);

    /// <summary>Functions for which there is no seat; the usual ones first.</summary>
    public IEnumerable<SeatFunction> Missing => Enum.GetValues<SeatFunction>().Except(Seats.Select(s => s.Seat.Function));

    /// <summary>Those who have several seats, and which.</summary>
    public IEnumerable<(string Name, IReadOnlyList<SeatLine> Seats)> InMany => Taken.GroupBy(s => s.Seat.PersonId).Where(g => g.Count() >= Many).Select(g => (g.First().Name!, (IReadOnlyList<SeatLine>)[.. g]));

    public Reason Summary => (Seats.Count, Taken.Count()) switch
    {
        (0, _) => new("Board.NoSeats"),
        (var all, var taken) when all == taken => new("Board.AllTaken", all, People),
        (var all, 0) => new("Board.NoneTaken", all),
        (var all, var taken) => new("Board.SomeTaken", all, taken, People),
    };

    public int People => Taken.Select(s => s.Seat.PersonId).Distinct().Count();

    public IReadOnlyList<BoardFinding> Findings =>
    [
        .. InMany.Select(m => new BoardFinding(BoardFindingKind.ManySeats, new("Board.InManySeats", m.Name, m.Seats.Count), new("Board.DoSpread"), BoardWords.Href(m.Seats[^1].Seat.Id)) { Reasons = [new("Board.TheseSeats", m.Seats.Select(s => BoardWords.Seat(s.Seat))), new("Board.WhyNotMany")] }),
        .. Seats.Where(s => s.IsEnding(On)).Select(s => new BoardFinding(BoardFindingKind.Ending, new(s.Seat.Until < On ? "Board.HasEnded" : "Board.EndsOn", s.Name, BoardWords.Seat(s.Seat), s.Seat.Until), new("Board.DoRenew"), BoardWords.Href(s.Seat.Id))),
        .. Free.Where(s => s.StateOn(On) != SeatState.Over).Take(1).Select(s => new BoardFinding(BoardFindingKind.Empty, Empty(), new("Board.DoFill"), BoardWords.Href(s.Seat.Id))),
        .. Alike.Where(a => a.IsTooMuch).Take(1).Select(a => new BoardFinding(BoardFindingKind.Sameness, new("Board.AreAlike", a.Most, a.Known, new Reason($"Coverage.Facet{a.Facet}"), a.Value), new("Board.DoVary"), "/who")),
    ];

    private Reason Empty()
    {
        var seats = Free.Where(s => s.StateOn(On) != SeatState.Over).Select(s => BoardWords.Seat(s.Seat)).ToList();
        return new(seats.Count == 1 ? "Board.OneIsEmpty" : "Board.SomeAreEmpty", seats);
    }
}

/// <summary>Somebody who might have a seat, and why.</summary>
public sealed record SeatThought(SeatFunction Function, Guid PersonId, string Name, IReadOnlyList<Reason> Reasons);
