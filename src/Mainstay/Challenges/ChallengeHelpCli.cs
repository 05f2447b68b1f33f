using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Challenges;

/// <summary><c>mainstay challenge who|ask|thanks</c>: whom to turn to, asking them in one's own words, and thanking them afterwards.</summary>
internal static class ChallengeHelpCli
{
    public static IEnumerable<Command> Commands(Shell shell) => [Who(shell), Ask(shell), Thanks(shell)];

    private static Command Who(Shell shell) => ChallengeCli.Verb(shell, "who", "Challenges.HelpWho", [], async (desk, row, stop) =>
    {
        var found = await desk.Services.GetRequiredService<ProposalQueries>().For(desk.Store, row, desk.Today, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(ProposalsAnswer.Of(found));
        else Print(desk, row, found);
        return ChallengeCli.Care(desk);
    });

    private static void Print(Desk desk, Challenge it, Proposals found)
    {
        desk.Paper.Line(Speech.Say("Challenges.WhoLede", found.About));
        if (it.Topic is null) desk.Paper.Line(Speech.Say("Challenges.TopicSaysMore"));
        foreach (var group in found.Groups)
        {
            desk.Paper.Line(Speech.Say($"Challenges.As{group.As}"));
            if (group.People.Count == 0) desk.Paper.Indented(8, Speech.Say($"Challenges.Nobody{group.As}"));
            foreach (var who in group.People) desk.Paper.Indented(8, Speech.Say("Challenges.PrintWho", who.Name, string.Join(" ", who.All.Select(r => r.InWords()))));
        }
        if (found.Spared > 0) desk.Paper.Line(Speech.Say("Challenges.Spared", found.Spared));
        if (found.Waits.Count == 0) return;
        desk.Paper.Line(Speech.Say("Challenges.WaitsHead"));
        foreach (var waits in found.Waits) desk.Paper.Indented(8, $"{waits.What.InWords()} · {(waits.On is { } day ? Speech.Say("Challenges.DueOn", day) + " " : "")}{waits.How.InWords()}");
    }

    private static Command Ask(Shell shell)
    {
        var who = new Option<string>("--to") { Description = "Exchange.HelpAskWho", HelpName = "NAME", Required = true };
        var @as = new Option<string?>("--as") { Description = "Challenges.HelpAs", HelpName = "WAY" }.AcceptOnly<HelpAs>();
        var what = new Option<string>("--what") { Description = "Challenges.HelpAskWhat", HelpName = "TEXT", Required = true };
        var howLong = new Option<string?>("--how-long") { Description = "Exchange.HelpAskHowLong", HelpName = "TEXT" };
        var by = new Option<string?>("--by") { Description = "Exchange.HelpAskBy", HelpName = "DATE" };
        var weight = new Option<string?>("--weight") { Description = "Exchange.HelpWeight", HelpName = "WEIGHT" }.AcceptOnly<Weight>();
        var off = new Option<string?>("--not-about") { Description = "Challenges.HelpNotAbout", HelpName = "TEXT" };
        return ChallengeCli.Verb(shell, "ask", "Challenges.HelpAsk", [who, @as, what, off, howLong, by, weight], async (desk, row, stop) =>
        {
            var typed = desk.Parsed;
            var person = await desk.Store.FindPerson(typed.GetValue(who)!, stop);
            var way = typed.GetValue(@as) is { } said ? Enum.Parse<HelpAs>(said, true) : HelpAs.Listen;
            var ask = await desk.Store.AskForHelp(row.Id, way, new() { PersonId = person.Id, What = ChallengeAskActions.Worded(typed.GetValue(what)!, typed.GetValue(off)), HowLong = typed.GetValue(howLong), AnswerBy = Days.OrNone(typed.GetValue(by), desk.Today), Weight = typed.GetValue(weight) is { } heavy ? Enum.Parse<Weight>(heavy, true) : Weight.Normal }, desk.Today, desk.Clock, stop);
            await AskCli.Ready(desk, ask.Id, stop);
            return ChallengeCli.Care(desk);
        });
    }

    private static Command Thanks(Shell shell)
    {
        var who = WhoCli.Completed(shell, Shell.Words("NAME-OR-ID", "Challenges.HelpThanksWho", ArgumentArity.ZeroOrMore));
        var leave = new Option<bool>("--leave") { Description = "Challenges.HelpThanksLeave" };
        var thanks = new Command("thanks", "Challenges.HelpThanks") { who, leave };
        thanks.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            if (WhoCli.Name(typed, who) is { Length: > 0 } name)
            {
                var person = await desk.Store.FindPerson(name, stop);
                if (typed.GetValue(leave)) await desk.Store.LeaveThanks(person.Id, stop);
                else await desk.Store.ThankHelper(person.Id, desk.Today, desk.Clock, stop);
                desk.Paper.Aside(Speech.Say(typed.GetValue(leave) ? "Challenges.SaidLeft" : "Exchange.SaidThanked"));
            }
            var still = await desk.Store.HelpersToThank(stop);
            if (desk.Paper.AsJson) desk.Paper.Write(still);
            else if (still.Count == 0) desk.Paper.Line(Speech.Say("Challenges.AllThanked"));
            else foreach (var person in still) desk.Paper.Line(person.Name);
            return ChallengeCli.Care(desk);
        }, stop));
        return thanks;
    }
}
