using Mainstay.Words;

namespace Mainstay.Pulse;

/// <summary>How it goes, as somebody taps it. What is null was skipped.</summary>
public sealed record NewPulse
{
    public const int MostNote = 5_000;

    private const int EarliestYear = 1900;

    /// <summary>Today when not said.</summary>
    public DateOnly? On { get; init; }

    public int? Confidence { get; init; }

    public int? Energy { get; init; }

    public int? Supported { get; init; }

    /// <summary>Null leaves the day's note as it is; an empty one takes it away.</summary>
    public string? Note { get; init; }

    public Problems Check(DateOnly today) => new Problems()
        .When(Confidence is null && Energy is null && Supported is null && string.IsNullOrWhiteSpace(Note), "confidence", "Pulse.NothingSaid")
        .When(IsOdd(Confidence), "confidence", "Pulse.NotOnScale", DayPulse.Least, DayPulse.Most)
        .When(IsOdd(Energy), "energy", "Pulse.NotOnScale", DayPulse.Least, DayPulse.Most)
        .When(IsOdd(Supported), "supported", "Pulse.NotOnScale", DayPulse.Least, DayPulse.Most)
        .When(Note?.Length > MostNote, "note", "Pulse.TooLong", MostNote)
        .When(On > today, "on", "Pulse.InFuture")
        .When(On?.Year < EarliestYear, "on", "Pulse.TooLongAgo");

    private static bool IsOdd(int? value) => value is < DayPulse.Least or > DayPulse.Most;
}
