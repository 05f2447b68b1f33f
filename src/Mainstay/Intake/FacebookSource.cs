using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>Facebook's your_friends.json: names, encoded twice, and since when.</summary>
internal static class FacebookSource
{
    private const int LargestFile = 100_000_000;

    public static Reading Of(string name, Func<Stream> open)
    {
        _ = Friends(name, open);
        return new(name, "facebook", "facebook", context => Friends(name, open).Select(f => Read(f, context)));
    }

    private static List<Friend> Friends(string name, Func<Stream> open)
    {
        var bytes = Bytes(name, open);
        try
        {
            bytes = bytes[(bytes.Span.StartsWith("\uFEFF"u8) ? 3 : 0)..];
            using var json = JsonDocument.Parse(bytes);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
                foreach (var list in (string[])["friends_v2", "friends"])
                    if (json.RootElement.TryGetProperty(list, out var friends) && friends.ValueKind == JsonValueKind.Array) return [.. friends.EnumerateArray().Zip(Places(bytes.Span, list), One)];
        }
        catch (JsonException broken)
        {
            throw new CannotBeDone("Intake.JsonBroken", name, (broken.LineNumber ?? 0) + 1, (broken.BytePositionInLine ?? 0) + 1);
        }
        throw new CannotBeDone("Intake.FileUnknown", name);
    }

    private static ReadOnlyMemory<byte> Bytes(string name, Func<Stream> open)
    {
        using var stream = open();
        var bytes = new MemoryStream();
        var piece = new byte[1 << 16];
        for (int read; (read = stream.Read(piece)) > 0;)
        {
            if (bytes.Length + read > LargestFile) throw new CannotBeDone("Intake.JsonTooLarge", name);
            bytes.Write(piece, 0, read);
        }
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    /// <summary>Where each of the list begins: its line and the character of that line, from 1.</summary>
    private static List<(int Line, int Column)> Places(ReadOnlySpan<byte> json, string list)
    {
        var reader = new Utf8JsonReader(json);
        var places = new List<(int Line, int Column)>();
        var (at, line, column) = (0, 1, 1);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1 || !reader.ValueTextEquals(list)) continue;
            places.Clear(); // the last of two by one name counts
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray) continue;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var between = json[at..(int)reader.TokenStartIndex];
                (at, line) = ((int)reader.TokenStartIndex, line + between.Count((byte)'\n'));
                var newLine = between.LastIndexOf((byte)'\n');
                column = (newLine < 0 ? column : 1) + Encoding.UTF8.GetCharCount(between[(newLine + 1)..]);
                places.Add((line, column));
                reader.Skip();
            }
        }
        return places;
    }

    private static Friend One(JsonElement friend, (int Line, int Column) place)
    {
        if (friend.ValueKind != JsonValueKind.Object) return new(null, null, place.Line, place.Column);
        var name = friend.TryGetProperty("name", out var n) && n.ValueKind == JsonValueKind.String ? n.GetString() : null;
        return new(name, friend.TryGetProperty("timestamp", out var t) && t.ValueKind == JsonValueKind.Number && t.TryGetInt64(out var since) ? since : null, place.Line, place.Column);
    }

    private static Incoming Read(Friend friend, ReadingContext context)
    {
        if (string.IsNullOrWhiteSpace(friend.Name)) return new Unusable(friend.Line, new("Intake.RowEmpty")) { Column = friend.Column };
        var name = Once(friend.Name).Trim();
        var leftOut = new Problems();
        var details = new PersonDetails { Name = name, HowMet = "Facebook", MetOn = Day(friend.Since, context.Zone) }.Keepable(leftOut);
        return new IncomingPerson(friend.Line, details) { Column = friend.Column, Identity = $"{PersonNames.Key(name)} {friend.Since}", LeftOut = [.. NotKept.Of(leftOut, name, _ => (friend.Line, null)).Select(p => p with { Column = friend.Column })] };
    }

    private static string? Day(long? since, TimeZoneInfo zone) => since is > 0 and < 253_402_300_800
        ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(since.Value), zone).DateTime).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        : null;

    /// <summary>One of the list, and where it stands.</summary>
    private sealed record Friend(string? Name, long? Since, int Line, int Column);

    /// <summary>Each byte of the UTF-8 was written as a letter of its own.</summary>
    private static string Once(string text)
    {
        if (text.Any(c => c > 0xFF)) return text;
        var bytes = Encoding.Latin1.GetBytes(text);
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : text;
    }
}
