using System.Globalization;

namespace Mainstay.Formats;

/// <summary>Dates as cards write them (RFC 6350 §4.3, RFC 2426, and what Apple and Outlook make of them).</summary>
internal static class VCardDate
{
    // Version 3.0 knows no date without a year; Apple's stand-in is what clients understand.
    private const int StandIn = 1604;

    public static PartialDate? Read(VCardProperty property)
    {
        if (!PartialDate.TryParse(property.Text, out var date, out _)) return null;
        if (date is { Year: 1601 or 4501, Month: 1, Day: 1 }) return null;
        var omitted = property.Parameter("X-APPLE-OMIT-YEAR")?.Trim();
        return omitted is not null && date.Year?.ToString(CultureInfo.InvariantCulture) == omitted && date.Month is not null
            ? date with { Year = null }
            : date;
    }

    /// <summary>The value for a version, with the parameter it needs. What has a time, or is no date, stays as it is.</summary>
    public static (string Value, ContentParameter? Extra) Write(VCardProperty property, VCardVersion version)
    {
        var raw = property.Decoded.Trim().Replace("\n", "\\n", StringComparison.Ordinal);
        if (raw.Contains('T', StringComparison.Ordinal) || string.Equals(property.Parameter("VALUE"), "text", StringComparison.OrdinalIgnoreCase)) return (raw, null);
        if (PartialDate.TryParse(raw, out var stated, out _) && stated.Year is 1601 or 4501) return (raw, null);
        return property.Date is { } date ? Write(date, version) : (raw, null);
    }

    public static (string Value, ContentParameter? Extra) Write(PartialDate date, VCardVersion version)
    {
        if (version == VCardVersion.V40) return (date.ToBasic(), null);
        return date is { Year: null, Month: not null, Day: not null }
            ? ((date with { Year = StandIn }).ToString(), new ContentParameter("X-APPLE-OMIT-YEAR", "1604"))
            : (date.ToString(), null);
    }
}
