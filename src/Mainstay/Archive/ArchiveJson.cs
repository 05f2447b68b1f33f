using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mainstay.Words;

namespace Mainstay.Archive;

/// <summary>How an archive is spelled: camelCase, names instead of numbers, nothing where nothing is known. It is read strictly, so that nothing in it is passed over.</summary>
public static class ArchiveJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // written to a file, never into HTML
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new WrittenDayConverter() },
    };

    /// <summary>Above the largest photo in base64, with room for everything else of a person.</summary>
    public const int LargestRow = 32_000_000;
}
