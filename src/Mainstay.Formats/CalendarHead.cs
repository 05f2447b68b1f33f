namespace Mainstay.Formats;

/// <summary>What stands over the events of a calendar that is written.</summary>
/// <param name="Product">Who writes it (PRODID, RFC 5545 §3.7.3), for instance <c>-//Mainstay//EN</c>.</param>
/// <param name="Stamp">The DTSTAMP, in UTC, of events that have none of their own.</param>
public sealed record CalendarHead(string Product, DateTime Stamp)
{
    /// <summary>What programs call the calendar (NAME of RFC 7986 §5.1, and X-WR-CALNAME); null writes none.</summary>
    public string? Name { get; init; }

    /// <summary>How often a subscriber should look again (REFRESH-INTERVAL of RFC 7986 §5.7, and X-PUBLISHED-TTL); null writes none.</summary>
    public TimeSpan? Refresh { get; init; }
}
