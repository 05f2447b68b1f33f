using Mainstay.Mcp;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary>What was promised, for assistants.</summary>
internal static class TaskTools
{
    public static Tool Tasks => new("tasks", "Rhythm.ToolTasks", List)
    {
        Inputs = [new("person", InputKind.Text, "Rhythm.ToolTasksOf")],
    };

    private static async Task<object> List(ToolCall call)
    {
        var all = await call.Store.OpenTasks(call.Stop);
        var person = call.Text("person") is { } name ? (await call.Store.FindPerson(name, call.Stop)).Id : (Guid?)null;
        return new { Tasks = all.Where(t => person is null || t.Task.PersonId == person).Select(t => new { Task = TaskAnswer.Of(t), Said = (t.Task.DueOn is { } due ? new Reason("Rhythm.TaskDue", TaskCard.Sentence(t), due) : TaskCard.Sentence(t)).InWords() }) };
    }
}
