using System.CommandLine;
using Mainstay.Cli;

namespace Mainstay.Board;

/// <summary>The options with which a command says what is agreed for a seat.</summary>
internal sealed class SeatOptionsCli
{
    private readonly Option<string?> about = new("--about") { Description = "Board.HelpAbout", HelpName = "TOPIC" };
    private readonly Option<string?> since = new("--since") { Description = "Board.HelpSince", HelpName = "DATE" };
    private readonly Option<string?> until = new("--until") { Description = "Board.HelpUntil", HelpName = "DATE" };
    private readonly Option<string?> scope = new("--scope") { Description = "Board.HelpScope", HelpName = "TEXT" };
    private readonly Option<int?> times = new("--times") { Description = "Board.HelpTimes", HelpName = "1..52" };
    private readonly Option<string?> gives = new("--gives") { Description = "Board.HelpGives", HelpName = "TEXT" };

    /// <summary>What an ask is about, and since when, is not said: the seat says it, and their yes.</summary>
    public void On(Command command, bool isAsk = false)
    {
        foreach (var option in isAsk ? (Option[])[until, scope, times, gives] : [about, since, until, scope, times, gives]) command.Add(option);
    }

    /// <summary>The seat with everything that was typed.</summary>
    public NewSeat Read(Desk desk, NewSeat seat)
    {
        var typed = desk.Parsed;
        return seat with
        {
            Topic = typed.GetValue(about) ?? seat.Topic,
            Since = Days.Of(typed.GetValue(since), desk.Today) ?? seat.Since,
            Until = Days.OrNone(typed.GetValue(until), desk.Today, seat.Until),
            Scope = typed.GetValue(scope) ?? seat.Scope,
            TimesAYear = typed.GetValue(times) ?? seat.TimesAYear,
            Gives = typed.GetValue(gives) ?? seat.Gives,
        };
    }
}
