using Mainstay.Mcp;
using Mainstay.People;

namespace Mainstay.Learnings;

/// <summary>Learnings, for assistants.</summary>
internal static class LearningTools
{
    private const int Most = 30;

    public static Tool Learnings => new("learnings", "Learnings.ToolLearnings", Read)
    {
        Inputs = [new("person", InputKind.Text, "Learnings.ToolFrom"), new("about", InputKind.Text, "Learnings.ToolAbout")],
    };

    public static Tool Note => new("note_learning", "Learnings.ToolNote", Write)
    {
        Writes = true,
        Inputs = [new("text", InputKind.Text, "Learnings.ToolText") { IsRequired = true }, new("person", InputKind.Text, "People.ToolWho"), new("topic", InputKind.Text, "Learnings.ToolTopic"), new("on", InputKind.Day, "Learnings.ToolOn")],
    };

    private static async Task<object> Read(ToolCall call)
    {
        var person = call.Text("person") is { } name ? (await call.Store.FindPerson(name, call.Stop)).Id : (Guid?)null;
        var lines = call.Text("about") is { } topic ? await call.Store.LearningsAbout(topic, int.MaxValue, call.Stop) : await call.Store.AllLearnings(call.Stop, person);
        return new { Learnings = lines.Where(l => person is null || l.It.PersonId == person).Take(Most).Select(l => LearningAnswer.Of(l, call.Today)) };
    }

    private static async Task<object> Write(ToolCall call)
    {
        var row = await call.Store.NoteLearning(new()
        {
            Text = call.Needed("text"),
            Topic = call.Text("topic"),
            On = call.Day("on"),
            Where = new(call.Text("person") is { } name ? (await call.Store.FindPerson(name, call.Stop)).Id : null),
        }, call.Today, call.Clock, call.Stop);
        return LearningAnswer.Of(await call.Store.LearningOf(row.Id, call.Stop), call.Today);
    }
}
