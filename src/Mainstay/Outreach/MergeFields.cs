using System.Globalization;
using System.Text;
using Mainstay.Words;

namespace Mainstay.Outreach;

/// <summary>What can be filled into a message.</summary>
public enum MergeField { FirstName, Name, Organization, Headline, HowMet, LastTalk, Topic, Need, Me }

/// <summary>Fields in braces, such as <c>{first name}</c>, and what becomes of them. What is not known stays as it is, so that nobody is sent a hole.</summary>
public static class MergeFields
{
    private static readonly CultureInfo[] Spoken = [CultureInfo.GetCultureInfo("en"), CultureInfo.GetCultureInfo("de")];

    private static readonly Dictionary<string, MergeField> Known = (
        from field in Enum.GetValues<MergeField>()
        from culture in Spoken
        select (Name: Key(new Reason($"Outreach.Field{field}").InWords(culture)), field)).DistinctBy(n => n.Name).ToDictionary(n => n.Name, n => n.field);

    /// <summary>How a field is written, in the language that is spoken.</summary>
    public static string Written(MergeField field) => "{" + Speech.Say($"Outreach.Field{field}") + "}";

    /// <summary>The text with all that is known in its places.</summary>
    public static string Fill(string text, IReadOnlyDictionary<MergeField, string> facts)
    {
        var filled = new StringBuilder(text.Length + 64);
        var at = 0;
        foreach (var (start, end, name) in Braces(text))
        {
            if (!Known.TryGetValue(Key(name), out var field) || !facts.TryGetValue(field, out var value)) continue;
            filled.Append(text, at, start - at).Append(value);
            at = end;
        }
        return filled.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>What stands in braces still, each once: fields of which nothing is known, and such as are no fields.</summary>
    public static IReadOnlyList<string> Gaps(string text) => [.. Braces(text).Select(b => text[b.Start..b.End]).Distinct()];

    /// <summary>Braces on one line with words between them; what else stands in braces is not meant.</summary>
    private static IEnumerable<(int Start, int End, string Name)> Braces(string text)
    {
        const int longest = 40;
        for (var open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var end = text.AsSpan(open + 1, Math.Min(longest, text.Length - open - 1)).IndexOfAny("{}\n");
            if (end < 1 || text[open + 1 + end] != '}') continue;
            var name = text.Substring(open + 1, end);
            if (name.All(c => char.IsLetter(c) || c is ' ' or '-')) yield return (open, open + end + 2, name);
        }
    }

    private static string Key(string name) => string.Join(' ', name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
