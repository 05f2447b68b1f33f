using System.Text.Json;
using Mainstay.Words;
using Spectre.Console;

namespace Mainstay.Cli;

/// <summary>Where a command writes its answer: for a person, in the terminal's width and colours, or as JSON for a program.</summary>
public sealed class Paper(Surroundings around, bool asJson)
{
    private readonly Lazy<IAnsiConsole> console = new(() => Make(around));

    public bool AsJson => asJson;

    public IAnsiConsole Console => console.Value;

    /// <summary>One line of plain text; markup in it is text.</summary>
    public void Line(string text = "") => Console.WriteLine(text);

    /// <summary>Plain text moved in, on as many lines as the width asks for.</summary>
    public void Indented(int by, string text) => Console.Write(new Padder(new Text(text), new Padding(by, 0, 0, 0)));

    /// <summary>The answer as JSON: the only thing on standard output.</summary>
    public void Write<T>(T answer) => around.Out.WriteLine(JsonSerializer.Serialize(answer, Json.Options));

    /// <summary>Something beside the answer, on standard error.</summary>
    public void Aside(string text) => around.Error.WriteLine(text);

    private static IAnsiConsole Make(Surroundings around)
    {
        var plain = !around.IsTerminal || around.WantsNoColour;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(around.Out),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = around.CanAsk ? InteractionSupport.Yes : InteractionSupport.No,
        });
        if (!around.IsTerminal) console.Profile.Width = around.Width;
        return console;
    }
}
