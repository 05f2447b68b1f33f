using Mainstay.Formats;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary>What of a calendar file may become gatherings.</summary>
/// <param name="Events">The next first; then what was, the latest first.</param>
/// <param name="IsCut">There are more than are shown.</param>
/// <param name="Unread">So many parts of it could not be read.</param>
internal sealed record GatheringFile(IReadOnlyList<FileEvent> Events, bool IsCut, int Unread)
{
    /// <summary>What the owner should know of what is not shown.</summary>
    public IEnumerable<Reason> Remarks
    {
        get
        {
            if (IsCut) yield return new("Gatherings.FileIsCut", FileEvent.Most);
            if (Unread > 0) yield return new("Gatherings.FileUnread", Unread);
        }
    }
}

/// <summary>Reads calendar files for the doors.</summary>
internal static class GatheringFileSource
{
    public const int MostBytes = 50_000_000;

    /// <summary>What of a file may become gatherings.</summary>
    /// <exception cref="Mistaken">It is no calendar, or nothing in it is near enough.</exception>
    public static async Task<GatheringFile> Read(Stream file, TimeZoneInfo zone, DateOnly today, CancellationToken stop)
    {
        var read = await CalendarFile.Of(CalendarReader.Stream(file, stop: stop), stop);
        var (events, isCut) = FileEvent.In(read, zone, today);
        Mistaken.ThrowIf(new Problems().When(read.Events.Count == 0, "file", "Gatherings.NoCalendar").When(read.Events.Count > 0 && events.Count == 0, "file", "Gatherings.NothingNear", FileEvent.DaysBack, FileEvent.DaysAhead));
        return new(events, isCut, read.Problems.Count(p => p.Kind == ProblemKind.Refusal));
    }
}
