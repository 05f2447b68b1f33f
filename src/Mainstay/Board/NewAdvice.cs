using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Board;

/// <summary>What an advisor said, as somebody notes it.</summary>
public sealed record NewAdvice
{
    public const int MostText = 10_000;

    private const int EarliestYear = 1900;

    /// <summary>The advice's id, when the door has one: noted twice with the same, it counts once.</summary>
    public Guid? Id { get; init; }

    public required Guid PersonId { get; init; }

    public required string Text { get; init; }

    public string? Question { get; init; }

    /// <summary>Today when not said.</summary>
    public DateOnly? On { get; init; }

    /// <summary>How we talked: it is noted as a touch, unless one of the same kind is noted for that day. Not noted when null.</summary>
    public TouchKind? Talk { get; init; }

    public Problems Check(DateOnly today) => new Problems()
        .When(string.IsNullOrWhiteSpace(Text), "text", "Board.AdviceMissing")
        .When(Text?.Length > MostText, "text", "Board.TooLong", MostText)
        .When(Question?.Length > NewSeat.MostText, "question", "Board.TooLong", NewSeat.MostText)
        .When(On > today.AddDays(1), "on", "Board.InFuture")
        .When(On?.Year < EarliestYear, "on", "Board.TooLongAgo")
        .When(Talk is { } talk && !Enum.IsDefined(talk), "talk", "Board.NotATalk");
}
