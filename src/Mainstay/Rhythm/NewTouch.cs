using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary>A touch as somebody notes it.</summary>
public sealed record NewTouch
{
    private const int EarliestYear = 1900, MostNote = 100_000;

    /// <summary>The touch's id, when the door has one: noted twice with the same, it counts once.</summary>
    public Guid? Id { get; init; }

    public required IReadOnlyList<Guid> People { get; init; }

    public required DateOnly On { get; init; }

    public required TouchKind Kind { get; init; }

    public Direction Direction { get; init; }

    public int? Minutes { get; init; }

    public string? Note { get; init; }

    /// <param name="today">The owner's day. A day more is granted: it may be tomorrow already where the touch was noted.</param>
    public Problems Check(DateOnly today) => new Problems()
        .When(People.Count == 0, "people", "Rhythm.NobodyTouched")
        .When(On > today.AddDays(1), "on", "Rhythm.InFuture", On)
        .When(On.Year < EarliestYear, "on", "Rhythm.TooLongAgo", On)
        .When(!Enum.IsDefined(Kind), "kind", "Rhythm.UnknownKind")
        .When(!Enum.IsDefined(Direction), "direction", "Rhythm.UnknownDirection")
        .When(Minutes is < 1 or > 24 * 60, "minutes", "Rhythm.OddMinutes")
        .When(Note?.Length > MostNote, "note", "Rhythm.LongNote", MostNote);
}
