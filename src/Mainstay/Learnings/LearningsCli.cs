using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Learnings;

/// <summary><c>mainstay learned</c>: notes what I learned. <c>mainstay learnings</c>: what I learned, and from whom.</summary>
internal static class LearningsCli
{
    private const int MostAbout = 100;

    public static IEnumerable<Command> Commands(Shell shell) => [Learned(shell), Learnings(shell)];

    private static Command Learned(Shell shell)
    {
        var text = Shell.Words("TEXT", "Learnings.HelpText", ArgumentArity.OneOrMore);
        var options = new LearningOptionsCli();
        var learned = new Command("learned", "Learnings.HelpLearned") { text };
        options.AddTo(learned);
        learned.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var row = await desk.Store.NoteLearning(new()
            {
                Text = WhoCli.Name(typed, text),
                Topic = typed.GetValue(options.Topic),
                On = Days.Of(typed.GetValue(options.On), desk.Today),
                Where = await options.Where(desk, typed, new(), stop),
            }, desk.Today, desk.Clock, stop);
            return await Show(desk, row.Id, stop);
        }, stop));
        return learned;
    }

    private static Command Learnings(Shell shell)
    {
        var from = new Option<string?>("--from") { Description = "Learnings.HelpFrom", HelpName = "NAME" };
        var about = new Option<string?>("--about") { Description = "Learnings.HelpAbout", HelpName = "TOPIC" };
        var learnings = new Command("learnings", "Learnings.HelpLearnings")
        {
            from, about, Edit(shell),
            Turn(shell, "confirm", "Learnings.HelpConfirm", (desk, id, stop) => desk.Store.ConfirmLearning(id, desk.Today, desk.Clock, stop)),
            Turn(shell, "rest", "Learnings.HelpRest", (desk, id, stop) => desk.Store.RestLearning(id, desk.Clock, stop)),
            Turn(shell, "wake", "Learnings.HelpWake", (desk, id, stop) => desk.Store.WakeLearning(id, desk.Today, desk.Clock, stop)),
            Used(shell), Remove(shell),
        };
        learnings.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var person = typed.GetValue(from) is { } name ? (await desk.Store.FindPerson(name, stop)).Id : (Guid?)null;
            var lines = typed.GetValue(about) is { } topic ? [.. (await desk.Store.LearningsAbout(topic, MostAbout, stop)).Where(l => person is null || l.It.PersonId == person)] : await desk.Store.AllLearnings(stop, person);
            if (desk.Paper.AsJson) desk.Paper.Write(lines.Select(l => LearningAnswer.Of(l, desk.Today)));
            else if (lines.Count == 0) desk.Paper.Aside(Speech.Say(person is null && typed.GetValue(about) is null ? "Learnings.NoneYet" : "Learnings.NoneSuch"));
            else foreach (var line in lines) Print(desk, line);
            return Shell.Fine;
        }, stop));
        return learnings;
    }

    private static Command Edit(Shell shell)
    {
        var id = Id();
        var text = new Option<string?>("--text") { Description = "Learnings.HelpText", HelpName = "TEXT" };
        var options = new LearningOptionsCli();
        var edit = new Command("edit", "Learnings.HelpEdit") { id, text };
        options.AddTo(edit);
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var was = (await desk.Store.LearningEndingWith(typed.GetValue(id)!, stop)).It;
            var change = await desk.Store.ChangeLearning(was.Id, new()
            {
                Text = typed.GetValue(text) ?? was.Text,
                Topic = typed.GetValue(options.Topic) ?? was.Topic,
                On = Days.Of(typed.GetValue(options.On), desk.Today),
                Where = await options.Where(desk, typed, LearnedWhere.Of(was), stop),
            }, desk.Today, desk.Clock, stop);
            return await Show(desk, was.Id, stop, change);
        }, stop));
        return edit;
    }

    private static Command Turn(Shell shell, string verb, string about, Func<Desk, Guid, CancellationToken, Task<Guid>> act)
    {
        var id = Id();
        var turn = new Command(verb, about) { id };
        turn.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var was = (await desk.Store.LearningEndingWith(typed.GetValue(id)!, stop)).It.Id;
            return await Show(desk, was, stop, await act(desk, was, stop));
        }, stop));
        return turn;
    }

    private static Command Used(Shell shell)
    {
        var (id, what) = (Id(), Shell.Words("TEXT", "Learnings.HelpUsedText", ArgumentArity.ZeroOrMore));
        var used = new Command("used", "Learnings.HelpUsed") { id, what };
        used.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var was = (await desk.Store.LearningEndingWith(typed.GetValue(id)!, stop)).It.Id;
            return await Show(desk, was, stop, await desk.Store.SayUsed(was, WhoCli.Name(typed, what), desk.Today, desk.Clock, stop));
        }, stop));
        return used;
    }

    private static Command Remove(Shell shell)
    {
        var id = Id();
        var remove = new Command("remove", "Learnings.HelpRemove") { id };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var was = (await desk.Store.LearningEndingWith(typed.GetValue(id)!, stop)).It.Id;
            return ChangesCli.Gone(desk, was, await desk.Store.RemoveLearning(was, desk.Clock, stop), "Learnings.SaidRemoved");
        }, stop));
        return remove;
    }

    private static Argument<string> Id() => new("ID") { Description = "Learnings.HelpId" };

    private static async Task<int> Show(Desk desk, Guid id, CancellationToken stop, Guid? change = null)
    {
        var line = await desk.Store.LearningOf(id, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(LearningAnswer.Of(line, desk.Today));
        else Print(desk, line);
        if (change is { } made) ChangesCli.HowToTakeBack(desk, made);
        return Shell.Fine;
    }

    private static void Print(Desk desk, LearningLine line)
    {
        desk.Paper.Line($"{line.It.Ending()}  {line.It.On:d}  {(line.It.Topic is { } topic ? topic + ": " : "")}{line.It.Text}");
        desk.Paper.Indented(8, string.Join(" · ", LearningWords.Origin(line).Append(LearningWords.State(line.It, desk.Today)).Select(o => o.InWords())));
        if (LearningWords.Used(line.It) is { } used) desk.Paper.Indented(8, used.InWords());
    }
}
