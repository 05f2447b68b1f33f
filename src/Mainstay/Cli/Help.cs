using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using System.Text.RegularExpressions;
using Mainstay.Words;

namespace Mainstay.Cli;

/// <summary>The help of commands. What stands in them as a description is the key of a sentence, said only when help is shown; a number after the key is its input.</summary>
public sealed partial class Help(Surroundings around) : SynchronousCommandLineAction
{
    private const int Indent = 2, Gap = 2, WidestLabel = 32, NarrowestText = 20;

    public override bool ClearsParseErrors => true;

    /// <summary>Has the program answer <c>--help</c> this way.</summary>
    public static void Into(RootCommand root, Surroundings around)
    {
        foreach (var option in root.Options)
        {
            if (option is HelpOption) (option.Description, option.Action) = ("Cli.HelpHelp", new Help(around));
            if (option is VersionOption) option.Description = "Cli.HelpVersion";
        }
    }

    /// <summary>What is said of a command, an option or an argument.</summary>
    public static string Of(Symbol symbol)
    {
        var words = symbol.Description!.Split(' ');
        return Speech.Say(words[0], [.. words[1..].Select(n => (object)int.Parse(n, CultureInfo.InvariantCulture))]);
    }

    /// <summary>What stands for a value: <c>NAME=VALUE</c> is <c>NAME=WERT</c> to who reads German.</summary>
    public static string Placeholder(string name) => Capitals().Replace(name, word => Speech.Say("Cli.Placeholder_" + word.Value));

    /// <summary>The command and those it belongs to, up to the program itself.</summary>
    public static IEnumerable<Command> Lineage(Command command)
    {
        for (Command? at = command; at is not null; at = at.Parents.OfType<Command>().FirstOrDefault()) yield return at;
    }

    /// <summary>"mainstay person add"</summary>
    public static string Path(Command command) => string.Join(' ', Lineage(command).Select(c => c is RootCommand ? "mainstay" : c.Name).Reverse());

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        (string Heading, IReadOnlyList<(string Label, string Text)> Rows)[] sections =
        [
            ("Cli.HelpCommands", [.. command.Subcommands.Where(c => !c.Hidden).Select(c => (string.Join(' ', c.Arguments.Select(Usage).Prepend(c.Name)), Of(c)))]),
            ("Cli.HelpArguments", [.. command.Arguments.Where(a => !a.Hidden).Select(a => (Label(a), Of(a)))]),
            ("Cli.HelpOptions", [.. command.Options.Where(o => !o.Recursive && !o.Hidden).Select(o => (Label(o), Explained(o)))]),
            ("Cli.HelpShared", [.. Lineage(command).SelectMany(c => c.Options).Where(o => o.Recursive && !o.Hidden).Select(o => (Label(o), Explained(o)))]),
        ];
        foreach (var line in Wrapped(Of(command), around.Width)) around.Out.WriteLine(line);
        around.Out.WriteLine("\n" + Speech.Say("Cli.HelpUsage"));
        foreach (var usage in Usages(command)) Write(usage, "", around.Width);
        var column = sections.SelectMany(s => s.Rows).Select(r => r.Label.Length).Where(l => l <= WidestLabel).DefaultIfEmpty().Max();
        foreach (var (heading, rows) in sections.Where(s => s.Rows.Count > 0))
        {
            around.Out.WriteLine("\n" + Speech.Say(heading));
            foreach (var (label, text) in rows) Write(label, text, column);
        }
        return Shell.Fine;
    }

    private static IEnumerable<string> Usages(Command command)
    {
        var path = Path(command);
        if (command.Action is not null) yield return string.Join(' ', command.Arguments.Select(Usage).Prepend(path).Append(Speech.Say("Cli.HelpSomeOptions")));
        if (command.Subcommands.Count > 0) yield return $"{path} {Speech.Say("Cli.HelpSomeCommand")} {Speech.Say("Cli.HelpSomeOptions")}";
    }

    private static string Usage(Argument argument)
    {
        var several = Label(argument) + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : "");
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{several}]" : several;
    }

    private static string Label(Argument argument) => $"<{Placeholder(argument.HelpName ?? argument.Name)}>";

    private static string Label(Option option)
    {
        var names = string.Join(", ", option.Aliases.Append(option.Name).Where(n => n.StartsWith('-') && n != "-?").OrderBy(n => n.Length));
        return option.ValueType == typeof(bool) || option.Arity.MaximumNumberOfValues == 0 ? names : $"{names} <{(option.HelpName is { } name ? Placeholder(name) : Choices(option))}>";
    }

    private static string Choices(Option option) => string.Join('|', option.GetCompletions(CompletionContext.Empty).Select(c => c.Label));

    private static string Explained(Option option)
    {
        var text = Of(option);
        if (option.Required) text = Speech.Say("Cli.HelpRequired", text);
        return option.HasDefaultValue && option.GetDefaultValue() is string value ? Speech.Say("Cli.HelpDefault", text, value) : text;
    }

    /// <summary>A label, and beside it its text on as many lines as the width asks for.</summary>
    private void Write(string label, string text, int column)
    {
        var margin = new string(' ', Indent + column + Gap);
        var lines = Wrapped(text, Math.Max(NarrowestText, around.Width - margin.Length)).ToList();
        var first = new string(' ', Indent) + label;
        if (label.Length > column) around.Out.WriteLine(first);
        else lines[0] = first.PadRight(margin.Length) + lines[0];
        foreach (var (at, line) in lines.Index()) around.Out.WriteLine((at == 0 && label.Length <= column ? line : margin + line).TrimEnd());
    }

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line;
    }

    [GeneratedRegex("[A-Z]{2,}")]
    private static partial Regex Capitals();
}
