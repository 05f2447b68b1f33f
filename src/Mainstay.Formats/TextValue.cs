using System.Buffers;
using System.Text;

namespace Mainstay.Formats;

/// <summary>The escapes of text values (RFC 6350 §3.4, RFC 2426 §5), and splitting at delimiters that are not escaped.</summary>
public static class TextValue
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\,;\r\n\0");

    /// <summary>
    /// Undoes <c>\n \, \; \: \\</c>; a backslash before any other letter stands for itself, as cards of version 2.1 and
    /// hand-written ones have it. NULs are dropped.
    /// </summary>
    public static string Unescape(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        if (raw.AsSpan().IndexOfAny('\\', '\0') < 0) return raw;
        var plain = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            var next = raw[i] == '\\' && i + 1 < raw.Length ? raw[i + 1] : '\0';
            if (next is 'n' or 'N') plain.Append('\n');
            else if (next is ',' or ';' or ':' or '\\') plain.Append(next);
            else
            {
                if (raw[i] != '\0') plain.Append(raw[i]);
                continue;
            }

            i++;
        }

        return plain.ToString();
    }

    /// <summary>
    /// Escapes a text that is a whole value: backslash, comma, line breaks. A semicolon stays, because clients that
    /// escape it again at every save (Thunderbird) would pile up backslashes.
    /// </summary>
    public static string Escape(string text) => Escape(text, false);

    /// <summary>Escapes one component or list element: as <see cref="Escape(string)"/>, and the semicolon too.</summary>
    public static string EscapePart(string text) => Escape(text, true);

    /// <summary>Splits at every <paramref name="delimiter"/> that no backslash precedes; the parts are still escaped.</summary>
    public static IReadOnlyList<string> Split(string raw, char delimiter)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '\\') { i++; continue; }
            if (raw[i] != delimiter) continue;
            parts.Add(raw[start..i]);
            start = i + 1;
        }

        parts.Add(raw[start..]);
        return parts;
    }

    private static string Escape(string text, bool semicolon)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAny(Special)) return text;
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\': escaped.Append("\\\\"); break;
                case ',': escaped.Append("\\,"); break;
                case ';' when semicolon: escaped.Append("\\;"); break;
                case '\r' when i + 1 < text.Length && text[i + 1] == '\n': break;
                case '\r' or '\n': escaped.Append("\\n"); break;
                case '\0': break;
                default: escaped.Append(text[i]); break;
            }
        }

        return escaped.ToString();
    }
}
