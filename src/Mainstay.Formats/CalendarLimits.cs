namespace Mainstay.Formats;

/// <summary>What a reader of calendars refuses, and says so, instead of letting one file take all memory. All inclusive.</summary>
public sealed record CalendarLimits
{
    /// <summary>Bytes of one file. 50 MB.</summary>
    public long FileBytes { get; init; } = 50_000_000;

    /// <summary>Bytes of one event or zone, unfolded, with what is nested in it. 5 MB.</summary>
    public int PartBytes { get; init; } = 5_000_000;

    /// <summary>Lines of one event or zone, unfolded.</summary>
    public int PartLines { get; init; } = 20_000;

    public int Events { get; init; } = 100_000;

    public int Zones { get; init; } = 2_000;

    /// <summary>After so many problems the others are not listed.</summary>
    public int Problems { get; init; } = 1_000;

    public static CalendarLimits Default { get; } = new();
}
