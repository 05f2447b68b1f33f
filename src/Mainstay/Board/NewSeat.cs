using Mainstay.Words;

namespace Mainstay.Board;

/// <summary>A seat as somebody sets it up.</summary>
public sealed record NewSeat
{
    public const int MostWords = 200, MostText = 2_000, MostTimes = 52;

    /// <summary>The seat's id, when the door has one: set up twice with the same, there is one.</summary>
    public Guid? Id { get; init; }

    public required SeatFunction Function { get; init; }

    public string? Topic { get; init; }

    /// <summary>Who sits there; nobody yet when null.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Since when; today when not said.</summary>
    public DateOnly? Since { get; init; }

    public DateOnly? Until { get; init; }

    public string? Scope { get; init; }

    public int? TimesAYear { get; init; }

    public string? Gives { get; init; }

    public Problems Check(DateOnly today) => new Problems()
        .When(!Enum.IsDefined(Function), "function", "Board.NotAFunction")
        .When(Topic?.Length > MostWords, "topic", "Board.TooLong", MostWords)
        .When(Since > today.AddDays(1), "since", "Board.InFuture")
        .When(PersonId is not null && Until <= (Since ?? today), "until", "Board.EndsBeforeItBegins")
        .When(Scope?.Length > MostWords, "scope", "Board.TooLong", MostWords)
        .When(TimesAYear is < 1 or > MostTimes, "timesAYear", "Board.OddTimes", MostTimes)
        .When(Gives?.Length > MostText, "gives", "Board.TooLong", MostText);
}

/// <summary>The request to take a seat, as somebody writes it: with what, until when, and what they get for it.</summary>
public sealed record SeatAsk(Guid PersonId)
{
    /// <summary>The ask's id, when the door has one: sent twice with the same, it is asked once.</summary>
    public Guid? Id { get; init; }

    public string? Scope { get; init; }

    public int? TimesAYear { get; init; }

    public DateOnly? Until { get; init; }

    public string? Gives { get; init; }

    /// <summary>The last day on which an answer helps.</summary>
    public DateOnly? AnswerBy { get; init; }

    /// <summary>The need they would help with.</summary>
    public Guid? NeedId { get; init; }

    public Problems Check(DateOnly today) => new Problems()
        .When(Until <= today, "until", "Board.EndsBeforeItBegins")
        .When(TimesAYear is < 1 or > NewSeat.MostTimes, "timesAYear", "Board.OddTimes", NewSeat.MostTimes);
}
