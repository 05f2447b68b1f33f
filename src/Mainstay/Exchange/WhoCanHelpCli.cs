using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Words;
using Spectre.Console;

namespace Mainstay.Exchange;

/// <summary><c>mainstay who QUESTION</c>: who can help with it.</summary>
internal static class WhoCanHelpCli
{
    public static Command Command(Shell shell)
    {
        var question = Shell.Words("QUESTION", "Exchange.HelpWhoQuestion", ArgumentArity.ZeroOrMore);
        var need = new Option<string?>("--need") { Description = "Exchange.HelpWhoNeed", HelpName = "TOPIC" };
        var limit = new Option<int?>("--limit") { Description = "Exchange.HelpWhoLimit", HelpName = "N" };
        var who = new Command("who", "Exchange.HelpWho") { question, need, limit };
        who.Validators.Add(typed =>
        {
            if (typed.GetResult(question) is null or { Tokens.Count: 0 } && typed.GetResult(need) is null) typed.Mistake("Exchange.WhoSayMore");
            if (typed.GetResult(limit)?.Errors.Any() == false && typed.GetValue(limit) is < 1 or > WhoCanHelpQueries.Most) typed.Mistake("Exchange.WhoOddLimit", WhoCanHelpQueries.Most);
        });
        who.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var meant = typed.GetValue(need) is { } topic ? (await desk.Store.FindNeed(topic, stop)).Id : (Guid?)null;
            Print(desk.Paper, await desk.Store.WhoCanHelp(WhoCli.Name(typed, question), meant, typed.GetValue(limit) ?? WhoCanHelpQueries.Usual, desk.Today, stop));
            return Shell.Fine;
        }, stop));
        return who;
    }

    private static void Print(Paper paper, HelpAnswer answer)
    {
        foreach (var remark in answer.Remarks) paper.Aside(remark.InWords());
        if (paper.AsJson)
        {
            paper.Write(answer.People.Select(WhoAnswer.Of));
            return;
        }
        foreach (var who in answer.People)
        {
            paper.Console.Write(new Text(who.Name, new Style(decoration: Decoration.Bold)));
            paper.Line();
            foreach (var part in (IReadOnlyList<Reason>[])[who.WhyCan, who.WhyWill, who.WhySoon]) paper.Indented(2, string.Join(' ', part.Select(r => r.InWords())));
            foreach (var evidence in who.Evidence) paper.Indented(4, Speech.Say("Exchange.WhoQuoted", new Reason($"Search.{evidence.Field}"), evidence.Text));
            paper.Line();
        }
    }
}
