using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mainstay.Formats;

/// <summary>The values of a jCard: their types, and how they are divided and escaped (RFC 7095 §3.3 to §3.5).</summary>
internal static partial class JCardValue
{
    private static readonly string[] Structured = ["n", "adr", "org", "gender", "clientpidmap"];
    private static readonly string[] Lists = ["nickname", "categories"];

    private static readonly Dictionary<string, string> Defaults = new(StringComparer.OrdinalIgnoreCase)
    {
        ["source"] = "uri", ["photo"] = "uri", ["impp"] = "uri", ["geo"] = "uri", ["logo"] = "uri", ["member"] = "uri",
        ["related"] = "uri", ["sound"] = "uri", ["uid"] = "uri", ["url"] = "uri", ["key"] = "uri", ["fburl"] = "uri",
        ["caladruri"] = "uri", ["caluri"] = "uri", ["bday"] = "date-and-or-time", ["anniversary"] = "date-and-or-time",
        ["rev"] = "timestamp", ["lang"] = "language-tag", ["version"] = "text", ["fn"] = "text", ["n"] = "text", ["nickname"] = "text",
        ["gender"] = "text", ["adr"] = "text", ["tel"] = "text", ["email"] = "text", ["tz"] = "text", ["title"] = "text",
        ["role"] = "text", ["org"] = "text", ["categories"] = "text", ["note"] = "text", ["prodid"] = "text", ["clientpidmap"] = "text",
        ["kind"] = "text", ["xml"] = "text",
    };

    public static string DefaultType(string name) => Defaults.GetValueOrDefault(name, "unknown");

    public static string TypeOf(VCardProperty property) => property.Parameter("VALUE")?.ToLowerInvariant() is { Length: > 0 } said && ContentLineHead.IsName(said) ? said : DefaultType(property.Name);

    public static void Write(Utf8JsonWriter json, VCardProperty property, string type)
    {
        var name = property.Name.ToLowerInvariant();
        if (type is not "text") json.WriteStringValue(IsDate(type) ? Extended(property.RawValue) : property.RawValue);
        else if (Structured.Contains(name)) WriteComponents(json, property.RawValue);
        else if (Lists.Contains(name)) foreach (var part in TextValue.Split(property.RawValue, ',')) json.WriteStringValue(TextValue.Unescape(part));
        else json.WriteStringValue(property.Text);
    }

    public static void WriteArray(Utf8JsonWriter json, IEnumerable<string> values)
    {
        json.WriteStartArray();
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>The raw vCard 4.0 value of a jCard property, whose values stand from the fourth place on.</summary>
    public static string Raw(string name, string type, JsonElement property)
    {
        var values = property.EnumerateArray().Skip(3).ToList();
        if (type is not "text") return string.Join(',', values.Select(value => IsDate(type) ? Basic(Text(value)) : Text(value)));
        return string.Join(',', values.Select(value => value.ValueKind == JsonValueKind.Array
            ? string.Join(';', value.EnumerateArray().Select(Component))
            : Structured.Contains(name, StringComparer.OrdinalIgnoreCase) || Lists.Contains(name, StringComparer.OrdinalIgnoreCase) ? TextValue.EscapePart(Text(value)) : TextValue.Escape(Text(value))));
    }

    /// <summary>A string, a number or a truth value as text; a lone surrogate becomes U+FFFD.</summary>
    public static string Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? value.GetRawText() : "";
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private static string Component(JsonElement component) => component.ValueKind == JsonValueKind.Array
        ? string.Join(',', component.EnumerateArray().Select(part => TextValue.EscapePart(Text(part))))
        : TextValue.EscapePart(Text(component));

    private static void WriteComponents(Utf8JsonWriter json, string raw)
    {
        json.WriteStartArray();
        foreach (var component in TextValue.Split(raw, ';'))
        {
            var parts = TextValue.Split(component, ',');
            if (parts.Count == 1) json.WriteStringValue(TextValue.Unescape(parts[0]));
            else WriteArray(json, parts.Select(TextValue.Unescape));
        }

        json.WriteEndArray();
    }

    private static bool IsDate(string type) => type is "date" or "date-time" or "date-and-or-time" or "timestamp" or "time";

    // jCard writes dates in the extended format of ISO 8601, vCard 4.0 in the basic one (RFC 7095 §3.5.3 to §3.5.8).
    private static string Extended(string raw)
    {
        var date = FullBasic().Replace(raw, "$1-$2-$3");
        date = YearlessBasic().Replace(date, "--$1-$2");
        return TimeBasic().Replace(date, match => $"T{match.Groups[1].Value}:{match.Groups[2].Value}{(match.Groups[3].Success ? ":" + match.Groups[3].Value : "")}{Zone(match.Groups[4].Value)}");
    }

    private static string Zone(string zone) => zone.Length == 5 ? zone[..3] + ":" + zone[3..] : zone;

    private static string Basic(string text)
    {
        var date = FullExtended().Replace(text, "$1$2$3");
        date = YearlessExtended().Replace(date, "--$1$2");
        return TimeExtended().Replace(date, match => match.Value.Replace(":", "", StringComparison.Ordinal));
    }

    [GeneratedRegex("^([0-9]{4})([0-9]{2})([0-9]{2})(?=$|T)")]
    private static partial Regex FullBasic();

    [GeneratedRegex("^--([0-9]{2})([0-9]{2})(?=$|T)")]
    private static partial Regex YearlessBasic();

    [GeneratedRegex("T([0-9]{2})([0-9]{2})([0-9]{2})?(Z|[+-][0-9]{2}(?:[0-9]{2})?)?$")]
    private static partial Regex TimeBasic();

    [GeneratedRegex("^([0-9]{4})-([0-9]{2})-([0-9]{2})(?=$|T)")]
    private static partial Regex FullExtended();

    [GeneratedRegex("^--([0-9]{2})-([0-9]{2})(?=$|T)")]
    private static partial Regex YearlessExtended();

    [GeneratedRegex("T[0-9]{2}:[0-9]{2}.*$")]
    private static partial Regex TimeExtended();
}
