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
        return new(name, "facebook", "facebook", context => Friends(name, open).Select((f, i) => Read(f, i + 1, context)));
    }

    private static List<(string? Name, long? Since)> Friends(string name, Func<Stream> open)
    {
        var bytes = Bytes(name, open);
        try
        {
            using var json = JsonDocument.Parse(bytes[(bytes.Span.StartsWith("\uFEFF"u8) ? 3 : 0)..]);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
                foreach (var list in (string[])["friends_v2", "friends"])
                    if (json.RootElement.TryGetProperty(list, out var friends) && friends.ValueKind == JsonValueKind.Array) return [.. friends.EnumerateArray().Select(Friend)];
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

    private static (string? Name, long? Since) Friend(JsonElement friend)
    {
        if (friend.ValueKind != JsonValueKind.Object) return default;
        var name = friend.TryGetProperty("name", out var n) && n.ValueKind == JsonValueKind.String ? n.GetString() : null;
        return (name, friend.TryGetProperty("timestamp", out var t) && t.ValueKind == JsonValueKind.Number && t.TryGetInt64(out var since) ? since : null);
    }

    private static Incoming Read((string? Name, long? Since) friend, int row, ReadingContext context)
    {
        if (string.IsNullOrWhiteSpace(friend.Name)) return new Unusable(row, new("Intake.RowEmpty"));
        var name = Once(friend.Name).Trim();
        var leftOut = new Problems();
        var details = new PersonDetails { Name = name, HowMet = "Facebook", MetOn = Day(friend.Since, context.Zone) }.Keepable(leftOut);
        return new IncomingPerson(row, details) { Identity = $"{PersonNames.Key(name)} {friend.Since}", LeftOut = NotKept.Of(leftOut, name, _ => (row, null)) };
    }

    private static string? Day(long? since, TimeZoneInfo zone) => since is > 0 and < 253_402_300_800
        ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(since.Value), zone).DateTime).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        : null;

    /// <summary>Each byte of the UTF-8 was written as a letter of its own.</summary>
    private static string Once(string text)
    {
        if (text.Any(c => c > 0xFF)) return text;
        var bytes = Encoding.Latin1.GetBytes(text);
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : text;
    }
}
