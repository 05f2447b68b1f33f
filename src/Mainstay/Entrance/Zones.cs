using System.Globalization;

namespace Mainstay.Entrance;

/// <summary>The time zones to choose from, by their place names.</summary>
internal static class Zones
{
    private static readonly string[] Continents = ["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];

    private static readonly Lazy<string[]> Known = new(() =>
        [.. TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId).Select(z => z.Id).Where(id => Continents.Contains(id.Split('/')[0])).Append("UTC").Order(StringComparer.Ordinal)]);

    /// <summary>What is sent, and what is read: "Europe/Lisbon", "Europe: Lisbon".</summary>
    public static IEnumerable<(string Value, string Text)> All(string chosen) =>
        (Known.Value.Contains(chosen) ? Known.Value : Known.Value.Append(chosen)).Select(id => (id, id.Replace("/", ": ", StringComparison.Ordinal).Replace('_', ' ')));
}

/// <summary>The languages to choose from, each in its own words.</summary>
internal static class Locales
{
    private static readonly string[] Known = ["en", "en-GB", "en-US", "de", "de-AT", "de-CH"];

    public static IEnumerable<(string Value, string Text)> All(string chosen) =>
        (Known.Contains(chosen) ? Known : Known.Append(chosen)).Select(name => (name, CultureInfo.GetCultureInfo(name).NativeName));
}
