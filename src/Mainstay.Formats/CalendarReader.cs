using System.Text;

namespace Mainstay.Formats;

/// <summary>
/// Reads iCalendar (RFC 5545) and vCalendar 1.0, leniently: whatever the bytes are, it throws nothing of its own, a
/// damaged line costs only itself and a damaged event only itself. Streams: memory is bounded by the largest event, time
/// is linear. Exceptions of the stream itself pass through.
/// </summary>
public static class CalendarReader
{
    /// <summary>Events, zones, names and problems in the order of the file, each as soon as it is complete.</summary>
    public static IEnumerable<CalendarResult> Read(Stream stream, CalendarLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Reading(limits ?? CalendarLimits.Default).Pull(stream);
    }

    /// <summary>The same for a stream that is read asynchronously.</summary>
    public static IAsyncEnumerable<CalendarResult> Stream(Stream stream, CalendarLimits? limits = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Reading(limits ?? CalendarLimits.Default).Stream(stream, stop);
    }

    /// <summary>The same for a text.</summary>
    public static IEnumerable<CalendarResult> Read(string text, CalendarLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), limits);
    }

    private static ContentReading<CalendarResult> Reading(CalendarLimits limits) => new(new CalendarScanner(limits), limits.FileBytes, limits.PartBytes);
}
