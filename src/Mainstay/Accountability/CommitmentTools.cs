using Mainstay.Mcp;
using Mainstay.People;

namespace Mainstay.Accountability;

/// <summary>Commitments, for assistants.</summary>
internal static class CommitmentTools
{
    public static Tool Commitments => new("commitments", "Accountability.ToolCommitments", Read)
    {
        Inputs = [new("witness", InputKind.Text, "Accountability.ToolWitness"), new("all", InputKind.YesNo, "Accountability.ToolAll")],
    };

    public static Tool CheckIn => new("note_check_in", "Accountability.ToolCheckIn", Write)
    {
        Writes = true,
        Inputs =
        [
            new("answer", InputKind.Text, "Accountability.ToolAnswer") { IsRequired = true, OneOf = ToolCall.Names<Went>() },
            new("commitment", InputKind.Text, "Accountability.ToolWhich"),
            new("sentence", InputKind.Text, "Accountability.ToolSentence"),
            new("nextStep", InputKind.Text, "Accountability.ToolNextStep"),
            new("for", InputKind.Day, "Accountability.ToolFor"),
        ],
    };

    private static async Task<object> Read(ToolCall call)
    {
        var witness = call.Text("witness") is { } name ? (await call.Store.FindPerson(name, call.Stop)).Id : (Guid?)null;
        var all = call.YesOrNo("all");
        return new { Commitments = (await call.Store.AllCommitments(call.Today, call.Stop, witness)).Where(l => all || l.Course.IsOpen).Select(l => CommitmentAnswer.Of(l, call.Today)) };
    }

    private static async Task<object> Write(ToolCall call)
    {
        var line = call.Text("commitment") is { } end ? await call.Store.CommitmentEndingWith(end, call.Stop) : await call.Store.CommitmentToCheckIn(call.Today, call.Stop);
        var change = await call.Store.NoteCheckIn(line.It.Id, new(call.OneOf<Went>("answer")!.Value, call.Text("sentence"), call.Text("nextStep"), call.Day("for")), call.Today, call.Clock, call.Stop);
        return new { Commitment = CommitmentAnswer.Of(await call.Store.CommitmentOf(line.It.Id, call.Stop), call.Today), Change = change };
    }
}
