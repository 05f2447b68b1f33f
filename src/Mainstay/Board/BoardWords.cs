using Mainstay.Words;

namespace Mainstay.Board;

/// <summary>How seats and advice are spoken of.</summary>
public static class BoardWords
{
    internal static string Href(Guid seat) => $"/board/seats/{seat}";

    public static Reason Function(SeatFunction function) => new($"Board.Seat{function}");

    /// <summary>What the function is for, in a sentence.</summary>
    public static Reason About(SeatFunction function) => new($"Board.About{function}");

    /// <summary>"Sage", or "domain expert: tax law".</summary>
    public static Reason Seat(Seat seat) => seat.Topic is { } topic ? new("Board.SeatWithTopic", Function(seat.Function), topic) : Function(seat.Function);

    /// <summary>What somebody is asked who is to take the seat.</summary>
    public static Reason Request(Seat seat) => seat.Topic is { } topic ? new("Board.AskWithTopic", new Reason($"Board.AskAs{seat.Function}"), topic) : new($"Board.AskAs{seat.Function}");

    /// <summary>How the seat stands, in a sentence.</summary>
    public static Reason State(SeatLine line, DateOnly today) => line.StateOn(today) switch
    {
        SeatState.Asked => new("Board.IsAsked", line.Name, line.Ask!.AnswerBy),
        SeatState.Declined => new("Board.HasDeclined", line.Name),
        SeatState.Over => new("Board.WasUntil", line.Name, line.Seat.Until),
        SeatState.Taken when line.Seat.Until is { } until => new("Board.SitsUntil", line.Name, line.Since, until),
        SeatState.Taken => new("Board.SitsSince", line.Name, line.Since),
        _ => new("Board.IsEmpty"),
    };

    /// <summary>What was agreed, a sentence each.</summary>
    public static IReadOnlyList<Reason> Terms(SeatLine line, DateOnly today) =>
    [
        .. line.Seat.Scope is { } scope ? [new Reason("Board.ScopeIs", scope)] : Array.Empty<Reason>(),
        .. line.Seat.TimesAYear is { } times ? [Talks(line, times, today)] : Array.Empty<Reason>(),
        .. line.Seat.Gives is { } gives ? [new Reason("Board.GivesIs", gives)] : Array.Empty<Reason>(),
    ];

    private static Reason Talks(SeatLine line, int times, DateOnly today) =>
        line.StateOn(today) != SeatState.Taken || line.NextTalkOn is not { } next ? new("Board.Times", times) : next <= today ? new("Board.TimesDue", times, next) : new("Board.TimesNext", times, next);

    /// <summary>How a piece of advice stands, in a sentence.</summary>
    public static Reason State(Advice advice) => advice.Step() switch
    {
        AdviceStep.Decide => new("Board.NotDecided"),
        AdviceStep.SayResult => new("Board.DecidedOn", advice.DecidedOn, advice.Decision),
        AdviceStep.TellBack => new("Board.ResultOn", advice.ResultOn, advice.Result),
        _ => new("Board.ToldOn", advice.ToldOn, advice.Result),
    };

    /// <summary>A word back to begin with: what they advised, what I did, what came of it.</summary>
    public static string WordBack(Advice advice, string to, string? from) =>
        Speech.Say("Exchange.Dear", to) + "\n\n" + Speech.Say(advice.Decision is null ? "Board.WordDraftResult" : "Board.WordDraft", advice.Text.Trim(), advice.Decision, advice.Result) + (from is null ? "\n" : $"\n\n{from}\n");
}
