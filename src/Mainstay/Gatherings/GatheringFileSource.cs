using Mainstay.Formats;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary>What of a calendar file may become gatherings.</summary>
/// <param name="Events">The next first; then what was, the latest first.</param>
/// <param name="IsCut">There are more than are shown.</param>
/// <param name="Faults">What is wrong in it: first why the rest was not read, then in the order of its lines; what cost nothing is left out.</param>
internal sealed record GatheringFile(IReadOnlyList<FileEvent> Events, bool IsCut, IReadOnlyList<FormatProblem> Faults)
{
    /// <summary>So many of what is wrong stand on a page; where only what came of the file is told, so many.</summary>
    public const int MostOnPage = 50, MostTold = 5;

    /// <summary>So many parts of it could not be read.</summary>
    public int Unread => Faults.Count(f => f.Kind == ProblemKind.Refusal);

    /// <summary>What the owner should know of what is not shown.</summary>
    public IEnumerable<Reason> Remarks
    {
        get
        {
            if (IsCut) yield return new("Gatherings.FileIsCut", FileEvent.Most, FileEvent.MostOfOne, FileEvent.MostPerDay);
            if (Unread > 0) yield return new("Gatherings.FileUnread", Unread);
        }
    }

    /// <summary>What is wrong in it, and where: the first of it, and how much more there is.</summary>
    /// <param name="most">So much of it.</param>
    /// <param name="more">The sentence that says how much more.</param>
    public IEnumerable<Reason> Wrong(int most, string more = "Gatherings.FileMoreWrong") => Faults.Count <= most
        ? Faults.Select(f => f.InPlace())
        : Faults.Take(most).Select(f => f.InPlace()).Append(new(more, Faults.Count - most));
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
        var faults = read.Problems.Where(p => p.Kind != ProblemKind.Note).OrderByDescending(p => p.IsEnd).ToList();
        if (read is { HasCalendar: true, Events.Count: 0 } && faults.Find(f => f.Kind == ProblemKind.Refusal) is { } refusal) throw new Mistaken(new Problems { { "file", "Gatherings.FileNothingRead", refusal.InPlace() } });
        Mistaken.ThrowIf(new Problems().When(read.Events.Count == 0, "file", "Gatherings.NoCalendar").When(read.Events.Count > 0 && events.Count == 0, "file", "Gatherings.NothingNear", FileEvent.DaysBack, FileEvent.DaysAhead));
        return new(events, isCut, faults);
    }
}
