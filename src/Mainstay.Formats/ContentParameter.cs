using System.Text;

namespace Mainstay.Formats;

/// <summary>
/// One parameter of a content line: <c>TYPE=home,work</c>, or a bare word as in vCard 2.1 (<c>TEL;HOME;VOICE:</c>).
/// </summary>
/// <param name="Name">The name as it came (compare without case); empty for a bare word.</param>
/// <param name="Values">The values in order, without quotes, the escapes of RFC 6868 undone. At least one.</param>
public sealed record ContentParameter(string Name, IReadOnlyList<string> Values)
{
    public ContentParameter(string name, string value) : this(name, [value]) { }

    public bool IsBare => Name.Length == 0;

    public string Value => Values.Count == 1 ? Values[0] : string.Join(',', Values);

    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>A word without a name, as vCard 2.1 writes its types.</summary>
    public static ContentParameter Bare(string word) => new("", [word]);

    /// <summary>Equal by name without case and by values with it.</summary>
    public bool Equals(ContentParameter? other) => other is not null && Is(other.Name) && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name) * 31 + Values.Count;

    /// <summary>Undoes <c>^n</c>, <c>^'</c> and <c>^^</c> (RFC 6868 §3.2); any other caret stays.</summary>
    internal static string Uncaret(string text)
    {
        if (!text.Contains('^', StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var next = text[i] == '^' && i + 1 < text.Length ? text[i + 1] : '\0';
            if (next is not ('n' or 'N' or '\'' or '^')) { plain.Append(text[i]); continue; }
            plain.Append(next switch { '\'' => '"', '^' => '^', _ => '\n' });
            i++;
        }

        return plain.ToString();
    }

    /// <summary>Writes one value: escapes of RFC 6868, and quotes where a delimiter or an outer space asks for them.</summary>
    internal static void AppendValue(StringBuilder line, string value)
    {
        var quote = value.AsSpan().IndexOfAny(",;:") >= 0 || (value.Length > 0 && (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1])));
        if (quote) line.Append('"');
        foreach (var letter in value)
        {
            switch (letter)
            {
                case '^': line.Append("^^"); break;
                case '"': line.Append("^'"); break;
                case '\n': line.Append("^n"); break;
                case '\r' or '\0': break;
                default: line.Append(letter); break;
            }
        }

        if (quote) line.Append('"');
    }
}
