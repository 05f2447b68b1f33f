using System.CommandLine;
using System.CommandLine.Help;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Mainstay.Cli;

namespace Mainstay.Tests.Cli;

/// <summary>docs/cli.md leaves out no command and no option.</summary>
public class CliDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/cli.md")));

    [Fact]
    public void Every_command_has_its_paragraph()
    {
        var missing = from found in Commands("", Root()) where found.Path.Length > 0 && Paragraph(found.Path).Length == 0 select found.Path;

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_option_stands_in_the_paragraph_of_its_command()
    {
        var missing =
            from found in Commands("", Root())
            from option in found.Command.Options
            where option is not HelpOption
            where !Regex.IsMatch(Paragraph(found.Path), $@"`[^`\n]*{Regex.Escape(option.Name)}(?![\w-])")
            select $"{found.Path} {option.Name}";

        Assert.Empty(missing);
    }

    /// <summary>What stands under the command's heading; for the program itself, and for what it shares with others, the whole page.</summary>
    private static string Paragraph(string path)
    {
        if (path.Length == 0) return Document;
        var from = Document.IndexOf($"### `{path}", StringComparison.Ordinal);
        if (from < 0) return "";
        var to = Document.IndexOf("\n##", from + 4, StringComparison.Ordinal);
        return to < 0 ? Document[from..] : Document[from..to];
    }

    private static IEnumerable<(string Path, Command Command)> Commands(string path, Command command) =>
        command.Subcommands.SelectMany(c => Commands($"{path} {c.Name}".Trim(), c)).Prepend((path, command));

    private static RootCommand Root() => House.Root(new Shell(new() { Out = TextWriter.Null, Error = TextWriter.Null, In = TextReader.Null, Variable = _ => null }, House.Furnish));

    private static string Here([CallerFilePath] string path = "") => path;
}
