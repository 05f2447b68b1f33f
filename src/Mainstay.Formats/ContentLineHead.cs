using System.Buffers;
using System.Text;

namespace Mainstay.Formats;

/// <summary>What stands before the colon. Shared by the many lines of a file that begin alike, so it must stay immutable.</summary>
internal sealed record ContentLineHead(string? Group, string Name, IReadOnlyList<ContentParameter> Parameters)
{
    /// <summary>More parameters than this on one line are nonsense or an attack; the line is kept as damaged.</summary>
    internal const int MaxParameters = 10_000;

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static readonly SearchValues<char> NameLetters = SearchValues.Create(Letters);
    private static readonly SearchValues<byte> PathBytes = SearchValues.Create([.. Encoding.ASCII.GetBytes(Letters), (byte)'.']);

    public static ContentLineHead Damaged { get; } = new(null, "", []);

    public static bool IsName(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExcept(NameLetters);

    public StringBuilder AppendTo(StringBuilder line)
    {
        if (Group is not null) line.Append(Group).Append('.');
        line.Append(Name);
        foreach (var parameter in Parameters)
        {
            line.Append(';');
            if (!parameter.IsBare) line.Append(parameter.Name).Append('=');
            for (var i = 0; i < parameter.Values.Count; i++)
            {
                if (i > 0) line.Append(',');
                ContentParameter.AppendValue(line, parameter.Values[i]);
            }
        }

        return line;
    }

    /// <summary>Whether bytes begin like a property: <c>[group.]NAME</c>, then <c>:</c> or <c>;</c>, and a colon somewhere.</summary>
    public static bool Begins(ReadOnlySpan<byte> line) => MayBegin(line) && line.Contains((byte)':');

    /// <summary>The same, for a line whose head may go on in the next one.</summary>
    public static bool MayBegin(ReadOnlySpan<byte> line)
    {
        var i = line.IndexOfAnyExcept(PathBytes);
        if (i <= 0 || line[0] == '.' || line[i - 1] == '.') return false;
        while (i < line.Length && line[i] is (byte)' ' or (byte)'\t') i++;
        return i < line.Length && line[i] is (byte)':' or (byte)';';
    }

    /// <summary>Where a line stops looking like a property name, from 0.</summary>
    public static int OddAt(ReadOnlySpan<byte> line)
    {
        var i = line.IndexOfAnyExcept(PathBytes);
        return line is [(byte)'.', ..] ? 0 : i > 0 && line[i - 1] == '.' ? i - 1 : Math.Max(i, 0);
    }

    /// <summary>
    /// Where the head of a line that <see cref="Begins"/> ends: the first colon outside quotes, or the first colon at all
    /// when a quote is never closed. -1 without any.
    /// </summary>
    public static int End(ReadOnlySpan<byte> line)
    {
        var first = line.IndexOf((byte)':');
        if (first < 0 || !line[..first].Contains((byte)'"')) return first;
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ':' && !quoted) return i;
        }

        return first;
    }

    /// <summary>Reads a head; null when the name is none or there are too many parameters.</summary>
    public static ContentLineHead? Parse(ReadOnlySpan<char> text)
    {
        var stop = text.IndexOf(';');
        var path = (stop < 0 ? text : text[..stop]).Trim();
        var dot = path.LastIndexOf('.');
        var group = dot < 0 ? null : path[..dot].ToString();
        if (!IsName(path[(dot + 1)..]) || group is { Length: 0 }) return null;
        var name = Names.Intern(path[(dot + 1)..]);
        if (stop < 0) return new(group, name, []);
        var parameters = ParseParameters(text[(stop + 1)..]);
        return parameters is null ? null : new(group, name, parameters);
    }

    private static List<ContentParameter>? ParseParameters(ReadOnlySpan<char> text)
    {
        var parameters = new List<ContentParameter>(2);
        var values = 0;
        // A quote that is never closed is an ordinary letter, or it would swallow the parameters after it.
        var quotes = text.Count('"') % 2 == 0;
        while (true)
        {
            var equals = text.IndexOfAny("=;\"");
            var named = equals >= 0 && text[equals] == '=';
            var name = named ? Names.Intern(text[..equals].Trim()) : "";
            if (named) text = text[(equals + 1)..];
            var list = ParseValues(ref text, quotes, split: named);
            values += list.Count;
            parameters.Add(new(name, list));
            if (values > MaxParameters || parameters.Count > MaxParameters) return null;
            if (text.Length == 0) return parameters;
            text = text[1..];
        }
    }

    // Reads up to the next ; outside quotes, and leaves the text standing on it.
    private static List<string> ParseValues(ref ReadOnlySpan<char> text, bool quotes, bool split)
    {
        var list = new List<string>(1);
        int start = 0, i = 0;
        var quoted = false;
        for (; i < text.Length && (quoted || text[i] != ';'); i++)
        {
            if (quotes && text[i] == '"') quoted = !quoted;
            if (!split || quoted || text[i] != ',' || list.Count > MaxParameters) continue;
            list.Add(Plain(text[start..i], quotes));
            start = i + 1;
        }

        list.Add(Plain(text[start..i], quotes));
        text = text[i..];
        return list;
    }

    private static string Plain(ReadOnlySpan<char> value, bool quotes)
    {
        var trimmed = value.Trim();
        if (quotes && trimmed is ['"', .., '"'] && trimmed[1..^1].IndexOf('"') < 0)
            return ContentParameter.Uncaret(Names.Intern(trimmed[1..^1]));
        var plain = Names.Intern(trimmed);
        return ContentParameter.Uncaret(quotes ? plain.Replace("\"", "", StringComparison.Ordinal) : plain);
    }
}
