using System.Globalization;
using Mainstay.Words;

namespace Mainstay.Entrance;

/// <summary>The time zones to choose from, by their place names.</summary>
internal static class Zones
{
    private static readonly string[] Continents = ["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];

    private static readonly Lazy<string[]> Known = new(() =>
        [.. TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId).Select(z => z.Id).Where(id => Continents.Contains(id.Split('/')[0])).Append("UTC").Order(StringComparer.Ordinal)]);

    /// <summary>What one zone is called on one machine or another; in the list it stands once.</summary>
    private static readonly string[] OtherUtc = ["Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "UCT", "Universal", "Zulu"];

    /// <summary>What is sent, and what is read: "Europe/Lisbon", "Europe: Lisbon".</summary>
    public static IEnumerable<(string Value, string Text)> All(string chosen) =>
        OtherUtc.Contains(chosen) ? Known.Value.Select(id => id == "UTC" ? (chosen, id) : (id, Text(id)))
        : (Known.Value.Contains(chosen) ? Known.Value : Known.Value.Append(chosen)).Select(id => (id, Text(id)));

    private static string Text(string id) => id.Replace("/", ": ", StringComparison.Ordinal).Replace('_', ' ');
}

/// <summary>The languages to choose from, each in its own words.</summary>
internal static class Locales
{
    public static IEnumerable<(string Value, string Text)> All(string chosen) =>
        (Languages.Offered.Contains(chosen) ? Languages.Offered : Languages.Offered.Append(chosen)).Select(name => (name, CultureInfo.GetCultureInfo(name).NativeName));
}
