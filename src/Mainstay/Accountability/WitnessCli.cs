using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Entrance;
using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Web;
using Mainstay.Words;
using static Mainstay.Accountability.CommitmentsCli;

namespace Mainstay.Accountability;

/// <summary>The witness of a commitment, on the command line.</summary>
internal static class WitnessCli
{
    public static IEnumerable<Command> Commands(Shell shell) => [Witness(shell), Ask(shell), Answered(shell), Release(shell)];

    private static Command Witness(Shell shell)
    {
        var (id, who) = (Id(), WhoCli.Argument(shell, "Accountability.HelpWitness"));
        return Turn(shell, new("witness", "Accountability.HelpChoose") { id, who }, id, async (desk, was, stop) =>
            await desk.Store.ChooseWitness(was.It.Id, (await desk.Store.FindPerson(WhoCli.Name(desk.Parsed, who), stop)).Id, desk.Clock, stop));
    }

    /// <summary>The message with a new link in it, to be sent by hand, or from here.</summary>
    private static Command Ask(Shell shell)
    {
        var id = Id();
        var send = new Option<bool>("--send") { Description = "Accountability.HelpSend" };
        var ask = new Command("ask", "Accountability.HelpAsk") { id, send };
        ask.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await desk.Store.CommitmentEndingWith(typed.GetValue(id)!, stop);
            var text = await WitnessPanel.Draft(desk.Store, line, desk.Today, stop);
            if (typed.GetValue(send))
            {
                await desk.Store.SendToWitness(line.It.Id, text, new(desk.Settings, desk.Today, desk.Clock), stop);
                return await Show(desk, line.It.Id, stop);
            }
            var at = Reached.FromHere(desk.Settings);
            var link = ByLink.Of(at, await desk.Store.MakeWitnessLink(line.It.Id, desk.Today, desk.Clock, stop));
            if (desk.Paper.AsJson) desk.Paper.Write(new { Commitment = CommitmentAnswer.Of(await desk.Store.CommitmentOf(line.It.Id, stop), desk.Today), Link = link, Text = AskWords.WithLink(text, link) });
            else desk.Around.Out.WriteLine(AskWords.WithLink(text, link)); // as it is: a link broken at the width of the terminal would be none
            if (Reached.IsHereOnly(at)) desk.Paper.Aside(Speech.Say("Exchange.OpensHereOnly", at));
            return Shell.Fine;
        }, stop));
        return ask;
    }

    private static Command Answered(Shell shell)
    {
        var (id, answer) = (Id(), new Argument<string>("ANSWER") { Description = "Accountability.HelpWitnessAnswer" }.AcceptOnlyFromAmong("yes", "no"));
        return Turn(shell, new("answered", "Accountability.HelpAnswered") { id, answer }, id, (desk, was, stop) => desk.Store.SayWitnessAnswer(was.It.Id, desk.Parsed.GetValue(answer) == "yes", desk.Today, desk.Clock, stop));
    }

    private static Command Release(Shell shell)
    {
        var id = Id();
        return Turn(shell, new("release", "Accountability.HelpRelease") { id }, id, (desk, was, stop) => desk.Store.ReleaseWitness(was.It.Id, desk.Today, desk.Clock, stop));
    }
}
