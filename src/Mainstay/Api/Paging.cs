using System.Buffers.Text;
using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Mainstay.Api;

/// <summary>A part of a list.</summary>
public sealed record Page<T>
{
    [Description("This part of the list.")]
    public required IReadOnlyList<T> Items { get; init; }

    [Description("The address of the part after this one; null at the end. The header Link says it too.")]
    public string? Next { get; init; }
}

/// <summary>How lists are gone through: by a cursor that says where the next part begins. It is opaque to callers.</summary>
public static class Paging
{
    public const int Usual = 50, Most = 200;

    /// <summary>A part of a list, from one row more than is shown: that one tells whether the list goes on.</summary>
    /// <param name="call">Who asks.</param>
    /// <param name="rows">The rows, one more than the limit when there are more.</param>
    /// <param name="cursor">The place in the list after a row.</param>
    public static Page<T> PageOf<T>(this ApiCall call, IReadOnlyList<T> rows, Func<T, object> cursor)
    {
        var isMore = rows.Count > call.Limit;
        var shown = isMore ? [.. rows.Take(call.Limit)] : rows;
        return new() { Items = shown, Next = isMore ? call.Next(cursor(shown[^1])) : null };
    }

    /// <summary>The same rows as something else.</summary>
    public static Page<TOther> As<T, TOther>(this Page<T> page, IReadOnlyList<TOther> items) => new() { Items = items, Next = page.Next };

    /// <summary>The place a cursor names; null at the beginning.</summary>
    public static T? Cursor<T>(this ApiCall call) where T : class
    {
        if (call.Asked("cursor") is not { } text) return null;
        try
        {
            return Base64Url.IsValid(text) && text.Length < 4_000 ? JsonSerializer.Deserialize<T>(Base64Url.DecodeFromChars(text), ApiJson.Strict) ?? throw new JsonException() : throw new JsonException();
        }
        catch (JsonException)
        {
            throw ApiCall.Wrong("cursor", "Api.NotACursor");
        }
    }

    /// <summary>The address of the list after a place.</summary>
    public static string Next(this ApiCall call, object place)
    {
        var query = call.Http.Request.Query.Where(q => q.Key != "cursor").SelectMany(q => q.Value, (q, value) => KeyValuePair.Create<string, string?>(q.Key, value));
        var cursor = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(place, place.GetType(), ApiJson.Strict));
        return QueryHelpers.AddQueryString(call.Http.Request.Path, query.Append(new("cursor", cursor)));
    }
}
