using System.Collections;
using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Mainstay.Api;

/// <summary>In which direction a shape goes: what must be there differs.</summary>
internal enum Way { Answered = 0, Sent = 1, Patched = 2 }

/// <summary>Shapes of JSON as the document describes them, made from the very types that are read and written.</summary>
/// <param name="more">Members that later rooms add.</param>
internal sealed class Schemas(ILookup<Type, Member> more)
{
    private static readonly Dictionary<Type, (string Type, string? Format)> Plain = new()
    {
        [typeof(string)] = ("string", null), [typeof(bool)] = ("boolean", null), [typeof(int)] = ("integer", "int32"), [typeof(long)] = ("integer", "int64"), [typeof(double)] = ("number", "double"),
        [typeof(Guid)] = ("string", "uuid"), [typeof(DateOnly)] = ("string", "date"), [typeof(DateTime)] = ("string", "date-time"),
    };

    private static readonly string[] Endings = ["Answer", "Details", "Fields"];

    private readonly NullabilityInfoContext nullability = new();
    private readonly Dictionary<string, (Type Type, Way Way)> named = [];

    /// <summary>The shapes that were named so far, by name.</summary>
    public SortedDictionary<string, JsonNode> Components { get; } = new(StringComparer.Ordinal);

    public JsonObject Of(Type type, Way way = Way.Answered)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return OrNull(Of(inner, way));
        if (type == typeof(object) || type == typeof(JsonElement)) return [];
        if (Plain.TryGetValue(type, out var plain)) return plain.Format is null ? new() { ["type"] = plain.Type } : new() { ["type"] = plain.Type, ["format"] = plain.Format };
        if (type.IsEnum) return Words(Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName));
        if (IsMap(type)) return new() { ["type"] = "object", ["additionalProperties"] = Of(type.GetGenericArguments()[1], way) };
        if (ItemOf(type) is { } item) return new() { ["type"] = "array", ["items"] = Of(item, way == Way.Patched ? Way.Sent : way) };
        return new() { ["$ref"] = "#/components/schemas/" + Named(type, way) };
    }

    public static JsonObject Words(IEnumerable<string> words) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(w => JsonValue.Create(w))]) };

    /// <summary>The name of a shape in the document: "RoleDetails" is "Role", and what is sent of it "RoleInput".</summary>
    private string Named(Type type, Way way)
    {
        var name = NameOf(type) + way switch { Way.Sent => "Input", Way.Patched => "Patch", _ => "" };
        if (named.TryGetValue(name, out var already)) return already == (type, way) ? name : throw new InvalidOperationException($"Two shapes are called {name}.");
        named[name] = (type, way);
        Components[name] = Object(type, way);
        return name;
    }

    private static string NameOf(Type type)
    {
        if (type.IsGenericType) return NameOf(type.GetGenericArguments()[0]) + type.Name.Split('`')[0];
        return Endings.FirstOrDefault(e => type.Name.EndsWith(e, StringComparison.Ordinal) && type.Name.Length > e.Length) is { } ending ? type.Name[..^ending.Length] : type.Name;
    }

    private JsonObject Object(Type type, Way way)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var property in PropertiesOf(type))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var schema = Of(property.PropertyType, way == Way.Patched ? Way.Sent : way);
            if (MayBeNull(property) || way == Way.Patched) schema = OrNull(schema);
            properties[name] = About(schema, property.GetCustomAttribute<DescriptionAttribute>()?.Description);
            if ((way == Way.Answered && property.GetCustomAttribute<JsonIgnoreAttribute>() is null) || (way == Way.Sent && IsRequired(type, property))) required.Add(name);
        }
        if (way == Way.Answered) Add(more[type], properties, required);
        var shape = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0) shape["required"] = required;
        if (way != Way.Answered) shape["additionalProperties"] = false;
        return About(shape, type.GetCustomAttribute<DescriptionAttribute>()?.Description);
    }

    private void Add(IEnumerable<Member> members, JsonObject properties, JsonArray required)
    {
        foreach (var member in members)
        {
            var schema = member.OneOf is { } words ? Words(words) : Of(member.Type);
            properties[member.Name] = About(member.MayBeNull ? OrNull(schema) : schema, member.About);
            required.Add(member.Name);
        }
    }

    /// <summary>As they are written: the inherited ones where their order says.</summary>
    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always } && p.GetCustomAttribute<JsonExtensionDataAttribute>() is null && p.GetIndexParameters().Length == 0)
            .OrderBy(p => p.GetCustomAttribute<JsonPropertyOrderAttribute>()?.Order ?? 0);

    private static JsonObject About(JsonObject schema, string? about)
    {
        if (about is not null) schema["description"] = about;
        return schema;
    }

    private static JsonObject OrNull(JsonObject schema)
    {
        if (schema.Count == 0 || schema["anyOf"] is not null) return schema;
        if (schema["type"] is not JsonValue type) return schema["type"] is null ? new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) } : schema;
        schema["type"] = new JsonArray(type.GetValue<string>(), "null");
        (schema["enum"] as JsonArray)?.Add(null);
        return schema;
    }

    private bool MayBeNull(PropertyInfo property) =>
        !property.PropertyType.IsValueType && nullability.Create(property).ReadState == NullabilityState.Nullable;

    private static bool IsRequired(Type type, PropertyInfo property) =>
        property.GetCustomAttribute<RequiredMemberAttribute>() is not null
        || type.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.Name == property.Name && !p.HasDefaultValue);

    private static bool IsMap(Type type) => type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) || type.GetGenericTypeDefinition() == typeof(IDictionary<,>));

    private static Type? ItemOf(Type type) => type.IsArray ? type.GetElementType() : type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments()[0] : null;
}
