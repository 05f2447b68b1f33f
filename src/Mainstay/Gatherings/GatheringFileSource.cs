using Mainstay.Formats;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary>Reads calendar files for the doors.</summary>
internal static class GatheringFileSource
{
    public const int MostBytes = 50_000_000;

    /// <summary>What of a file may become gatherings.</summary>
    /// <exception cref="Mistaken">It is no calendar, too large, or nothing in it is near enough.</exception>
    public static async Task<(IReadOnlyList<FileEvent> Events, bool IsCut)> Read(Stream file, TimeZoneInfo zone, DateOnly today, CancellationToken stop)
    {
        var read = await CalendarFile.Of(CalendarReader.Stream(file, stop: stop), stop);
        var (events, isCut) = FileEvent.In(read, zone, today);
        Mistaken.ThrowIf(new Problems().When(read.Events.Count == 0, "file", "Gatherings.NoCalendar").When(read.Events.Count > 0 && events.Count == 0, "file", "Gatherings.NothingNear", FileEvent.DaysBack, FileEvent.DaysAhead));
        return (events, isCut);
    }
}
