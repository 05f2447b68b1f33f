using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mainstay.Formats;

/// <summary>
/// jCard, the JSON form of vCard 4.0 (RFC 7095). A card of another version is brought to 4.0 first. Values of types
/// that the RFC does not define are carried raw, as type <c>unknown</c> (§5), so nothing unknown is lost.
/// </summary>
public static class JCard
{
    // Names and notes in their own letters; the JSON is never put into HTML as it is.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(VCard card)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options)) Write(json, card);
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    /// <summary>Writes <c>["vcard",[…]]</c>.</summary>
    public static void Write(Utf8JsonWriter json, VCard card)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(card);
        json.WriteStartArray();
        json.WriteStringValue("vcard");
        json.WriteStartArray();
        foreach (var property in card.To(VCardVersion.V40).Properties) WriteProperty(json, property);
        json.WriteEndArray();
        json.WriteEndArray();
    }

    /// <summary>
    /// Reads one jCard, or an array of them. What is no jCard is a refusal, a property that is none a damage; it throws
    /// nothing of its own.
    /// </summary>
    public static IReadOnlyList<VCardResult> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = 32 });
            var root = document.RootElement;
            if (IsCard(root)) return [ReadCard(root)];
            return root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0 ? [.. root.EnumerateArray().Select(ReadCard)] : [Refuse(1, FormatFault.NotJCard)];
        }
        catch (JsonException broken)
        {
            return [Refuse((broken.LineNumber ?? 0) + 1, FormatFault.NotJson, (int)(broken.BytePositionInLine ?? 0) + 1)];
        }
    }

    private static VCardResult Refuse(long line, FormatFault fault, int column = 1) => VCardResult.Refused(FormatProblem.Refusal(line, fault) with { Column = column });

    private static bool IsCard(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() >= 2
        && element[0].ValueKind == JsonValueKind.String && element[1].ValueKind == JsonValueKind.Array
        && element[0].GetString()!.Equals("vcard", StringComparison.OrdinalIgnoreCase);

    private static VCardResult ReadCard(JsonElement element)
    {
        if (!IsCard(element)) return Refuse(1, FormatFault.ElementNotJCard);
        var properties = new List<VCardProperty>();
        var problems = new List<FormatProblem>();
        var number = 0;
        foreach (var item in element[1].EnumerateArray())
        {
            number++;
            if (ReadProperty(item) is { } property) properties.Add(property);
            else problems.Add(FormatProblem.Damage(1, FormatFault.NotJCardProperty, number));
        }

        return new(1, new VCard(VCardVersion.V40, properties), problems);
    }

    private static void WriteProperty(Utf8JsonWriter json, VCardProperty property)
    {
        var type = JCardValue.TypeOf(property);
        json.WriteStartArray();
        json.WriteStringValue(property.Name.ToLowerInvariant());
        WriteParameters(json, property);
        json.WriteStringValue(type);
        JCardValue.Write(json, property, type);
        json.WriteEndArray();
    }

    private static void WriteParameters(Utf8JsonWriter json, VCardProperty property)
    {
        json.WriteStartObject();
        if (property.Group is not null) json.WriteString("group", property.Group);
        // The same name twice is no JSON; RFC 7095 §3.4 makes one array of it.
        foreach (var same in property.Parameters.Where(parameter => !parameter.IsBare && !parameter.Is("VALUE")).GroupBy(parameter => parameter.Name.ToLowerInvariant()))
        {
            var values = same.SelectMany(parameter => parameter.Values).ToList();
            json.WritePropertyName(same.Key == "group" ? "x-group" : same.Key);
            if (values.Count == 1) json.WriteStringValue(values[0]);
            else JCardValue.WriteArray(json, values);
        }

        json.WriteEndObject();
    }

    private static VCardProperty? ReadProperty(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Array || item.GetArrayLength() < 4 || item[0].ValueKind != JsonValueKind.String
            || item[1].ValueKind != JsonValueKind.Object || item[2].ValueKind != JsonValueKind.String) return null;
        var name = JCardValue.Text(item[0]).ToUpperInvariant();
        var type = JCardValue.Text(item[2]).ToLowerInvariant();
        if (!ContentLineHead.IsName(name) || name is "BEGIN" or "END") return null;
        string? group = null;
        var parameters = new List<ContentParameter>();
        foreach (var parameter in item[1].EnumerateObject())
        {
            var values = parameter.Value.ValueKind == JsonValueKind.Array ? parameter.Value.EnumerateArray().Select(JCardValue.Text).ToList() : [JCardValue.Text(parameter.Value)];
            if (parameter.NameEquals("group")) group = ContentLineHead.IsName(values.FirstOrDefault("")) ? values[0] : null;
            else if (ContentLineHead.IsName(parameter.Name) && values.Count > 0) parameters.Add(new(parameter.Name.ToUpperInvariant(), values));
        }

        if (type != "unknown" && type != JCardValue.DefaultType(name)) parameters.Add(new("VALUE", type));
        return new(name, JCardValue.Raw(name, type, item), parameters, group);
    }
}
