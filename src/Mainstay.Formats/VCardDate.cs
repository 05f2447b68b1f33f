namespace Mainstay.Formats;

/// <summary>Dates as cards write them (RFC 6350 §4.3, RFC 2426, and what Apple and Outlook make of them).</summary>
internal static class VCardDate
{
    public static PartialDate? Read(VCardProperty property)
    {
        var omitted = property.Parameter("X-APPLE-OMIT-YEAR");
        if (!PartialDate.TryParse(property.Text, out var date, out _)) return null;
        if (date is { Year: 1601 or 4501, Month: 1, Day: 1 }) return null;
        return omitted is not null && date.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) == omitted.Trim() && date.Month is not null
            ? date with { Year = null }
            : date;
    }
}
