using System.Globalization;
using Mainstay.Formats;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary>The plain words of a card: notes, categories, topics, languages, pronouns, zone, and what only Mainstay says.</summary>
internal static class CardTexts
{
    public const string HowMet = "X-MAINSTAY-HOW-MET", MetOn = "X-MAINSTAY-MET-ON", MetWhere = "X-MAINSTAY-MET-WHERE", MetThrough = "X-MAINSTAY-MET-THROUGH";
    private const string Role = "X-MAINSTAY-ROLE", Field = "X-MAINSTAY-FIELD";

    /// <summary>EXPERTISE and INTEREST (RFC 6715): what somebody knows about.</summary>
    public static readonly CardAspect<string> Topics = new(
        ["EXPERTISE", "INTEREST"],
        card => card.All("EXPERTISE").Concat(card.All("INTEREST")).Select(p => (p, p.Text.Trim())).Where(p => p.Item2.Length > 0),
        (topic, _) => new("EXPERTISE", TextValue.Escape(topic), []));

    public static readonly CardAspect<string> Languages = new(
        ["LANG"],
        card => card.All("LANG").Select(p => (p, p.Text.Trim())).Where(p => p.Item2.Length > 0),
        (language, _) => new("LANG", TextValue.Escape(language), []));

    public static readonly CardAspect<RoleDetails> Roles = new(
        ["X-"],
        card => card.All(Role).Select(p => (p, new RoleDetails(p.Text.Trim(), Day(p.Parameter("SINCE")), Day(p.Parameter("UNTIL"))))).Where(p => p.Item2.Name.Length > 0),
        (role, _) => new(Role, TextValue.Escape(role.Name), [.. Days("SINCE", role.Since), .. Days("UNTIL", role.Until)]));

    public static readonly CardAspect<Labelled> Fields = new(
        ["X-"],
        card => card.All(Field).Select(p => (p, new Labelled(p.Text, p.Parameter("NAME")))).Where(p => p.Item2.Value.Length > 0),
        (field, _) => new(Field, TextValue.Escape(field.Value), [new("NAME", field.Label ?? "")]));

    public static string? Notes(VCard card) =>
        string.Join("\n\n", card.All("NOTE").Select(n => n.Text.Trim()).Where(n => n.Length > 0).Distinct()) is { Length: > 0 } notes ? notes : null;

    public static string? Pronouns(VCard card) => card.Preferred("PRONOUNS")?.Text.Trim() is { Length: > 0 } said ? said : card.Text("X-PRONOUNS");

    /// <summary>Offsets that are not whole hours, in minutes, and the zone whose standard time is so.</summary>
    private static readonly Dictionary<int, string> Uneven = new()
    {
        [-570] = "Pacific/Marquesas", [-210] = "America/St_Johns", [210] = "Asia/Tehran", [270] = "Asia/Kabul", [330] = "Asia/Kolkata", [345] = "Asia/Kathmandu",
        [390] = "Asia/Yangon", [525] = "Australia/Eucla", [570] = "Australia/Darwin", [630] = "Australia/Lord_Howe", [765] = "Pacific/Chatham",
    };

    /// <summary>A zone's name, or the zone of an offset; one of which nothing is understood is left out. Older clients write <c>-05:00; EST; Raleigh/North America</c>.</summary>
    public static string? TimeZone(VCard card, Problems leftOut)
    {
        foreach (var text in card.All("TZ").SelectMany(p => TextValue.Split(p.Decoded, ';')).Select(t => TextValue.Unescape(t).Trim()))
        {
            if (text.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(text, out _)) return text;
            if (text is "Z" or "UTC") return "Etc/UTC";
            if (OfOffset(text) is { } zone) return zone;
        }
        if (card.All("TZ").Select(p => p.Text.Trim()).FirstOrDefault(t => t.Length > 0) is { } unknown) leftOut.Add("timeZone", "People.UnknownZone", unknown);
        return null;
    }

    public static List<string> List(VCard card, string name) => [.. card.All(name).SelectMany(p => p.Texts).Distinct()];

    public static void Patch(VCard card, PersonDetails old, PersonDetails now)
    {
        SetText(card, "NOTE", old.Notes, now.Notes);
        SetText(card, "PRONOUNS", old.Pronouns, now.Pronouns);
        SetText(card, "TZ", old.TimeZone, now.TimeZone);
        SetText(card, HowMet, old.HowMet, now.HowMet);
        SetText(card, MetOn, old.MetOn, now.MetOn);
        SetText(card, MetWhere, old.MetWhere, now.MetWhere);
        SetText(card, MetThrough, old.MetThroughName, now.MetThroughName);
        if (!old.Labels.SequenceEqual(now.Labels)) SetList(card, "CATEGORIES", now.Labels);
        Topics.Patch(card, old.Topics, now.Topics);
        Languages.Patch(card, old.Languages, now.Languages);
        Roles.Patch(card, old.Roles, now.Roles);
        Fields.Patch(card, old.Fields, now.Fields);
    }

    public static void SetText(VCard card, string name, string? old, string? now)
    {
        if (old == now) return;
        if (string.IsNullOrWhiteSpace(now)) card.RemoveAll(name);
        else card.Set(new(name, TextValue.Escape(now)));
    }

    public static void SetList(VCard card, string name, IReadOnlyList<string> now)
    {
        if (now.Count == 0) card.RemoveAll(name);
        else card.Set(new(name, string.Join(',', now.Select(TextValue.EscapePart))));
    }

    private static string? OfOffset(string text)
    {
        var plain = text.Replace(":", "", StringComparison.Ordinal).TrimStart('+', '-');
        if (text.Length == 0 || text[0] is not ('+' or '-') || plain.Length is < 1 or > 4 || !int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var isWest = text[0] == '-';
        var (hours, minutes) = plain.Length > 2 ? (number / 100, number % 100) : (number, 0);
        if (hours > (isWest ? 12 : 14) || minutes > 59) return null;
        if (minutes > 0) return Uneven.TryGetValue((isWest ? -1 : 1) * (60 * hours + minutes), out var zone) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : null;
        return hours == 0 ? "Etc/GMT" : $"Etc/GMT{(isWest ? '+' : '-')}{hours}"; // POSIX counts westward
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static IEnumerable<ContentParameter> Days(string name, DateOnly? day) =>
        day is { } known ? [new(name, known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))] : [];
}
