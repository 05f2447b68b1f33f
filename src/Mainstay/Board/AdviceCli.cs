using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Board;

/// <summary><c>mainstay board advice</c>: what I was advised, what I decided, and what came of it.</summary>
internal static class AdviceCli
{
    public static Command Command(Shell shell)
    {
        var from = new Option<string?>("--from") { Description = "Board.HelpFrom", HelpName = "NAME" };
        var advice = new Command("advice", "Board.HelpAdvice")
        {
            from, Add(shell), Edit(shell), Say(shell, "decide", "Board.HelpDecide", (desk, id, text, stop) => desk.Store.Decide(id, text, desk.Today, stop)),
            Say(shell, "result", "Board.HelpResult", (desk, id, text, stop) => desk.Store.SayResult(id, text, desk.Today, stop)), Told(shell), Remove(shell),
        };
        advice.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var person = typed.GetValue(from) is { } name ? (await desk.Store.FindPerson(name, stop)).Id : (Guid?)null;
            var all = await desk.Store.AllAdvice(stop, person);
            if (desk.Paper.AsJson) desk.Paper.Write(all.Select(AdviceAnswer.Of));
            else if (all.Count == 0) desk.Paper.Aside(Speech.Say("Board.NoAdviceCli"));
            else foreach (var line in all) Print(desk.Paper, line);
            return Shell.Fine;
        }, stop));
        return advice;
    }

    private static Command Add(Shell shell)
    {
        var who = WhoCli.Argument(shell, "Board.HelpAdviceWho");
        var said = new Option<string>("--said") { Description = "Board.HelpSaid", HelpName = "TEXT", Required = true };
        var question = Question();
        var on = new Option<string?>("--on") { Description = "Board.HelpOn", HelpName = "DATE" };
        var talk = new Option<string?>("--talk") { Description = "Board.HelpTalk", HelpName = "KIND" }.AcceptOnly<TouchKind>();
        var add = new Command("add", "Board.HelpAdviceAdd") { who, said, question, on, talk };
        add.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var row = await desk.Store.NoteAdvice(new()
            {
                PersonId = (await desk.Store.FindPerson(WhoCli.Name(typed, who), stop)).Id,
                Text = typed.GetValue(said)!,
                Question = typed.GetValue(question),
                On = Days.Of(typed.GetValue(on), desk.Today),
                Talk = typed.GetValue(talk) is { } kind ? Enum.Parse<TouchKind>(kind, true) : null,
            }, desk.Today, desk.Clock, stop);
            return await Show(desk, row.Id, stop);
        }, stop));
        return add;
    }

    private static Command Edit(Shell shell)
    {
        var id = Id();
        var said = new Option<string?>("--said") { Description = "Board.HelpSaid", HelpName = "TEXT" };
        var question = Question();
        var on = new Option<string?>("--on") { Description = "Board.HelpOn", HelpName = "DATE" };
        var edit = new Command("edit", "Board.HelpAdviceEdit") { id, said, question, on };
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var was = (await desk.Store.AdviceEndingWith(typed.GetValue(id)!, stop)).Advice;
            await desk.Store.ChangeAdvice(was.Id, typed.GetValue(said) ?? was.Text, typed.GetValue(question) ?? was.Question, Days.Of(typed.GetValue(on), desk.Today), desk.Today, stop);
            return await Show(desk, was.Id, stop);
        }, stop));
        return edit;
    }

    private static Command Say(Shell shell, string verb, string about, Func<Desk, Guid, string, CancellationToken, Task<Advice>> act)
    {
        var (id, text) = (Id(), Shell.Words("TEXT", about + "Text", ArgumentArity.OneOrMore));
        var say = new Command(verb, about) { id, text };
        say.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var was = (await desk.Store.AdviceEndingWith(typed.GetValue(id)!, stop)).Advice;
            await act(desk, was.Id, WhoCli.Name(typed, text), stop);
            return await Show(desk, was.Id, stop);
        }, stop));
        return say;
    }

    private static Command Told(Shell shell)
    {
        var id = Id();
        var told = new Command("told", "Board.HelpTold") { id };
        told.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var was = (await desk.Store.AdviceEndingWith(typed.GetValue(id)!, stop)).Advice;
            await desk.Store.TellBack(was.Id, desk.Today, desk.Clock, stop);
            return await Show(desk, was.Id, stop);
        }, stop));
        return told;
    }

    private static Command Remove(Shell shell)
    {
        var id = Id();
        var remove = new Command("remove", "Board.HelpAdviceRemove") { id };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await desk.Store.AdviceEndingWith(typed.GetValue(id)!, stop);
            return ChangesCli.Gone(desk, line.Advice.Id, await desk.Store.RemoveAdvice(line.Advice.Id, desk.Clock, stop), "Board.SaidAdviceRemoved");
        }, stop));
        return remove;
    }

    private static Argument<string> Id() => new("ID") { Description = "Board.HelpAdviceId" };

    private static Option<string?> Question() => new("--question") { Description = "Board.HelpQuestion", HelpName = "TEXT" };

    private static async Task<int> Show(Desk desk, Guid id, CancellationToken stop)
    {
        var line = await desk.Store.AdviceOf(id, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(AdviceAnswer.Of(line));
        else Print(desk.Paper, line);
        return Shell.Fine;
    }

    private static void Print(Paper paper, AdviceLine line)
    {
        paper.Line(Speech.Say("Board.AdviceLine", line.Advice.Ending(), line.Advice.On, line.Name, line.Advice.Text));
        if (line.Advice.Question is { } question) paper.Indented(8, Speech.Say("Board.YouAsked", question));
        paper.Indented(8, BoardWords.State(line.Advice).InWords());
    }
}
