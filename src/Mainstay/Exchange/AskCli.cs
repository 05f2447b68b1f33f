using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Entrance;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary><c>mainstay ask NAME --what TEXT</c>, and what became of asks.</summary>
internal static class AskCli
{
    public static Command Command(Shell shell)
    {
        var who = WhoCli.Completed(shell, Shell.Words("NAME-OR-ID", "Exchange.HelpAskWho", ArgumentArity.ZeroOrMore));
        var options = new AskOptionsCli(shell);
        var ask = new Command("ask", "Exchange.HelpAsk")
        {
            who, Link(shell), Sent(shell), Answered(shell), More(shell), Outcomes(shell),
            Turn(shell, "thanked", "Exchange.HelpAskThanked", (desk, id, stop) => desk.Store.ThankForAsk(id, desk.Today, desk.Clock, stop)),
            Turn(shell, "withdraw", "Exchange.HelpAskWithdraw", (desk, id, stop) => desk.Store.WithdrawAsk(id, desk.Today, desk.Clock, stop)),
            Next(shell),
            Turn(shell, "close", "Exchange.HelpAskClose", (desk, id, stop) => desk.Store.CloseAsk(id, desk.Today, stop)),
            Remove(shell),
        };
        options.On(ask);
        ask.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            if (WhoCli.Name(typed, who) is not { Length: > 0 } name) return await ListAll(desk, stop);
            var person = await desk.Store.FindPerson(name, stop);
            var row = await desk.Store.AddAsk(await options.Read(desk, person.Id, stop), desk.Today, desk.Clock, stop);
            return await Ready(desk, row.Id, stop);
        }, stop));
        return ask;
    }

    private static async Task<int> ListAll(Desk desk, CancellationToken stop)
    {
        var lines = await desk.Store.AllAsks(desk.Today, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(lines.Select(l => AskAnswer.Of(l, desk.Today)));
        else if (lines.Count == 0) desk.Paper.Aside(Speech.Say("Exchange.NoAsks"));
        else foreach (var line in lines) Print(desk, line);
        return Shell.Fine;
    }

    /// <summary>The message with a new link in it, to be sent by hand.</summary>
    internal static async Task<int> Ready(Desk desk, Guid id, CancellationToken stop)
    {
        var line = await desk.Store.AskOf(id, stop);
        var at = Reached.FromHere(desk.Settings);
        var link = ByLink.Of(at, await desk.Store.MakeAskLink(id, desk.Today, desk.Clock, stop));
        var text = AskWords.WithLink(line.Ask.Message ?? await AskPage.Draft(desk.Store, line, stop), link);
        if (desk.Paper.AsJson) desk.Paper.Write(new { Ask = AskAnswer.Of(line, desk.Today), Link = link, Text = text });
        else
        {
            desk.Around.Out.WriteLine(text); // as it is: a link broken at the width of the terminal would be none
            desk.Paper.Aside(Speech.Say("Exchange.SendThis", line.Ask.Ending()));
        }
        if (Reached.IsHereOnly(at)) desk.Paper.Aside(Speech.Say("Exchange.OpensHereOnly", at));
        return Shell.Fine;
    }

    private static Command Link(Shell shell)
    {
        var id = Id();
        var link = new Command("link", "Exchange.HelpAskLink") { id };
        link.SetAction((typed, stop) => shell.At(typed, async desk => await Ready(desk, (await desk.Store.AskEndingWith(typed.GetValue(id)!, stop)).Ask.Id, stop), stop));
        return link;
    }

    private static Command Next(Shell shell)
    {
        var id = Id();
        var next = new Command("next", "Exchange.HelpAskNext") { id };
        next.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var people = await desk.Store.NextAfter(await desk.Store.AskEndingWith(typed.GetValue(id)!, stop), desk.Today, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(people.Select(NextPersonAnswer.Of));
            else if (people.Count == 0) desk.Paper.Aside(Speech.Say("Exchange.NobodyNext"));
            else foreach (var person in people) desk.Paper.Line(Speech.Say("Exchange.NextLine", person.Person.Name, person.Reasons[0]));
            return Shell.Fine;
        }, stop));
        return next;
    }

    private static Command Sent(Shell shell) => Turn(shell, "sent", "Exchange.HelpAskSent", (desk, id, stop) => desk.Store.SendAsk(id, desk.Today, desk.Clock, stop));

    private static Command Answered(Shell shell)
    {
        var (id, answer) = (Id(), new Argument<string>("ANSWER") { Description = "Exchange.HelpAskAnswer" }.AcceptOnlyFromAmong("yes", "more", "notnow", "no"));
        var note = new Option<string?>("--note") { Description = "Exchange.HelpAskNote", HelpName = "TEXT" };
        var until = new Option<string?>("--until") { Description = "Exchange.HelpAskNotNow", HelpName = "DATE" };
        var answered = new Command("answered", "Exchange.HelpAskAnswered") { id, answer, note, until };
        answered.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await desk.Store.AskEndingWith(typed.GetValue(id)!, stop);
            await desk.Store.SayAnswer(line.Ask.Id, new(Enum.Parse<AskReplyKind>(typed.GetValue(answer)!, true), typed.GetValue(note), Days.OrNone(typed.GetValue(until), desk.Today)), desk.Today, desk.Clock, stop);
            return await Show(desk, line.Ask.Id, stop);
        }, stop));
        return answered;
    }

    private static Command More(Shell shell)
    {
        var (id, text) = (Id(), Shell.Words("TEXT", "Exchange.HelpAskMoreText", ArgumentArity.OneOrMore));
        var more = new Command("more", "Exchange.HelpAskMore") { id, text };
        more.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await desk.Store.AskEndingWith(typed.GetValue(id)!, stop);
            await desk.Store.TellMore(line.Ask.Id, WhoCli.Name(typed, text), desk.Today, stop);
            return await Show(desk, line.Ask.Id, stop);
        }, stop));
        return more;
    }

    private static Command Outcomes(Shell shell)
    {
        var (id, what) = (Id(), new Argument<string>("OUTCOME") { Description = "Exchange.HelpAskOutcomeWhich" }.AcceptOnlyFromAmong("helped", "partly", "not"));
        var outcome = new Command("outcome", "Exchange.HelpAskOutcome") { id, what };
        outcome.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await desk.Store.AskEndingWith(typed.GetValue(id)!, stop);
            await desk.Store.SayOutcome(line.Ask.Id, Enum.Parse<Outcome>(typed.GetValue(what)!, true), desk.Today, desk.Clock, stop);
            return await Show(desk, line.Ask.Id, stop);
        }, stop));
        return outcome;
    }

    private static Command Remove(Shell shell)
    {
        var id = Id();
        var remove = new Command("remove", "Exchange.HelpAskRemove") { id };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await desk.Store.AskEndingWith(typed.GetValue(id)!, stop);
            return ChangesCli.Gone(desk, line.Ask.Id, await desk.Store.RemoveAsk(line.Ask.Id, desk.Clock, stop), "Exchange.SaidRemoved");
        }, stop));
        return remove;
    }

    private static Command Turn(Shell shell, string verb, string about, Func<Desk, Guid, CancellationToken, Task> act)
    {
        var id = Id();
        var turn = new Command(verb, about) { id };
        turn.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await desk.Store.AskEndingWith(typed.GetValue(id)!, stop);
            await act(desk, line.Ask.Id, stop);
            return await Show(desk, line.Ask.Id, stop);
        }, stop));
        return turn;
    }

    private static Argument<string> Id() => new("ID") { Description = "Exchange.HelpAskId" };

    private static async Task<int> Show(Desk desk, Guid id, CancellationToken stop)
    {
        var line = await desk.Store.AskOf(id, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(AskAnswer.Of(line, desk.Today));
        else Print(desk, line);
        return Shell.Fine;
    }

    private static void Print(Desk desk, AskLine line)
    {
        desk.Paper.Line(Speech.Say("Exchange.AskLine", line.Ask.Ending(), line.Name, AskWords.What(line.Ask)));
        desk.Paper.Indented(8, AskWords.State(line.Ask, line.Name, desk.Today).InWords());
    }
}
