using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Words;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Mainstay.Mcp;

/// <summary>Answers an assistant by the Model Context Protocol: one at a time or several at once, each call at a store of its own.</summary>
/// <param name="tools">What it may do.</param>
/// <param name="services">The house.</param>
/// <param name="space">Whose network, when there are several.</param>
/// <param name="clock">What time it is.</param>
/// <param name="aside">Where failures of ours are noted.</param>
internal sealed class Assistant(IReadOnlyList<Tool> tools, IServiceProvider services, string? space, TimeProvider clock, TextWriter aside)
{
    /// <summary>Until the other side has nothing more to say, or it is asked to stop; what it is answering then it answers first.</summary>
    public async Task Serve(Stream input, Stream output, CancellationToken stop)
    {
        using var answering = new Answering(stop);
        var listed = tools.Select(Described).ToList(); // now, in the language of the owner
        var options = new McpServerOptions
        {
            ServerInfo = new() { Name = "mainstay", Version = typeof(Assistant).Assembly.GetName().Version?.ToString(3) ?? "0" },
            ServerInstructions = Speech.Say("Mcp.Instructions"),
            Capabilities = new() { Tools = new() },
            Handlers = new()
            {
                ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = listed }),
                CallToolHandler = async (request, end) => await answering.Take(() => Answer(request.Params, end)),
            },
        };
        await using var transport = new StreamServerTransport(input, output, "mainstay");
        await using var server = McpServer.Create(transport, options);
        await server.RunAsync(answering.Over);
    }

    private async Task<CallToolResult> Answer(CallToolRequestParams call, CancellationToken stop)
    {
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        try
        {
            var owner = await scope.ServiceProvider.GetRequiredService<Store>().EnterAsLocalOwner(clock, stop, space);
            Languages.Speak(owner.Culture);
            var tool = tools.FirstOrDefault(t => t.Name == call.Name) ?? throw new NotFound("Mcp.NoSuchTool", call.Name);
            var asked = new ToolCall(scope.ServiceProvider, owner, clock, call.Arguments?.ToDictionary() ?? [], stop);
            asked.ThrowUnlessKnown(tool);
            return Said(JsonSerializer.Serialize(await tool.Act(asked), Json.OneLine));
        }
        catch (Mistaken mistake)
        {
            return No(string.Join(' ', mistake.Problems.Select(p => p.Sentence.InWords())));
        }
        catch (Refusal refusal)
        {
            return No(refusal.Reason.InWords());
        }
        catch (Exception world) when (world.IsFromTheWorld())
        {
            return No(world.AsSentence().InWords());
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Note(call.Name, failure);
            return No(Speech.Say("Mcp.OurFault"));
        }
    }

    private static ModelContextProtocol.Protocol.Tool Described(Tool tool) => new()
    {
        Name = tool.Name,
        Description = Speech.Say(tool.About),
        InputSchema = JsonSerializer.SerializeToElement(tool.Schema()),
        Annotations = new() { ReadOnlyHint = !tool.Writes, DestructiveHint = false, OpenWorldHint = false },
    };

    private static CallToolResult Said(string text) => new() { Content = [new TextContentBlock { Text = text }] };

    private static CallToolResult No(string sentence) => new() { Content = [new TextContentBlock { Text = sentence }], IsError = true };

    /// <summary>Kinds and places of the failure; messages of others may quote what somebody wrote.</summary>
    private void Note(string tool, Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException) aside.WriteLine($"{tool}: {cause.GetType().FullName}\n{cause.StackTrace}");
    }
}
