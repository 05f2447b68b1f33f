using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;
using Mainstay.Words;

namespace Mainstay.Cli;

/// <summary>What was typed that is no command, in our words: those of the library are half in German, and not kind.</summary>
public static class Mistyped
{
    /// <summary>What the library says, in the only language it says all of it in.</summary>
    private static readonly (string Theirs, string Ours)[] Sentences =
    [
        (@"Unrecognized command or argument '(.*)'\.", "Cli.Unexpected"),
        (@"'(.*)' was not matched\. Did you mean one of the following\?", "Cli.DidYouMean"),
        (@"Argument '(.*)' not recognized\. Must be one of:", "Cli.OneOf"),
        (@"Required argument missing for command: '(.*)'\.", "Cli.ArgumentMissing"),
        (@"Required argument missing for option: '(.*)'\.", "Cli.ValueMissing"),
        (@"Option '(.*)' is required\.", "Cli.OptionMissing"),
        (@"Option '(.*)' expects a single argument but (.*) were provided\.", "Cli.ValueOnce"),
        (@"Required command was not provided\.", "Cli.CommandMissing"),
        (@"Cannot parse argument '(.*)' for (?:option|command) '(.*)' as expected type '.*Int32.*'\..*", "Cli.NotANumber"),
        (@"Cannot parse argument '(.*)' for (?:option|command) '(.*)' as expected type '.*Guid.*'\..*", "Cli.NotAnId"),
        (@"Cannot parse argument '(.*)' for (?:option|command) '(.*)' as expected type .*", "Cli.NotReadable"),
        (@"Response file not found '(.*)'\.", "Cli.ResponseFileMissing"),
        (@"Error reading response file '(.*)': (.*)", "Cli.ResponseFileUnreadable"),
    ];

    /// <summary>Reads what was typed, so that <see cref="InWords"/> can say what is wrong with it.</summary>
    public static ParseResult Read(this RootCommand root, IReadOnlyList<string> typed) => InTheirs(() => root.Parse(typed));

    /// <summary>A mistake that a validator found; its own language is still <see cref="CultureInfo.CurrentCulture"/>.</summary>
    public static void Mistake(this SymbolResult typed, string key, params object?[] inputs) => typed.AddError(new Reason(key, inputs).InWords(CultureInfo.CurrentCulture));

    public static string InWords(ParseResult parsed, ParseErrorAction mistake)
    {
        using var theirs = new StringWriter();
        mistake.ShowHelp = false;
        InTheirs(() => parsed.Invoke(new() { Output = theirs, Error = theirs, EnableDefaultExceptionHandler = false }));
        return string.Join('\n', theirs.ToString().ReplaceLineEndings("\n").Trim('\n').Split('\n').Select(Ours));
    }

    private static string Ours(string line)
    {
        foreach (var (theirs, ours) in Sentences)
            if (Regex.Match(line, $"^{theirs}$") is { Success: true } match) return Speech.Say(ours, [.. match.Groups.Values.Skip(1).Select(g => g.Value)]);
        return line;
    }

    private static T InTheirs<T>(Func<T> work)
    {
        var mine = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        try
        {
            return work();
        }
        finally
        {
            CultureInfo.CurrentUICulture = mine;
        }
    }
}
