using Mainstay.Mcp;

namespace Mainstay.Collaborations;

/// <summary>Collaborations, for assistants.</summary>
internal static class CollaborationsTools
{
    public static Tool All => new("collaborations", "Collaborations.ToolAll", Read)
    {
        Inputs = [new("stage", InputKind.Text, "Collaborations.ToolStage") { OneOf = ToolCall.Names<CollaborationStage>() }],
    };

    /// <summary>Those at a stage, else all that are not over.</summary>
    private static async Task<object> Read(ToolCall call)
    {
        var stage = call.OneOf<CollaborationStage>("stage");
        var lines = (await call.Store.AllCollaborations(call.Stop)).Where(l => stage is null ? !l.It.IsOver : l.It.Stage == stage);
        return new { Collaborations = lines.Select(l => CollaborationAnswer.Of(l, call.Today)) };
    }
}
