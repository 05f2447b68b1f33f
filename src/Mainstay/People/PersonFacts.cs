using System.Collections;
using System.Globalization;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary>How facts of people are called and written in lists.</summary>
public static class PersonFacts
{
    private static readonly string[] Known = ["name", "organization", "roles", "layer", "strength", "aliveness", "lastTouch", "due"];

    /// <summary>What stands over a column.</summary>
    public static Reason Heading(string fact) => Known.Contains(fact) ? new($"People.Fact_{fact}") : new("People.FactOther", fact);

    /// <summary>A fact by its name: roles are said in the reader's language.</summary>
    public static string Said(string fact, object? value) =>
        fact == "roles" && value is IEnumerable<string> roles ? string.Join(", ", roles.Select(r => PersonWords.Role(r).InWords())) : InWords(value);

    public static string InWords(object? value) => value switch
    {
        null => "",
        Reason reason => reason.InWords(),
        FactWord word => word.Said.InWords(),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string text => text,
        IEnumerable several => string.Join(", ", several.Cast<object?>().Select(InWords)),
        IFormattable other => other.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString() ?? "",
    };
}

/// <summary>A fact that is one of a few words: programs are told its value, people what it means in their language.</summary>
public sealed record FactWord(string Value, Reason Said);
