using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Board;

/// <summary><c>mainstay board</c>: who sits on my board of advisors, and what they advise.</summary>
internal static class BoardCli
{
    public static Command Command(Shell shell)
    {
        var board = new Command("board", "Board.Help") { Add(shell), Edit(shell), Ask(shell), Free(shell), Remove(shell), Brief(shell), AdviceCli.Command(shell) };
        board.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var all = await desk.Services.GetRequiredService<BoardQueries>().Board(desk.Store, desk.Today, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(BoardAnswer.Of(all));
            else if (all.Seats.Count == 0) desk.Paper.Aside(Speech.Say("Board.NoSeatsCli"));
            else Print(desk.Paper, all);
            return Shell.Fine;
        }, stop));
        return board;
    }

    private static Command Add(Shell shell)
    {
        var function = new Argument<string>("FUNCTION") { Description = "Board.HelpFunction" }.AcceptOnlyFromAmong([.. Enum.GetNames<SeatFunction>().Select(n => n.ToLowerInvariant())]);
        var who = Shell.Words("NAME", "Board.HelpWho", ArgumentArity.ZeroOrMore);
        var terms = new SeatOptionsCli();
        var add = new Command("add", "Board.HelpAdd") { function, who };
        terms.On(add);
        add.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var person = WhoCli.Name(typed, who) is { Length: > 0 } name ? (await desk.Store.FindPerson(name, stop)).Id : (Guid?)null;
            var seat = await desk.Store.AddSeat(terms.Read(desk, new() { Function = Enum.Parse<SeatFunction>(typed.GetValue(function)!, true), PersonId = person }), desk.Today, desk.Clock, stop);
            return await Show(desk, seat.Id, stop);
        }, stop));
        return add;
    }

    private static Command Edit(Shell shell)
    {
        var id = Id();
        var who = new Option<string?>("--who") { Description = "Board.HelpWho", HelpName = "NAME" };
        var terms = new SeatOptionsCli();
        var edit = new Command("edit", "Board.HelpEdit") { id, who };
        terms.On(edit);
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await desk.Store.SeatEndingWith(typed.GetValue(id)!, stop);
            var (was, sitting) = (line.Seat, line.SittingOn(desk.Today)?.Id);
            var person = typed.GetValue(who) is { } name ? (await desk.Store.FindPerson(name, stop)).Id : sitting;
            var now = terms.Read(desk, new() { Function = was.Function, Topic = was.Topic, PersonId = person, Since = person == was.PersonId ? was.Since : null, Until = was.Until, Scope = was.Scope, TimesAYear = was.TimesAYear, Gives = was.Gives });
            await desk.Store.ChangeSeat(was.Id, now, desk.Today, stop);
            return await Show(desk, was.Id, stop);
        }, stop));
        return edit;
    }

    private static Command Ask(Shell shell)
    {
        var (id, who) = (Id(), WhoCli.Argument(shell, "Board.HelpAskWho"));
        var terms = new SeatOptionsCli();
        var by = new Option<string?>("--by") { Description = "Board.HelpAnswerBy", HelpName = "DATE" };
        var ask = new Command("ask", "Board.HelpAsk") { id, who, by };
        terms.On(ask, isAsk: true);
        ask.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var seat = (await desk.Store.SeatEndingWith(typed.GetValue(id)!, stop)).Seat;
            var read = terms.Read(desk, new() { Function = seat.Function });
            var made = await desk.Store.AskForSeat(seat.Id, new((await desk.Store.FindPerson(WhoCli.Name(typed, who), stop)).Id) { Scope = read.Scope, TimesAYear = read.TimesAYear, Until = read.Until, Gives = read.Gives, AnswerBy = Days.OrNone(typed.GetValue(by), desk.Today) }, desk.Today, desk.Clock, stop);
            var line = await desk.Store.AskOf(made.Id, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(AskAnswer.Of(line, desk.Today));
            else desk.Paper.Line(Speech.Say("Board.AskIsWritten", line.Name, made.Ending()));
            return Shell.Fine;
        }, stop));
        return ask;
    }

    private static Command Free(Shell shell) => Let(shell, "free", "Board.HelpFree", "Board.SaidFree", (desk, id, stop) => desk.Store.FreeSeat(id, desk.Clock, stop));

    private static Command Remove(Shell shell) => Let(shell, "remove", "Board.HelpRemove", "Board.SaidRemoved", (desk, id, stop) => desk.Store.RemoveSeat(id, desk.Clock, stop));

    private static Command Let(Shell shell, string verb, string about, string said, Func<Desk, Guid, CancellationToken, Task<Guid>> act)
    {
        var id = Id();
        var let = new Command(verb, about) { id };
        let.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await desk.Store.SeatEndingWith(typed.GetValue(id)!, stop);
            return ChangesCli.Gone(desk, line.Seat.Id, await act(desk, line.Seat.Id, stop), said);
        }, stop));
        return let;
    }

    private static Command Brief(Shell shell)
    {
        var who = WhoCli.Argument(shell, "Board.HelpBriefWho");
        var brief = new Command("brief", "Board.HelpBrief") { who };
        brief.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var person = await desk.Store.FindPerson(WhoCli.Name(typed, who), stop);
            var read = await desk.Services.GetRequiredService<BriefQueries>().Brief(desk.Store, person.Id, desk.Today, stop);
            if (desk.Paper.AsJson)
            {
                desk.Paper.Write(BriefAnswer.Of(read));
                return Shell.Fine;
            }
            desk.Paper.Line(Speech.Say("Board.BriefTitle", read.Person.Name));
            foreach (var section in read.Sections)
            {
                desk.Paper.Line();
                desk.Paper.Line(section.Title.InWords());
                foreach (var line in section.Lines) desk.Paper.Indented(2, "– " + line.InWords());
            }
            if (read.Sections.Count == 0) desk.Paper.Aside(Speech.Say("Board.BriefEmpty"));
            return Shell.Fine;
        }, stop));
        return brief;
    }

    private static Argument<string> Id() => new("ID") { Description = "Board.HelpSeatId" };

    private static async Task<int> Show(Desk desk, Guid id, CancellationToken stop)
    {
        var line = await desk.Store.SeatOf(id, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(SeatAnswer.Of(line, desk.Today));
        else Print(desk.Paper, line, desk.Today);
        return Shell.Fine;
    }

    private static void Print(Paper paper, AdvisoryBoard board)
    {
        paper.Line(board.Summary.InWords());
        foreach (var finding in board.Findings) paper.Indented(2, "– " + finding.Sentence.InWords());
        foreach (var seat in board.Seats)
        {
            paper.Line();
            Print(paper, seat, board.On);
            if (seat.StateOn(board.On) is SeatState.Empty or SeatState.Declined)
                foreach (var thought in board.Thoughts[seat.Seat.Function]) paper.Indented(8, Speech.Say("Board.MightSit", thought.Name, thought.Reasons[0]));
        }
    }

    private static void Print(Paper paper, SeatLine line, DateOnly today)
    {
        paper.Line(Speech.Say("Board.SeatLine", line.Seat.Ending(), BoardWords.Seat(line.Seat), BoardWords.State(line, today)));
        foreach (var term in BoardWords.Terms(line, today)) paper.Indented(8, term.InWords());
    }
}
