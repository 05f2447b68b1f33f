using System.Text;

namespace Mainstay.Formats;

/// <summary>
/// One unfolded content line (RFC 6350 §3.3, RFC 2425 §5.8.2, vCard 2.1 §2.1.2):
/// <c>[group.]NAME[;parameter…]:value</c>. Immutable.
/// </summary>
public sealed class ContentLine
{
    internal ContentLine(ContentLineHead head, string rawValue, long number)
    {
        Head = head;
        RawValue = rawValue;
        Number = number;
    }

    /// <param name="name">Letters, digits, <c>-</c> and <c>_</c>.</param>
    /// <param name="rawValue">The value with its escapes. A line break in it is turned into <c>\n</c>, a NUL is dropped.</param>
    /// <param name="parameters">In order; none when null.</param>
    /// <param name="group">What stands before the dot; made as a name is.</param>
    /// <exception cref="ArgumentException">The name or the group is none.</exception>
    public ContentLine(string name, string rawValue, IReadOnlyList<ContentParameter>? parameters = null, string? group = null)
        : this(new ContentLineHead(group, name, parameters ?? []), OneLine(rawValue), 0)
    {
        if (!ContentLineHead.IsName(name)) throw new ArgumentException("A property name is made of letters, digits, - and _.", nameof(name));
        if (Is("BEGIN") || Is("END")) throw new ArgumentException("BEGIN and END bound a card; they are no property of it.", nameof(name));
        if (group is not null && !ContentLineHead.IsName(group)) throw new ArgumentException("A group is made of letters, digits, - and _.", nameof(group));
    }

    internal ContentLineHead Head { get; }

    /// <summary>What stands before the dot, as it came; null without.</summary>
    public string? Group => Head.Group;

    /// <summary>The name as it came; compare without case. Empty for a damaged line, which is all in <see cref="RawValue"/>.</summary>
    public string Name => Head.Name;

    public IReadOnlyList<ContentParameter> Parameters => Head.Parameters;

    /// <summary>The value as it came, unfolded: escapes, quoted-printable and base64 are still in it.</summary>
    public string RawValue { get; }

    /// <summary>The physical line, from 1, on which it begins; 0 when it came from no file.</summary>
    public long Number { get; }

    /// <summary>The character of that physical line, from 1, at which the value begins; 1 when it begins on another, or came from no file.</summary>
    internal int ValueColumn { get; init; } = 1;

    /// <summary>The line had no name or no colon; the whole of it is <see cref="RawValue"/>.</summary>
    public bool IsDamaged => Head.Name.Length == 0;

    /// <summary>The values of all parameters of that name, joined by commas; null without such a parameter.</summary>
    public string? Parameter(string name)
    {
        string? joined = null;
        foreach (var parameter in Parameters)
            if (parameter.Is(name)) joined = joined is null ? parameter.Value : joined + "," + parameter.Value;
        return joined;
    }

    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The whole line, unfolded, without a line end.</summary>
    public override string ToString()
    {
        var line = new StringBuilder();
        if (!IsDamaged) Head.AppendTo(line).Append(':');
        return line.Append(RawValue).ToString();
    }

    private static string OneLine(string value) => value.AsSpan().IndexOfAny('\r', '\n', '\0') < 0
        ? value
        : value.Replace("\0", "", StringComparison.Ordinal).Replace("\r\n", "\\n", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\n", StringComparison.Ordinal);
}
