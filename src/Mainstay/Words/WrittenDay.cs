using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mainstay.Words;

/// <summary>A day as it is written, 2026-05-01, and how late it may be.</summary>
public static class WrittenDay
{
    /// <summary>Nobody means a later year; and to a day at the very end of the calendar nothing can be added.</summary>
    public const int LastYear = 9000;

    public static bool TryRead(string? text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year <= LastYear;
}

/// <summary>A day in JSON that is later than anybody means.</summary>
public sealed class DayTooLate(DateOnly day) : JsonException
{
    public DateOnly Day { get; } = day;
}

/// <summary>Reads days of JSON up to <see cref="WrittenDay.LastYear"/>, and writes them as everywhere.</summary>
public sealed class WrittenDayConverter : JsonConverter<DateOnly>
{
    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var day = reader.TokenType == JsonTokenType.String && DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : throw new JsonException();
        return day.Year <= WrittenDay.LastYear ? day : throw new DayTooLate(day);
    }

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
