using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Mainstay.Words;

namespace Mainstay.Api;

/// <summary>JSON at the API's door: written as everywhere in the house, and read strictly, so that a mistake is named instead of overlooked.</summary>
public static partial class ApiJson
{
    private const int Deepest = 32;

    public static readonly JsonSerializerOptions Written = new(Json.OneLine);

    public static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = Deepest,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new WrittenDayConverter() },
    };

    public static byte[] Bytes(object value) => JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), Written);

    /// <summary>What was sent, as JSON.</summary>
    public static JsonElement Parse(byte[] bytes)
    {
        if (!Utf8.IsValid(bytes)) throw new Declined(StatusCodes.Status400BadRequest, "Api.NotJson");
        try
        {
            using var document = JsonDocument.Parse(bytes, new() { MaxDepth = Deepest, AllowDuplicateProperties = false });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new Declined(StatusCodes.Status400BadRequest, "Api.NotJson");
        }
    }

    /// <summary>JSON as a value of ours; what does not fit is named by its place.</summary>
    public static T Read<T>(JsonElement json)
    {
        try
        {
            return json.Deserialize<T>(Strict) ?? throw ApiCall.Wrong("", "Api.NotAnObject");
        }
        catch (JsonException wrong)
        {
            throw new Mistaken(WhatIsWrong(wrong, Field(wrong.Path)));
        }
    }

    /// <summary>A value after a merge patch (RFC 7396), read as strictly as one that is sent whole.</summary>
    public static T Patched<T>(T now, JsonElement patch)
    {
        if (patch.ValueKind != JsonValueKind.Object) throw ApiCall.Wrong("", "Api.NotAnObject");
        var merged = Merged(JsonSerializer.SerializeToNode(now, Written), JsonNode.Parse(patch.GetRawText()));
        return Read<T>(JsonSerializer.SerializeToElement(merged));
    }

    private static JsonNode? Merged(JsonNode? now, JsonNode? patch)
    {
        if (patch is not JsonObject changes) return patch?.DeepClone();
        var target = now as JsonObject is { } there ? (JsonObject)there.DeepClone() : [];
        foreach (var (name, value) in changes)
            if (value is null) target.Remove(name);
            else target[name] = Merged(target[name], value);
        return target;
    }

    private static Problems WhatIsWrong(JsonException wrong, string field)
    {
        if (wrong.Message.Contains("could not be mapped", StringComparison.Ordinal)) return new() { { field, "Api.UnknownField", field } };
        if (!wrong.Message.Contains("missing required", StringComparison.Ordinal)) return new Problems().When(true, field, "Api.DoesNotFit");
        var problems = new Problems();
        foreach (Match name in Quoted().Matches(wrong.Message[wrong.Message.LastIndexOf(':')..])) problems.Add(field.Length == 0 ? name.Groups[1].Value : $"{field}.{name.Groups[1].Value}", "Api.FieldMissing");
        return problems;
    }

    /// <summary>"$.emails[0].value" is "emails[0].value".</summary>
    private static string Field(string? path) => path is null or "$" ? "" : path.TrimStart('$').TrimStart('.');

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
