using System.CommandLine;
using System.CommandLine.Completions;
using Mainstay.Algorithms.Text;
using Mainstay.Cli;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.People;

/// <summary>The argument that names a person, completed word by word from the people who are there.</summary>
public static class WhoCli
{
    private const int MostSuggestions = 50;

    /// <summary>NAME-OR-ID; several words are one name.</summary>
    public static Argument<string[]> Argument(Shell shell, string description)
    {
        var who = Shell.Words("NAME-OR-ID", description, ArgumentArity.OneOrMore);
        return Completed(shell, who);
    }

    /// <summary>The same argument, completed with the names of people.</summary>
    public static Argument<T> Completed<T>(Shell shell, Argument<T> who)
    {
        who.HelpName ??= who.Name; // without it, help would show every completion: the names of people
        who.CompletionSources.Add(typing => Words(shell, typing, typing.ParseResult.GetResult(who)?.Tokens.Select(t => t.Value).ToList() ?? []));
        return who;
    }

    public static string Name(ParseResult typed, Argument<string[]> who) => string.Join(' ', typed.GetValue(who) ?? []);

    private static IEnumerable<CompletionItem> Words(Shell shell, CompletionContext typing, List<string> typed)
    {
        var begun = typing.WordToComplete;
        var before = typed.LastOrDefault() == begun ? typed[..^1] : typed;
        var names = shell.Peek(typing.ParseResult, async store => await store.People.Select(p => p.Name).ToListAsync());
        return names.Where(n => before.Count == 0 || PersonNames.Answers(n, null, string.Join(' ', before)) is not null)
            .SelectMany(n => n.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(w => Folding.Fold(w).StartsWith(Folding.Fold(begun), StringComparison.Ordinal) && !before.Contains(w, StringComparer.OrdinalIgnoreCase))
            .Distinct().Order(StringComparer.Ordinal).Take(MostSuggestions).Select(w => new CompletionItem(w));
    }
}
