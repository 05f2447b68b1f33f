using System.Collections.Frozen;

namespace Mainstay.Formats;

/// <summary>
/// Finds the system's time zone for a TZID: names of the zone database, also behind a vendor's path
/// (<c>/mozilla.org/20050126_1/Europe/Berlin</c>), names of Windows, the words that Outlook, Exchange and Notes show
/// (<c>(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb</c>, <c>Western/Central Europe</c>), and bare offsets (<c>UTC+2</c>).
/// </summary>
public static class ZoneNames
{
    private const int Longest = 200;

    // What no zone of the database and no name of Windows is called, and no city in it decides.
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Western/Central Europe"] = "Europe/Berlin", ["Western Europe"] = "Europe/London", ["Central Europe"] = "Europe/Berlin", ["Central European"] = "Europe/Berlin",
        ["West Europe"] = "Europe/Berlin", ["Eastern Europe"] = "Europe/Bucharest", ["Coordinated Universal"] = "Etc/UTC", ["Greenwich Mean Time"] = "Europe/London", ["Prague Bratislava"] = "Europe/Prague",
        ["Eastern"] = "America/New_York", ["Central"] = "America/Chicago", ["Mountain"] = "America/Denver", ["Pacific"] = "America/Los_Angeles",
        ["Alaska"] = "America/Anchorage", ["Hawaii"] = "Pacific/Honolulu", ["Arizona"] = "America/Phoenix", ["Atlantic"] = "America/Halifax",
        ["Newfoundland"] = "America/St_Johns", ["Saskatchewan"] = "America/Regina", ["Indiana"] = "America/Indiana/Indianapolis", ["Central America"] = "America/Guatemala",
        ["West Central Africa"] = "Africa/Lagos", ["South Africa"] = "Africa/Johannesburg", ["Israel"] = "Asia/Jerusalem", ["India"] = "Asia/Kolkata", ["Chennai"] = "Asia/Kolkata",
        ["Mumbai"] = "Asia/Kolkata", ["New Delhi"] = "Asia/Kolkata", ["Beijing"] = "Asia/Shanghai", ["China"] = "Asia/Shanghai", ["Hong Kong SAR"] = "Asia/Hong_Kong",
        ["Osaka"] = "Asia/Tokyo", ["Sapporo"] = "Asia/Tokyo", ["Japan"] = "Asia/Tokyo", ["Korea"] = "Asia/Seoul", ["Hanoi"] = "Asia/Bangkok", ["Abu Dhabi"] = "Asia/Dubai",
        ["Islamabad"] = "Asia/Karachi", ["St. Petersburg"] = "Europe/Moscow", ["Bern"] = "Europe/Zurich", ["Brasilia"] = "America/Sao_Paulo", ["Canberra"] = "Australia/Sydney",
        ["Wellington"] = "Pacific/Auckland", ["Kyiv"] = "Europe/Kiev", ["Sofija"] = "Europe/Sofia", ["Pretoria"] = "Africa/Johannesburg", ["Georgetown"] = "America/Guyana",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly Lazy<FrozenDictionary<string, TimeZoneInfo>> Cities = new(ByCity);

    /// <summary>The zone, or null when the name says none. Never throws.</summary>
    public static TimeZoneInfo? Find(string? tzid)
    {
        var name = (tzid ?? "").Trim().Trim('"', '\'').Trim();
        if (name.Length is 0 or > Longest) return null;
        return ByName(name) ?? ByPath(name) ?? ByWords(name) ?? ByOffset(name);
    }

    private static TimeZoneInfo? ByName(string name)
    {
        if (name is "Z" or "UTC" or "GMT") return TimeZoneInfo.Utc;
        // The system looks for a file of that name, so what is no name is not asked for.
        if (name.Contains("..", StringComparison.Ordinal) || name[0] is '/' or '\\' || name.AsSpan().ContainsAny('\0', ':', ',')) return null;
        if (TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out var known)) name = known;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
    }

    // /vendor/version/Europe/Berlin, posix/Europe/Vaduz, custom_Europe/Berlin: what counts stands at the end.
    private static TimeZoneInfo? ByPath(string name)
    {
        var parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2) return null;
        for (var length = Math.Min(3, parts.Length); length >= 2; length--)
        {
            var path = string.Join('/', parts[^length..]);
            if (ByName(path) is { } zone) return zone;
            var underscore = path.IndexOf('_', StringComparison.Ordinal);
            if (underscore > 0 && underscore < path.IndexOf('/', StringComparison.Ordinal) && ByName(path[(underscore + 1)..]) is { } custom) return custom;
        }

        return parts.Length > 2 ? ByName(parts[^1]) : null;
    }

    // "(UTC-05:00) Eastern Time (US & Canada)", "Sarajevo, Skopje, Warsaw", "Greenwich Mean Time : Dublin": the first word that is known.
    private static TimeZoneInfo? ByWords(string name)
    {
        var text = name[0] == '(' ? name[(name.IndexOf(')', StringComparison.Ordinal) + 1)..].Trim() : name;
        foreach (var part in Pieces(text))
        {
            if (Words.TryGetValue(part, out var id) && ByName(id) is { } known) return known;
            if (ByName(part) is { } named && part.Contains(' ', StringComparison.Ordinal)) return named;
            if (Cities.Value.TryGetValue(part.Replace(' ', '_'), out var city)) return city;
        }

        return null;
    }

    private static IEnumerable<string> Pieces(string text)
    {
        yield return text;
        foreach (var piece in text.Split([',', ';', ':', '/', '(', ')'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            yield return piece;
            foreach (var tail in (string[])[" Standard Time", " Daylight Time", " Time"])
                if (piece.EndsWith(tail, StringComparison.OrdinalIgnoreCase)) yield return piece[..^tail.Length].TrimEnd();
        }
    }

    private static TimeZoneInfo? ByOffset(string name)
    {
        var text = name.Trim('(', ')').AsSpan();
        if (!text.StartsWith("UTC", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("GMT", StringComparison.OrdinalIgnoreCase)) return null;
        text = text[3..].Trim();
        var end = text.IndexOfAny(' ', ')');
        if (end > 0) text = text[..end];
        if (text is not ['+' or '-' or '\u2212', ..] || !UtcOffset.TryParse(text, out var offset) || offset.Duration() > TimeSpan.FromHours(14) || offset.Seconds != 0) return null;
        return TimeZoneInfo.CreateCustomTimeZone("UTC" + CalendarDuration.Of(offset), offset, name, name);
    }

    private static FrozenDictionary<string, TimeZoneInfo> ByCity()
    {
        var cities = new Dictionary<string, TimeZoneInfo>(StringComparer.OrdinalIgnoreCase);
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones())
        {
            var slash = zone.Id.LastIndexOf('/');
            if (slash > 0 && !zone.Id.StartsWith("Etc/", StringComparison.Ordinal)) cities.TryAdd(zone.Id[(slash + 1)..], zone);
        }

        return cities.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
