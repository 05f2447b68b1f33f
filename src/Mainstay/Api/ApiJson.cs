using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Mainstay.Words;

namespace Mainstay.Api;

/// <summary>JSON at the API's door: written as everywhere in the house, and read strictly, so that a mistake is named instead of overlooked.</summary>
public static class ApiJson
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
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
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
            var field = Field(wrong.Path);
            throw ApiCall.Wrong(field, Unknown(wrong) ? "Api.UnknownField" : Missing(wrong) ? "Api.FieldsMissing" : "Api.DoesNotFit", field);
        }
    }

    /// <summary>"$.emails[0].value" is "emails[0].value".</summary>
    private static string Field(string? path) => path is null or "$" ? "" : path.TrimStart('$').TrimStart('.');

    private static bool Unknown(JsonException wrong) => wrong.Message.Contains("could not be mapped", StringComparison.Ordinal);

    private static bool Missing(JsonException wrong) => wrong.Message.Contains("missing required", StringComparison.Ordinal);
}
