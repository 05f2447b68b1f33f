using Mainstay.Formats;
using Mainstay.Gatherings;
using Mainstay.Words;

namespace Mainstay.Calendars;

/// <summary>What came of asking an address for its calendar.</summary>
public sealed record Reading
{
    /// <summary>What lies ahead in it, the next first; nothing unless all of it was read.</summary>
    public IReadOnlyList<FileEvent> Events { get; init; } = [];

    /// <summary>All of it was read; else it said that nothing is new, or there is trouble.</summary>
    public bool IsWhole { get; init; }

    /// <summary>There are more ahead than were taken.</summary>
    public bool IsCut { get; init; }

    /// <summary>What is not told of before this day is not in the calendar; null when that cannot be known.</summary>
    public DateOnly? CompleteUntil { get; init; }

    /// <summary>How the keys begin of what takes place so often on a day that one stands for all, to the end of the day.</summary>
    public IReadOnlySet<string> Crowded { get; init; } = new HashSet<string>();

    /// <summary>Another may stand for it on its day, so that nobody knows whether it is still in the calendar.</summary>
    public bool MayBeStoodFor(string key) => key.LastIndexOf('/') is >= 0 and var slash && key.LastIndexOf('T') is var time && time > slash && Crowded.Contains(key[..time]);

    public int Unread { get; init; }

    /// <summary>Where that stands, and why; then what else was not understood.</summary>
    public IReadOnlyList<FormatProblem> UnreadWhere { get; init; } = [];

    public string? Tag { get; init; }

    public string? ModifiedAt { get; init; }

    /// <summary>Why it could not be read.</summary>
    public Reason? Trouble { get; init; }

    /// <summary>It asks not to be asked again for so long.</summary>
    public TimeSpan? Patience { get; init; }

    public static Reading Failed(Reason trouble, TimeSpan? patience = null) => new() { Trouble = trouble, Patience = patience };

    public static Reading SameAsBefore => new();
}
