using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary><c>mainstay tasks</c></summary>
public static class TasksCli
{
    public static Command Command(Shell shell)
    {
        var tasks = new Command("tasks", "Rhythm.HelpTasks") { Add(shell), Done(shell), Undo(shell), Due(shell), Remove(shell) };
        tasks.SetAction((parsed, stop) => shell.At(parsed, async desk =>
        {
            var lines = await desk.Store.OpenTasks(stop);
            if (desk.Paper.AsJson) desk.Paper.Write(lines.Select(TaskAnswer.Of));
            else if (lines.Count == 0) desk.Paper.Line(Speech.Say("Rhythm.NoTasks"));
            else foreach (var line in lines) desk.Paper.Line($"{line.Task.Ending()}  {InWords(line)}");
            return Shell.Fine;
        }, stop));
        return tasks;
    }

    private static Command Add(Shell shell)
    {
        var text = new Argument<string>("TEXT") { Description = "Rhythm.HelpTaskText" };
        var whom = new Option<string?>("--for") { Description = "Rhythm.HelpTaskFor", HelpName = "NAME" };
        var due = new Option<string?>("--due") { Description = "Rhythm.HelpTaskDue", HelpName = "DATE" };
        var toMe = new Option<bool>("--to-me") { Description = "Rhythm.HelpTaskToMe" };
        var add = new Command("add", "Rhythm.HelpTaskAdd") { text, whom, due, toMe };
        add.SetAction((parsed, stop) => shell.At(parsed, async desk =>
        {
            var person = parsed.GetValue(whom) is { } name ? await desk.Store.FindPerson(name, stop) : null;
            var task = await desk.Store.Promise(new()
            {
                Text = parsed.GetValue(text)!,
                PersonId = person?.Id,
                DueOn = Days.OrNone(parsed.GetValue(due), desk.Today),
                PromisedToMe = parsed.GetValue(toMe),
            }, desk.Clock, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(TaskAnswer.Of(new(task, person?.Name)));
            else desk.Paper.Line(Speech.Say("Rhythm.TaskAdded", task.Ending()));
            return Shell.Fine;
        }, stop));
        return add;
    }

    private static Command Done(Shell shell) => Change(shell, "done", "Rhythm.HelpTaskDone", "Rhythm.TaskDone", (desk, id, stop) => desk.Store.Finish(id, desk.Today, stop));

    private static Command Undo(Shell shell) => Change(shell, "undo", "Rhythm.HelpTaskUndo", "Rhythm.TaskOpen", (desk, id, stop) => desk.Store.Reopen(id, stop));

    private static Command Due(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "Rhythm.HelpTaskId" };
        var day = new Argument<string>("DATE") { Description = "Rhythm.HelpTaskDueOn" };
        var due = new Command("due", "Rhythm.HelpTaskDueHead") { id, day };
        due.SetAction((parsed, stop) => shell.At(parsed, async desk =>
        {
            var task = await desk.Store.Postpone(await desk.Store.TaskEndingWith(parsed.GetValue(id)!, stop), Days.OrNone(parsed.GetValue(day), desk.Today), stop);
            var line = await desk.Store.TaskLineOf(task.Id, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(TaskAnswer.Of(line));
            else desk.Paper.Line(InWords(line));
            return Shell.Fine;
        }, stop));
        return due;
    }

    private static Command Remove(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "Rhythm.HelpTaskId" };
        var remove = new Command("remove", "Rhythm.HelpTaskRemove") { id };
        remove.SetAction((parsed, stop) => shell.At(parsed, async desk =>
        {
            var task = await desk.Store.TaskEndingWith(parsed.GetValue(id)!, stop);
            return ChangesCli.Gone(desk, task, await desk.Store.RemoveTask(task, desk.Clock, stop), "Rhythm.SaidTaskRemoved");
        }, stop));
        return remove;
    }

    private static Command Change(Shell shell, string verb, string about, string said, Func<Desk, Guid, CancellationToken, Task<PromisedTask>> change)
    {
        var id = new Argument<string>("ID") { Description = "Rhythm.HelpTaskId" };
        var command = new Command(verb, about) { id };
        command.SetAction((parsed, stop) => shell.At(parsed, async desk =>
        {
            var task = await change(desk, await desk.Store.TaskEndingWith(parsed.GetValue(id)!, stop), stop);
            if (desk.Paper.AsJson) desk.Paper.Write(TaskAnswer.Of(await desk.Store.TaskLineOf(task.Id, stop)));
            else desk.Paper.Line(Speech.Say(said, task.Text));
            return Shell.Fine;
        }, stop));
        return command;
    }

    private static string InWords(TaskLine line)
    {
        var sentence = TaskCard.Sentence(line);
        return (line.Task.DueOn is { } due ? new Reason("Rhythm.TaskDue", sentence, due) : sentence).InWords();
    }
}
