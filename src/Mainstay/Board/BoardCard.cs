using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Board;

/// <summary>Today: advice waits for a decision, a result or a word back; a talk is due that was meant to be, or somebody's time on the board ends.</summary>
public sealed class BoardCard : ITodayCard
{
    public IReadOnlyList<Type> About { get; } = [typeof(Seat), typeof(Advice)];

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop) =>
    [
        .. (await store.AdviceDue(today, stop)).Select(Card),
        .. (await store.AllSeats(stop)).Where(s => !(s.Seat.QuietUntil > today) && (s.IsEnding(today) || s.IsTalkDue(today))).GroupBy(s => s.Seat.PersonId).Select(g => Card(g.OrderByDescending(s => s.IsEnding(today)).First(), today)),
    ];

    private static TodayItem Card(AdviceLine line) => new()
    {
        Kind = "advice",
        Subject = line.Advice.Id,
        PersonId = line.Advice.PersonId,
        PersonName = line.Name,
        Sentence = new($"Board.Card{line.Advice.Step()}", line.Name),
        Reasons = [new("Board.TheySaid", line.Advice.On, line.Advice.Text), BoardWords.State(line.Advice)],
        Action = new($"Board.Do{line.Advice.Step()}"),
        ActionHref = $"/board/advice/{line.Advice.Id}",
        LaterHref = $"/board/advice/{line.Advice.Id}/later",
        Priority = line.Advice.Step() == AdviceStep.TellBack ? 3.4 : 2.6,
    };

    private static TodayItem Card(SeatLine line, DateOnly today)
    {
        var ends = line.IsEnding(today);
        return new()
        {
            Kind = "seat",
            Subject = line.Seat.Id,
            PersonId = line.Seat.PersonId,
            PersonName = line.Name,
            Sentence = ends ? new(line.Seat.Until < today ? "Board.HasEnded" : "Board.EndsOn", line.Name, BoardWords.Seat(line.Seat), line.Seat.Until) : new("Board.CardTalk", line.Name),
            Reasons = ends ? BoardWords.Terms(line, today) : [new("Board.CardTimes", line.Seat.TimesAYear, line.NextTalkOn), line.LastTalkOn is { } last ? new("Board.LastTalk", Telling.Ago(today.DayNumber - last.DayNumber)) : new("Board.NoTalkYet")],
            Action = new(ends ? "Board.DoRenew" : "Board.DoPrepare"),
            ActionHref = ends ? BoardWords.Href(line.Seat.Id) : $"/board/talks/{line.Seat.PersonId}",
            LaterHref = $"{BoardWords.Href(line.Seat.Id)}/later",
            Priority = ends ? 2.4 : 2.2,
        };
    }
}
