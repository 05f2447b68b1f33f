using Mainstay.Words;

namespace Mainstay.Web;

/// <summary>What was just done, and how to take it back.</summary>
public sealed record Said(string Text, string? Undo, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>What the address says was done: <c>said</c> is a sentence's key, <c>undo</c> where a form takes it back. Only sentences made for this are said.</summary>
    public static Said? From(IQueryCollection query)
    {
        var key = query["said"].ToString();
        var undo = query["undo"].ToString();
        if (!key.Contains(".Said", StringComparison.Ordinal) || !Speech.Knows(key)) return null;
        return new(Speech.Say(key), IsUndo(undo) ? undo : null, []);
    }

    private static bool IsUndo(string undo) => undo.StartsWith('/') && undo.EndsWith("/undo", StringComparison.Ordinal) && undo.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-');
}
